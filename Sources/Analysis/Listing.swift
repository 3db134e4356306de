import Catalog
import Censuses
import Core
import Report

/// A census as sentences speak of it: what it counts, where, when.
extension Census {
    /// "model", "dataset", "Space".
    var noun: String {
        switch kind {
        case .models: "model"
        case .datasets: "dataset"
        case .spaces: "Space"
        }
    }

    var nouns: String { noun + "s" }

    /// What the counts are about: "the Hub" only for a whole listing.
    var place: String {
        switch source.coverage {
        case .whole: "the Hub"
        case .slice: "this slice of the Hub"
        case .selection: "this selection"
        }
    }

    /// The same with its day, where it is a list: "the Hub on 11 Jul 2024".
    var placeAndDay: String { source.coverage == .selection ? place : "\(place) on \(Format.day(source.day))" }

    var provenance: Provenance {
        Provenance(source: source.cited, rows: Format.count(rows, noun), caveat: source.limits)
    }

    /// Rows of each task, greatest first; nil is none stated.
    var tasks: [(task: String?, count: Int)] {
        var counts: [String?: Int] = [:]
        for cell in cells { counts[cell.task, default: 0] += cell.count }
        return counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0 ?? "") < ($0.1, $1.0 ?? "") }
    }

    var shareWithoutTask: Double? {
        let counted = cells.reduce(0) { $0 + $1.count }
        guard counted > 0 else { return nil }
        return Double(cells.reduce(0) { $0 + ($1.task == nil ? $1.count : 0) }) / Double(counted)
    }
}

extension SourceRow {
    /// "Hub model list, 11 Jul 2024".
    var cited: String { "\(title), \(coverage == .selection ? "to " : "")\(Format.day(day))" }

    /// What is left out, as a caveat under a figure; empty for a whole listing without a note.
    var limits: String {
        switch coverage {
        case .whole: note
        case .slice: note.isEmpty ? "A slice of the Hub, not all of it." : note
        case .selection: note.isEmpty ? "A selection, not the whole Hub." : note
        }
    }
}

extension [Census] {
    /// The census that sentences about `kind` speak from: of the listings (never selections) that say when their rows were
    /// made, a whole one before a slice, then the latest, then the greatest.
    func leading(_ kind: Census.Kind) -> Census? {
        filter { $0.kind == kind && $0.source.coverage != .selection && $0.isDated }.max { a, b in
            (a.source.coverage == .whole ? 1 : 0, a.source.day, a.rows, a.source.key)
                < (b.source.coverage == .whole ? 1 : 0, b.source.day, b.rows, b.source.key)
        }
    }
}

extension Census {
    /// Some row has a month, or stands before the record.
    var isDated: Bool { beforeRecord > 0 || cells.contains { $0.month != nil } }
}
