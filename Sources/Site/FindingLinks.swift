import Report

/// Where a finding is seen, counted and explained.
struct FindingLinks {
    /// "growth.html#growth": the figure, else its page.
    var figure: String
    /// The id of the table that holds its rows; nil where its page draws none.
    var table: String?
    /// "growth.html#method"; nil where its page tells none.
    var method: String?

    init(_ finding: Finding, pages: [Page]) {
        let page = pages.first { $0.id == finding.page }
        table = finding.figure ?? page?.figures.first?.id
        figure = "\(finding.page).html" + (table.map { "#\($0)" } ?? "")
        method = page.flatMap { $0.method.isEmpty ? nil : "\(finding.page).html#method" }
    }
}
