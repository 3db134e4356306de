import Core
import JSON

/// The day of a post, in the ways that files of posts say it.
///
///     PostDate.day("2025-03-01T10:00:00Z")            → 2025-03-01
///     PostDate.day("2025-03-01 10:00:00")             → 2025-03-01
///     PostDate.day("1740823200"), in seconds or milliseconds since 1970
///     PostDate.day("Sat Mar 01 10:00:00 +0000 2025")  → 2025-03-01
///
/// A date without an offset is taken as UTC. What lies before 1990 or after 2100 is no date of a post.
enum PostDate {
    static func day(_ view: JSONView) -> Day? {
        switch view.kind {
        case .string: view.string.flatMap(day)
        case .integer, .number: view.number.flatMap(day(seconds:))
        default: nil
        }
    }

    static func day(_ text: String) -> Day? {
        let text = text.utf8.count <= 40 ? text : String(text.prefix(40))
        if let instant = Instant(text) { return checked(instant.day) }
        if let number = Double(text) { return day(seconds: number) }
        if let day = Day(String(text.prefix(10))) { return checked(day) }
        let words = text.split(separator: " ")
        guard words.count == 6, let month = months.firstIndex(of: String(words[1])) else { return nil }
        let number = String(month + 1)
        return Day("\(words[5])-\(number.count == 1 ? "0" : "")\(number)-\(words[2])").flatMap(checked)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func day(seconds: Double) -> Day? {
        // Seconds of this century have ten digits, milliseconds thirteen.
        let seconds = seconds > 1e11 ? seconds / 1000 : seconds
        guard seconds > 0, seconds < 1e11 else { return nil }
        return checked(Instant(seconds: Int(seconds)).day)
    }

    private static func checked(_ day: Day) -> Day? { (1990...2100).contains(day.civil.year) ? day : nil }
}
