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
        // The front page tells no method: the page that its figure opens does.
        let opened = page?.figures.first { $0.id == table }?.opens?.page
        let explaining = [finding.page, opened].compactMap { id in pages.first { $0.id == id } }
        method = explaining.first { !$0.method.isEmpty }.map { "\($0.id).html#method" }
    }
}
