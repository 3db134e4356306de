import Core

/// What was wrong with a table, counted.
final class CSVNotes {
    /// What the table is called: a file, an address.
    let subject: String
    var counts = DiagnosticCounts()

    init(subject: String) { self.subject = subject }

    func note(_ identifier: String, record: Int, _ detail: String) {
        counts.add(Diagnostic(identifier, at: "\(subject) record \(record)", detail))
    }
}
