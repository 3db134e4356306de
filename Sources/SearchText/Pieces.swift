/// The words inside one chunk: at capitals, and between letters and digits where at least three letters stand together.
///
///     "BerrySauce"  → Berry, Sauce          "gpt2"     → gpt, 2
///     "BERTLarge"   → BERT, Large           "8b", "v2" → themselves
///     "Llama3Chat"  → Llama, 3, Chat        "t5xxl"    → t5, xxl
enum Pieces {
    static func cut(_ scalars: [UInt32], _ chunk: Chunk, into pieces: inout [Range<Int>]) {
        pieces.removeAll(keepingCapacity: true)
        var start = chunk.start
        var runStart = chunk.start
        for position in chunk.start + 1..<max(chunk.end, chunk.start + 1) {
            let isNewRun = isDigit(scalars[position]) != isDigit(scalars[position - 1])
            if isNewRun {
                let isBorder =
                    isDigit(scalars[position])
                    ? position - runStart >= 3 : letters(scalars, position, chunk.end) >= 3
                runStart = position
                guard isBorder else { continue }
            } else if !isCamel(scalars, position, chunk.end) {
                continue
            }
            pieces.append(start..<position)
            start = position
        }
        pieces.append(start..<chunk.end)
    }

    /// Worth a term of its own: a number, or at least three letters.
    static func isTerm(_ scalars: [UInt32], _ piece: Range<Int>) -> Bool {
        piece.count >= 3 || piece.contains { isDigit(scalars[$0]) }
    }

    /// Digits, and dots between them.
    static func isNumber(_ scalars: [UInt32], _ piece: Range<Int>) -> Bool {
        piece.allSatisfy { isDigit(scalars[$0]) }
    }

    /// Two letters or more and nothing else: "llama" before "3" makes "llama3".
    static func isWord(_ scalars: [UInt32], _ piece: Range<Int>) -> Bool {
        piece.count >= 2 && !piece.contains { isDigit(scalars[$0]) }
    }
}

extension Pieces {
    /// A dot inside a chunk stands between digits and counts as one.
    private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) || scalar == 0x2E }

    private static func letters(_ scalars: [UInt32], _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, !isDigit(scalars[position]) { position += 1 }
        return position - start
    }

    /// "yS" in "BerrySauce"; "TL" before "a" in "BERTLarge". Only the letters of ASCII have capitals here.
    private static func isCamel(_ scalars: [UInt32], _ position: Int, _ end: Int) -> Bool {
        guard isUpper(scalars[position]) else { return false }
        if isLower(scalars[position - 1]) { return true }
        return isUpper(scalars[position - 1]) && position + 1 < end && isLower(scalars[position + 1])
    }

    private static func isUpper(_ scalar: UInt32) -> Bool { (0x41...0x5A).contains(scalar) }
    private static func isLower(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
}
