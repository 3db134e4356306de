package import SearchFormat

/// Known words near a mistyped one. Twin: `assets/js/search/words.js`.
///
///     corrections(of: "instuct") → instruct (distance 1)
///     corrections(of: "lama")    → llama (distance 1), unless "lama" is a word of the table
///
/// Near is one letter added, lost, changed, or two neighbors swapped (optimal string alignment distance); two such steps for
/// words of eight characters and more. Digits are never corrected: "13b" is not "1b".
package struct Corrections: Sendable {
    package struct Correction: Equatable, Sendable {
        package var text: String
        package var distance: Int
    }

    static let shortest = 4
    static let longForTwo = 8
    static let most = 3
    /// Steps of popularity by which it doubles.
    static let octave = 8.0

    private let words: [[UInt8]]
    private let popularity: [UInt8]
    private let places: [[UInt8]: Int]
    /// Indices of words by their length.
    private var byLength: [Int: [Int]] = [:]

    package init(_ table: WordTable) {
        words = table.words
        popularity = table.popularity
        places = Dictionary(uniqueKeysWithValues: table.words.enumerated().map { ($1, $0) })
        for (index, word) in words.enumerated() { byLength[word.count, default: []].append(index) }
    }

    package func isKnown(_ word: String) -> Bool { places[Array(word.utf8)] != nil }

    /// 0…255, 8 more is twice as popular; nil for a word that the table does not have.
    package func popularity(of word: String) -> Int? { places[Array(word.utf8)].map { Int(popularity[$0]) } }

    /// The best three: by distance, then by popularity, then in the order of the alphabet. Of a known word only those of one
    /// letter that are 2^rival times as popular.
    package func corrections(of word: String, rival: Double) -> [Correction] {
        let typed = Array(word.utf8)
        guard typed.count >= Self.shortest, typed.contains(where: { !Self.isDigit($0) }) else { return [] }
        let known = popularity(of: word)
        let limit = typed.count >= Self.longForTwo && known == nil ? 2 : 1
        var found: [(index: Int, distance: Int)] = []
        for length in typed.count - limit...typed.count + limit {
            for index in byLength[length] ?? [] where Self.haveSameDigits(words[index], typed) {
                let distance = EditDistance.measure(typed, words[index], atMost: limit)
                if distance > 0, distance <= limit { found.append((index, distance)) }
            }
        }
        if let known { found.removeAll { Double(popularity[$0.index]) < Double(known) + Self.octave * rival } }
        found.sort {
            ($0.distance, -Int(popularity[$0.index]), $0.index) < ($1.distance, -Int(popularity[$1.index]), $1.index)
        }
        return found.prefix(Self.most).map { .init(text: text($0.index), distance: $0.distance) }
    }

    /// The most popular words that begin with a text and are longer.
    package func completions(of prefix: String, most: Int = 5) -> [String] {
        let typed = Array(prefix.utf8)
        var index = words.partitioningIndex { !$0.lexicographicallyPrecedes(typed) }
        var found: [Int] = []
        while index < words.count, words[index].starts(with: typed) {
            if words[index].count > typed.count { found.append(index) }
            index += 1
        }
        found.sort { (-Int(popularity[$0]), $0) < (-Int(popularity[$1]), $1) }
        return found.prefix(most).map(text)
    }

    /// "bertbase" → bert, base: both known, of two characters at least; of several ways the one whose rarer word is the most
    /// popular, then the one with the longer beginning. A known word is split only into words 2^rival times as popular.
    package func split(_ word: String, rival: Double) -> (String, String)? {
        let typed = Array(word.utf8)
        guard typed.count >= Self.shortest else { return nil }
        var best: (at: Int, popularity: Int)?
        for at in 2...typed.count - 2 {
            guard let left = places[Array(typed[..<at])], let right = places[Array(typed[at...])] else { continue }
            let rarer = Int(min(popularity[left], popularity[right]))
            if best == nil || rarer >= best!.popularity { best = (at, rarer) }
        }
        if let best, let known = popularity(of: word), Double(best.popularity) < Double(known) + Self.octave * rival {
            return nil
        }
        return best.map {
            (String(decoding: typed[..<$0.at], as: UTF8.self), String(decoding: typed[$0.at...], as: UTF8.self))
        }
    }
}

extension Corrections {
    private func text(_ index: Int) -> String { String(decoding: words[index], as: UTF8.self) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x2E }

    private static func haveSameDigits(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.lazy.filter(isDigit).elementsEqual(b.lazy.filter(isDigit))
    }
}

extension RandomAccessCollection {
    /// The first place from which on `isBehind` holds, in a collection where it then always does.
    func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let middle = index(low, offsetBy: count / 2)
            if isBehind(self[middle]) {
                count /= 2
            } else {
                low = index(after: middle)
                count -= count / 2 + 1
            }
        }
        return low
    }
}
