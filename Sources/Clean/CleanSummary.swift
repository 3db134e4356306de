/// What a run of cleaning did, in numbers.
package struct CleanSummary: Equatable, Sendable, CustomStringConvertible {
    package var pages = 0
    /// Records as sent, those included that were kept out.
    package var records = 0
    /// Different models, datasets, Spaces of this run.
    package var models = 0
    package var datasets = 0
    package var spaces = 0
    /// Records that came a second time in one listing; the later one stands.
    package var duplicates = 0
    package var diagnostics = 0

    package var description: String {
        var kinds = ["\(grouped(models)) models"]
        if datasets > 0 { kinds.append("\(grouped(datasets)) datasets") }
        if spaces > 0 { kinds.append("\(grouped(spaces)) Spaces") }
        return "\(grouped(pages)) pages, \(grouped(records)) records: \(kinds.joined(separator: ", ")), "
            + "\(grouped(duplicates)) duplicates, \(grouped(diagnostics)) diagnostics"
    }
}

private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
}
