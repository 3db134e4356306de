import Archive
import Core
import JSON

/// Who owns the most liked models of the list that was collected last.
enum Owners {
    /// Owners by the likes of all their models, most first; equal ones by name.
    static func mostLiked(_ count: Int, in archive: Archive, hub: String, log: Log) throws -> [String] {
        let lists = archive.walks.filter { $0.name == "models" && $0.records > 0 && $0.plan.hasPrefix(hub) }
        let imports = archive.walks.filter { $0.name.hasPrefix("import/") }
        let walks = Set((lists.last.map { [$0] } ?? imports).map(\.id))
        var likes: [String: Int] = [:]
        let parser = JSONParser()
        for entry in archive.entries where walks.contains(entry.walk) {
            guard let isList = ["hub-models": true, "hub-models-ndjson": false][entry.format] else { continue }
            do {
                let body = try archive.page(entry).body
                if isList {
                    for item in try parser.parse(body).root.elements { add(item, to: &likes) }
                } else {
                    for line in body.split(separator: 10) { add(try parser.parse(Array(line)).root, to: &likes) }
                }
            } catch {
                // Cleaning counts what cannot be read; here it only costs an owner some likes.
                log.warning("Collect", "\(entry.url): \(error)")
            }
        }
        return likes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map(\.key)
    }

    private static func add(_ item: JSONView, to likes: inout [String: Int]) {
        guard let id = item["id"]?.string, let slash = id.firstIndex(of: "/"), id.utf8.count <= 200 else { return }
        let more = max(0, min(item["likes"]?.integer ?? 0, 1 << 32))
        likes[String(id[..<slash]), default: 0] += more
    }
}
