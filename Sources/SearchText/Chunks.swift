/// The pieces of text between separators, before they become terms.
///
///     "Meta-Llama-3.1-8B"  → Meta, Llama, 3.1, 8B        a dot between digits stays
///     "c++ for ai/ml"      → c++, for, ai, ml            a single letter keeps `++` or `#`
///     "日本語BERT"          → 日本語 (ideographic), BERT
struct Chunk: Equatable {
    var start: Int
    var end: Int
    /// Han, kana or Hangul: written without spaces, so its characters and pairs are terms.
    var isIdeographic: Bool

    var count: Int { end - start }
}

extension Chunk {
    /// Cuts folded scalars (`Folding`) into chunks.
    static func scan(_ scalars: [UInt32], into chunks: inout [Chunk]) {
        chunks.removeAll(keepingCapacity: true)
        var position = 0
        while position < scalars.count {
            let kind = Kind(scalars[position])
            guard kind != .separator else {
                position += 1
                continue
            }
            let end = kind == .ideographic ? endOfIdeographs(scalars, position) : endOfWord(scalars, position)
            chunks.append(Chunk(start: position, end: end, isIdeographic: kind == .ideographic))
            position = end
        }
    }

    enum Kind {
        case letter, digit, ideographic, separator

        init(_ scalar: UInt32) {
            switch scalar {
            case 0x30...0x39: self = .digit
            case 0x41...0x5A, 0x61...0x7A: self = .letter
            case 0..<0x80: self = .separator
            default: self = Self.ideographs.contains { $0.contains(scalar) } ? .ideographic : Self.beyondASCII(scalar)
            }
        }

        /// Kana, Han, Hangul syllables, and the marks 々 and 〇 that stand among them.
        private static let ideographs: [ClosedRange<UInt32>] = [
            0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0x20000...0x3134F,
        ]

        /// Letters, marks and numbers (Unicode's L, M, N) are parts of words.
        private static func beyondASCII(_ scalar: UInt32) -> Kind {
            switch Unicode.Scalar(scalar)!.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
                .letter
            default: .separator
            }
        }
    }
}

extension Chunk {
    private static func endOfIdeographs(_ scalars: [UInt32], _ start: Int) -> Int {
        var end = start + 1
        while end < scalars.count, Kind(scalars[end]) == .ideographic { end += 1 }
        return end
    }

    private static func endOfWord(_ scalars: [UInt32], _ start: Int) -> Int {
        var end = start + 1
        while end < scalars.count {
            let kind = Kind(scalars[end])
            guard kind == .letter || kind == .digit || isDotBetweenDigits(scalars, end) else { break }
            end += 1
        }
        return end == start + 1 ? end + signs(scalars, after: start) : end
    }

    private static func isDotBetweenDigits(_ scalars: [UInt32], _ position: Int) -> Bool {
        scalars[position] == 0x2E && position + 1 < scalars.count && Kind(scalars[position - 1]) == .digit
            && Kind(scalars[position + 1]) == .digit
    }

    /// "c++" and "c#": how many signs belong to the single letter before them.
    private static func signs(_ scalars: [UInt32], after letter: Int) -> Int {
        guard scalars[letter] < 0x80, Kind(scalars[letter]) == .letter, letter + 1 < scalars.count else { return 0 }
        if scalars[letter + 1] == 0x23 { return 1 }
        let isDoublePlus = letter + 2 < scalars.count && scalars[letter + 1] == 0x2B && scalars[letter + 2] == 0x2B
        return isDoublePlus ? 2 : 0
    }
}
