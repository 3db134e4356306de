import Core
import JSON

/// A month of an answer about page views.
///
///     PageviewsAnswer({"timestamp":"2026040100","views":7})  → 2026-04, 7
struct PageviewsAnswer {
    var month: Month
    var views: Int

    /// Nil for what is no such month.
    init?(_ item: JSONView) {
        guard let stamp = item["timestamp"]?.string, stamp.utf8.count == 10, let views = item["views"]?.integer,
            let month = Month("\(stamp.prefix(4))-\(stamp.dropFirst(4).prefix(2))")
        else { return nil }
        (self.month, self.views) = (month, views)
    }

    /// The field without which the answer says nothing: one that none of its months has; nil where all are there.
    ///
    ///     missing(in: {"items":[{"timestamp":"2026040100","hits":7}]})  → "views"
    ///
    /// One bad month among good ones is a bad month, and no change of the service.
    static func missing(in root: JSONView) -> String? {
        guard let items = root["items"], items.kind == .array else { return "items" }
        guard items.elements.first != nil else { return nil }
        if items.elements.allSatisfy({ $0["timestamp"]?.string == nil }) { return "timestamp" }
        if items.elements.allSatisfy({ $0["views"]?.number == nil }) { return "views" }
        return nil
    }
}
