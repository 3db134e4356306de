/// Which byte stands between the fields of a table.
enum Delimiter {
    private static let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    private static let recordsLooked = 50

    /// The one that cuts the most records into as many fields as the header has; a comma where none cuts anything.
    ///
    ///     "a;b\n1,5;2\n"  → ";"
    static func detect(in sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> UInt8 {
        let scores = known.map { score($0, sample, isWhole: isWhole) }
        let best = scores.indices.max { scores[$0] == scores[$1] ? $0 > $1 : scores[$0] < scores[$1] } ?? 0
        return known[best]
    }

    /// Records of the header's width, then its width.
    private static func score(
        _ delimiter: UInt8, _ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool
    ) -> Score {
        var scanner = CSVScanner(delimiter: delimiter)
        var (position, looked) = (0, 0)
        var score = Score()
        while position < sample.count, looked < recordsLooked {
            guard case .record(let next) = scanner.scan(sample, from: position, isLast: isWhole) else { break }
            position = next
            if scanner.isEmptyLine { continue }
            looked += 1
            if score.width == 0 { score.width = scanner.count }
            if scanner.count == score.width, score.width > 1 { score.records += 1 }
        }
        return score
    }

    private struct Score: Comparable {
        var records = 0
        var width = 0

        static func < (a: Score, b: Score) -> Bool { (a.records, a.width) < (b.records, b.width) }
    }
}
