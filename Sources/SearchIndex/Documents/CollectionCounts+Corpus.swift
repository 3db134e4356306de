import SearchFormat

extension CollectionCounts {
    /// Counts of everything that has no table.
    init(_ corpus: Corpus) {
        self.init()
        var bits: [Int: Int] = [:]
        for facts in corpus.facts {
            gating[Int(facts.gating.rawValue)] += 1
            kind[Int(facts.kind.rawValue)] += 1
            conversational += facts.marks.contains(.conversational) ? 1 : 0
            merge += facts.marks.contains(.merge) ? 1 : 0
            mixtureOfExperts += facts.marks.contains(.mixtureOfExperts) ? 1 : 0
            removed += facts.marks.contains(.removed) ? 1 : 0
            withoutTask += facts.task < 0 ? 1 : 0
            withoutLibrary += facts.library < 0 ? 1 : 0
            withoutLicense += facts.license < 0 ? 1 : 0
            withoutLanguages += facts.languages < 0 ? 1 : 0
            withoutFormats += facts.formats < 0 ? 1 : 0
            withoutArchitecture += facts.architecture < 0 ? 1 : 0
            withoutParameters += facts.parameters < 0 ? 1 : 0
            if facts.weightBits >= 0 { bits[Int(facts.weightBits), default: 0] += 1 }
        }
        weightBits = bits.sorted { $0.key < $1.key }.map { Bits(bits: $0.key, count: $0.value) }
    }
}
