import Testing

@testable import SearchFormat

@Suite struct ValueTests {
    /// The bytes that the JavaScript reader is written against.
    @Test func bytesAreAsDescribed() {
        #expect(
            Samples.words.contents == Array("w".utf8) + [2, 0, 3, 0, 4, 0, 4, 1, 5] + Array("bertallama".utf8) + [
                200, 3, 255,
            ])
        #expect(
            Samples.longList.contents == Array("l".utf8) + [2, 2, 5] + Array("llama".utf8) + [
                4, 0, 2, 0, 85, 2, 12, 12, 5,
            ])
        // Column 2, of 4 documents from 16,384 on: 1,234,567 downloads, unknown, 0, 299.
        #expect(
            Samples.numbers.contents == Array("n".utf8) + [2, 9, 2, 128, 128, 1, 4, 136, 173, 75, 0, 1, 172, 2])
        #expect(Samples.order.contents == Array("o".utf8) + [2, 2, 4, 239, 162, 4, 0, 172, 2, 2])
    }

    @Test(arguments: [0, 7, 10, 999, 7_000_000_000, 7_241_732_096, 1 << 52])
    func numbersKeepTheirDigits(_ value: Int) {
        #expect(DecimalZeros(value).value == value)
    }

    @Test(arguments: [
        (0, 1, 0), (999, 1000, 999), (1000, 1001, 1000), (1004, 1001, 1000), (1005, 1002, 1010), (9999, 1901, 10_000),
        (7_241_732_096, 7025, 7_240_000_000),
    ])
    func numbersAreRoundedToThreeDigits(_ value: Int, _ code: Int, _ rounded: Int) {
        #expect(RoundedNumber.code(value) == code)
        #expect(RoundedNumber.value(code) == rounded)
    }

    @Test func roundedNumbersKeepTheirOrder() {
        var value = 0
        var before = RoundedNumber.code(nil)
        while value < 1 << 50 {
            let code = RoundedNumber.code(value)
            #expect(code >= before)
            (before, value) = (code, value + 1 + value / 50)
        }
    }

    @Test func everyDocumentIsInTheBlockThatHasIt() {
        for count in [0, 1, 127, 128, 129, 600, 65_536, 70_000] {
            let blocks = BlockLayout(count: count, bands: [.init(first: 0, size: 128), .init(first: 512, size: 256)])
            var next = 0
            for block in 0..<blocks.blockCount {
                let range = blocks.range(of: block)
                #expect(range.lowerBound == next && !range.isEmpty)
                #expect(blocks.block(of: range.lowerBound) == block && blocks.block(of: range.upperBound - 1) == block)
                next = range.upperBound
            }
            #expect(next == count)
        }
    }
}
