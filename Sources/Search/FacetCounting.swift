import Hardware
import SearchFormat

/// Exact counts of facets over matches. Each facet counts what the other filters leave, so that a reader sees what choosing
/// another value would give.
///
///     matches 10, 4 of them German; language ["de"] chosen
///     → language de 4, en 6, …     under the other filters alone
///       task …                     of the 4
struct FacetCounting {
    private let rule: FilterRule
    private let tables: Manifest.Tables
    private(set) var counts = FacetCounts()
    /// Matches but for one filter: what loosening it would give.
    private(set) var loosened: [SearchFilters.Key: Int] = [:]
    private var tallies: [FacetCounts.Facet: [String: Int]] = [:]

    /// What of a chunk is read.
    var parts: Set<Chunk.Part> { rule.parts.union([.counted]) }

    init(_ rule: FilterRule, _ tables: Manifest.Tables) {
        self.rule = rule
        self.tables = tables
    }

    mutating func count(_ chunk: Chunk, _ place: Int) {
        let failures = rule.failures(chunk, place)
        if failures.isEmpty {
            counts.total += 1
            for facet in FacetCounts.Facet.allCases { tally(facet, chunk.counted, place) }
        } else if failures.count == 1 {
            loosened[failures[0], default: 0] += 1
            if failures[0] == .fits, chunk.hardware(place, tables).memory(at: 16) == nil { counts.unknownSize += 1 }
            if let facet = FacetCounts.Facet(rawValue: failures[0].rawValue) {
                tally(facet, chunk.counted, place)
            }
        }
    }

    mutating func finish() -> FacetCounts {
        counts.counts = tallies.mapValues { tally in
            tally.map { FacetCounts.Value($0, $1) }.sorted {
                $0.count != $1.count ? $0.count > $1.count : $0.value.utf8.lexicographicallyPrecedes($1.value.utf8)
            }
        }
        return counts
    }
}

extension FacetCounting {
    private mutating func tally(_ facet: FacetCounts.Facet, _ chunk: FacetChunk, _ place: Int) {
        for value in values(facet, chunk, place) { tallies[facet, default: [:]][value, default: 0] += 1 }
    }

    private func values(_ facet: FacetCounts.Facet, _ chunk: FacetChunk, _ place: Int) -> [String] {
        func name(_ table: CodeTable, _ code: Int32) -> [String] { table.name(Int(code)).map { [$0] } ?? [] }
        func group(_ table: CodeTable, _ code: Int32) -> [String] {
            [table.groups.indices.contains(Int(code)) ? table.groups[Int(code)] : "none"]
        }
        return switch facet {
        case .task: name(tables.tasks, chunk.tasks[place])
        case .modality: group(tables.tasks, chunk.tasks[place])
        case .library: name(tables.libraries, chunk.libraries[place])
        case .license: name(tables.licenses, chunk.licenses[place])
        case .licenseClass: group(tables.licenses, chunk.licenses[place])
        case .language: chunk.languages(of: place).flatMap { name(tables.languages, $0) }
        case .format:
            tables.formats.names.indices.filter { chunk.formats[place] & 1 << $0 != 0 }
                .compactMap { tables.formats.name($0) }
        case .kind: [chunk.kinds[place].word]
        case .gated: chunk.gatings[place] == .unknown ? [] : [chunk.gatings[place] == .open ? "false" : "true"]
        case .bits: chunk.weightBits[place] < 0 ? [] : [String(chunk.weightBits[place])]
        }
    }
}
