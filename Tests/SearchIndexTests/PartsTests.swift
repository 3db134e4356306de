import SearchFormat
import SearchText
import Testing

@testable import SearchIndex

@Suite struct PartsTests {
    @Test(arguments: [(0, 0), (2, 0), (3, 1), (9, 2), (30, 2), (31, 3), (99, 4), (999_999, 12), (Int.max / 2, 35)])
    func levelsBeginAtHalvesOfPowersOfTen(_ traffic: Int, _ level: Int) {
        #expect(DocumentOrder.level(traffic: traffic) == level)
    }

    @Test func dictionaryNumbersTermsAsTheyCome() {
        var dictionary = TermDictionary()
        let texts = (0..<20_000).map { "term\($0 % 10_000)" }
        let numbers = texts.map { dictionary.number(of: Array($0.utf8)[...]) }
        #expect(numbers == texts.indices.map { $0 % 10_000 })
        let sorted = dictionary.sorted().map { String(decoding: dictionary.text(Int($0)), as: UTF8.self) }
        #expect(sorted == Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test func classesRiseAndCoverEveryImpact() {
        for postings in [
            [Int](repeating: 0, count: 256), (0..<256).map { $0 * $0 % 97 }, [0, 5] + [Int](repeating: 0, count: 254),
        ] {
            let classes = ImpactClasses(postings: postings)
            #expect(classes.values.count == 16)
            #expect(zip(classes.values, classes.values.dropFirst()).allSatisfy { $0 < $1 })
            #expect(zip(classes.ofFine, classes.ofFine.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    /// With at most sixteen different impacts, nothing is lost but the rounding.
    @Test func fewImpactsAreKeptExactly() {
        var postings = [Int](repeating: 0, count: 256)
        let used = (0..<16).map { $0 * 15 + 7 }
        for fine in used { postings[fine] = 1 + fine }
        let classes = ImpactClasses(postings: postings)
        for fine in used {
            #expect(abs(classes.values[Int(classes.ofFine[fine])] - Double(fine) / 255) < 0.0002)
        }
    }

    /// Of a long list four classes stay, those that stand best for the others, and their order.
    @Test func longListsKnowFewClasses() {
        let classes = ImpactClasses(postings: (0..<256).map { 1 + $0 * $0 % 97 })
        let list: [UInt8] = (0..<1_000).map { UInt8($0 * 7 % 16) }
        let coarse = classes.coarse(list)
        #expect(Set(coarse).count == ImpactClasses.countInLongList)
        let error = zip(list, coarse).map { abs(classes.values[Int($0)] - classes.values[Int($1)]) }.max()!
        #expect(error < (classes.values[15] - classes.values[0]) / 4)
        for (a, b) in zip(zip(list, coarse), zip(list, coarse).dropFirst()) where a.0 < b.0 { #expect(a.1 <= b.1) }
        #expect(classes.coarse([3, 9, 3, 9]) == [3, 9, 3, 9])
        #expect(classes.coarse([]).isEmpty)
    }

    /// A term in the name says more than the same in a tag, and in a short name more than in a long one.
    @Test func impactFollowsFieldAndLength() {
        let scale = ImpactScale(Weights())
        let short = scale.parts(lengths: [2, 0, 0, 8, 0])
        let long = scale.parts(lengths: [9, 0, 0, 8, 0])
        #expect(scale.fine(short[0]) > scale.fine(long[0]))
        #expect(scale.fine(short[0]) > scale.fine(short[3]))
        #expect(scale.fine(short[0] * 2) > scale.fine(short[0]))
    }

    /// The index turned round and back is what it was.
    @Test func inversionLosesNothing() throws {
        var corpus = Corpus(weights: Weights())
        for row in TinyHub.rows { corpus.append(row) }
        let order = DocumentOrder(corpus)
        let index = InvertedIndex(corpus.forward, order: order.rows, sorted: corpus.forward.dictionary.sorted())
        var terms = [Set<UInt32>](repeating: [], count: corpus.count)
        for place in 0..<index.termCount {
            #expect(index.df(place) == index.documents(place).count)
            #expect(zip(index.documents(place), index.documents(place).dropFirst()).allSatisfy { $0 < $1 })
            for document in index.documents(place) { terms[Int(document)].insert(index.sorted[place]) }
        }
        for (document, row) in order.rows.enumerated() {
            #expect(terms[document] == Set(corpus.forward.terms(of: Int(row))))
        }
    }
}
