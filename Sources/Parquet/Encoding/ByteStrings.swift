/// Texts or other runs of bytes, one behind the other in one piece of memory.
///
///     var names = ByteStrings()
///     names.append("llama"); names.append("bert")
///     names.text(1)   → "bert"
///     names.ends      → [5, 9]
package struct ByteStrings: Equatable, Sendable {
    package private(set) var bytes: [UInt8] = []
    package private(set) var ends: [Int] = []

    package init() {}

    init(bytes: [UInt8], ends: [Int]) {
        self.bytes = bytes
        self.ends = ends
    }

    package var count: Int { ends.count }

    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    package mutating func append(_ value: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: value)
        ends.append(bytes.count)
    }

    mutating func append(_ value: ArraySlice<UInt8>) {
        bytes += value
        ends.append(bytes.count)
    }

    mutating func reserve(_ count: Int, bytes more: Int) {
        ends.reserveCapacity(ends.count + count)
        bytes.reserveCapacity(bytes.count + more)
    }

    mutating func append(_ others: ByteStrings) {
        let start = bytes.count
        bytes += others.bytes
        ends += others.ends.lazy.map { $0 + start }
    }

    package func start(_ i: Int) -> Int { i == 0 ? 0 : ends[i - 1] }

    package subscript(i: Int) -> ArraySlice<UInt8> { bytes[start(i)..<ends[i]] }

    /// What is no UTF-8 is shown by U+FFFD.
    package func text(_ i: Int) -> String { String(decoding: self[i], as: UTF8.self) }

    package var texts: [String] { (0..<count).map(text) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
