import SearchFormat

/// Stage 1: which documents match what, from postings alone. Twin: `assets/js/search/match.js`.
///
/// A position's value in a document is that of its best alternative; the total is their sum in the order of the positions.
/// In the tail a list of which only the head was read is *unseen*: the position may match, and counts `unseen` times what
/// it would be worth.
struct Matching {
    /// An alternative with its documents.
    struct Loaded {
        var alternative: QueryPlan.Alternative
        /// Value of each document, for each position it stands for.
        var documents: [UInt32]
        var values: [Double]
        /// What a document of the tail is worth if it has the term whose tail was not read; nil when all was read.
        var unseenValue: Double?
        /// Whether the term is anywhere in the index.
        var isThere: Bool
        /// Whether it may match where it was not read.
        var isUnseen: Bool { unseenValue != nil && alternative.source != .hint }
    }

    struct Candidate {
        var document: Int
        /// Of what was read.
        var total: Double
        /// Bit i: position i matched.
        var matched: UInt32
        /// Bit i: it may match, unseen.
        var maybe: UInt32
        /// What the words as they were typed are worth, popularity aside; nil where one does not match. What may be the
        /// exact name is among the greatest.
        var typed: Double?
        /// total and what is unseen, × coverage × prior.
        var score: Double
        var isFull: Bool
    }

    let plan: QueryPlan
    let scoring: Scoring
    let manifest: Manifest
    let required: UInt32
    let requiredCount: Int

    init(_ plan: QueryPlan, _ scoring: Scoring, _ manifest: Manifest) {
        self.plan = plan
        self.scoring = scoring
        self.manifest = manifest
        var required: UInt32 = 0
        for (i, position) in plan.positions.enumerated() where position.isRequired { required |= 1 << UInt32(i) }
        self.required = required
        requiredCount = required.nonzeroBitCount
    }

    /// - Parameter isAllowed: The filters.
    func candidates(_ loaded: [Loaded], isAllowed: (Int) -> Bool) -> [Candidate] {
        var sums = Sums(count: manifest.modelCount)
        for position in plan.positions.indices {
            for item in loaded where item.alternative.positions.contains(position) {
                sums.add(item.documents, item.values, isMatch: item.alternative.source != .hint)
            }
            sums.close(position)
        }
        for item in loaded where item.alternative.source == .word { sums.addTyped(item) }
        let unseen = unseenValues(loaded)
        var candidates: [Candidate] = []
        for document in sums.touched where isAllowed(Int(document)) {
            candidates.append(candidate(Int(document), sums, unseen))
        }
        return candidates
    }

    /// Fully matched first, then by score, then by number.
    static func byScore(_ a: Candidate, _ b: Candidate) -> Bool {
        if a.isFull != b.isFull { return a.isFull }
        return a.score != b.score ? a.score > b.score : a.document < b.document
    }

    /// By the typed words alone; of equal ones the least popular first: the others have a good score, too.
    static func byTyped(_ a: Candidate, _ b: Candidate) -> Bool {
        a.typed! != b.typed! ? a.typed! > b.typed! : a.document > b.document
    }
}

extension Matching {
    /// The best unseen value of each position, of all alternatives and of the typed words; 0 where all was read.
    private func unseenValues(_ loaded: [Loaded]) -> (any: [Double], typed: [Double]) {
        func best(_ counts: (QueryPlan.Source) -> Bool) -> [Double] {
            plan.positions.indices.map { position in
                loaded.filter { $0.alternative.positions.contains(position) && counts($0.alternative.source) }
                    .compactMap(\.unseenValue).max() ?? 0
            }
        }
        return (best { $0 != .hint }, best { $0 == .word })
    }

    private func candidate(_ document: Int, _ sums: Sums, _ unseen: (any: [Double], typed: [Double])) -> Candidate {
        let matched = sums.matched[document]
        var maybe: UInt32 = 0
        var total = sums.totals[document]
        let known = total
        if document >= manifest.head {
            for (position, value) in unseen.any.enumerated() where value > 0 && matched & 1 << UInt32(position) == 0 {
                total += scoring.weights.unseen * value
                maybe |= 1 << UInt32(position)
            }
        }
        let count = ((matched | maybe) & required).nonzeroBitCount
        let popularity = Scoring.popularity(ofLevel: manifest.level(of: document))
        return Candidate(
            document: document, total: known, matched: matched, maybe: maybe,
            typed: typed(document, sums, unseen.typed),
            score: total * scoring.coverage(matched: count, of: requiredCount) * scoring.prior(popularity),
            isFull: count == requiredCount)
    }

    private func typed(_ document: Int, _ sums: Sums, _ unseen: [Double]) -> Double? {
        var (value, matched) = (sums.typed[document], sums.typedMatched[document])
        if document >= manifest.head {
            for (position, more) in unseen.enumerated() where more > 0 && matched & 1 << UInt32(position) == 0 {
                value += more
                matched |= 1 << UInt32(position)
            }
        }
        return matched == (1 << UInt32(plan.positions.count)) - 1 ? value : nil
    }
}

extension Manifest {
    /// What is known of a document's popularity by its number.
    func level(of document: Int) -> Int {
        let index = levels.partitioningIndex { $0.first > document }
        return index == 0 ? 0 : levels[index - 1].level
    }
}

/// Values of documents, position after position.
private struct Sums {
    var totals: [Double]
    var matched: [UInt32]
    /// Of the words as they were typed.
    var typed: [Double]
    var typedMatched: [UInt32]
    /// In the order they were first seen.
    var touched: [UInt32] = []
    private var best: [Double]
    private var isMatch: [Bool]
    private var ofPosition: [UInt32] = []

    init(count: Int) {
        totals = Array(repeating: 0, count: count)
        matched = Array(repeating: 0, count: count)
        typed = totals
        typedMatched = matched
        best = totals
        isMatch = Array(repeating: false, count: count)
    }

    mutating func add(_ documents: [UInt32], _ values: [Double], isMatch matches: Bool) {
        for (document, value) in zip(documents, values) {
            let place = Int(document)
            guard place < best.count else { continue }
            if best[place] == 0 { ofPosition.append(document) }
            if value > best[place] { best[place] = value }
            if matches { isMatch[place] = true }
        }
    }

    /// A word stands for one position only.
    mutating func addTyped(_ item: Matching.Loaded) {
        for (document, value) in zip(item.documents, item.values) where Int(document) < typed.count {
            typed[Int(document)] += value
            typedMatched[Int(document)] |= 1 << UInt32(item.alternative.positions[0])
        }
    }

    mutating func close(_ position: Int) {
        for document in ofPosition {
            let place = Int(document)
            if totals[place] == 0 { touched.append(document) }
            totals[place] += best[place]
            if isMatch[place] { matched[place] |= 1 << UInt32(position) }
            best[place] = 0
            isMatch[place] = false
        }
        ofPosition.removeAll(keepingCapacity: true)
    }
}
