/// Something wrong with one page, row or card, which the work can go on without.
///
///     Diagnostic("license.unknown", at: "acme/model", "my own terms")
///
/// The identifier is `concern.problem`; diagnostics are counted by it and shown on the data-quality page.
package struct Diagnostic: Hashable, Sendable {
    package var identifier: String
    /// Where: a repo id, a URL, a file and line.
    package var subject: String
    /// What was found, as sent but for what cannot be seen; bounded to 200 characters.
    package var detail: String

    package init(_ identifier: String, at subject: String, _ detail: String = "") {
        self.identifier = identifier
        self.subject = String(subject.prefix(200)).visible
        self.detail = String(detail.prefix(200)).visible
    }
}

/// Diagnostics counted by identifier, with the first few of each kept as examples.
///
///     var counts = DiagnosticCounts()
///     counts.add(Diagnostic("date.bad", at: "a/b", "yesterday"))
///     counts.byIdentifier["date.bad"]?.count → 1
package struct DiagnosticCounts: Sendable {
    /// How often one identifier came, and the first few of it.
    package struct Entry: Sendable {
        package var count = 0
        package var examples: [Diagnostic] = []
    }

    package private(set) var byIdentifier: [String: Entry] = [:]
    private let examplesKept: Int

    package init(examplesKept: Int = 5) { self.examplesKept = examplesKept }

    /// Counts that were made elsewhere, whose examples were not kept.
    package init(withoutExamples counts: [String: Int]) {
        self.init(examplesKept: 0)
        byIdentifier = counts.mapValues { Entry(count: $0) }
    }

    /// Adds what was counted elsewhere, but for these identifiers.
    package mutating func add(_ other: DiagnosticCounts, without left: Set<String> = []) {
        for (identifier, entry) in other.byIdentifier where !left.contains(identifier) {
            let room = max(0, examplesKept - (byIdentifier[identifier]?.examples.count ?? 0))
            byIdentifier[identifier, default: Entry()].count += entry.count
            byIdentifier[identifier]!.examples += entry.examples.prefix(room)
        }
    }

    package var total: Int { byIdentifier.values.reduce(0) { $0 + $1.count } }

    /// Counts one; it is kept as an example while there are few.
    package mutating func add(_ diagnostic: Diagnostic) {
        byIdentifier[diagnostic.identifier, default: Entry()].count += 1
        if byIdentifier[diagnostic.identifier]!.examples.count < examplesKept {
            byIdentifier[diagnostic.identifier]!.examples.append(diagnostic)
        }
    }
}
