import Foundation
import JSON
import Server
import TestSupport
import WebDriver

/// What tests ask of the search page that a browser has open.
extension Session {
    /// Opens the page of the search in a state and waits for its answer.
    func search(_ site: BuiltSite, _ state: String = "") async throws {
        try await show(site.url("search.html") + (state.isEmpty ? "" : "#\(state)"))
        try await answered()
    }

    /// Waits until no answer is being waited for: neither hits nor counts.
    func answered() async throws {
        try await wait(
            for: "the answer", until: "return document.documentElement.dataset.asked === 'done'", patienceSeconds: 20)
        try await settle()
    }

    /// Ids of the results, in their order.
    func hits() async throws -> [String] {
        try await texts("return [...document.querySelectorAll('[data-list] > [data-id]')].map((r) => r.dataset.id)")
    }

    func count() async throws -> String { try await text("return document.querySelector('[data-count]').textContent") }

    func hash() async throws -> String { try await text("return location.hash") }

    func says(_ selector: String) async throws -> String {
        try await text("return [...document.querySelectorAll('\(selector)')].map((e) => e.textContent).join(' ')")
    }
}

/// A copy of a site whose files a test may spoil.
struct SpoiltSite {
    let folder: TemporaryFolder
    let site: BuiltSite

    init(_ built: BuiltSite) throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: built.folder, toPath: folder.path("site"))
        site = BuiltSite(source: built.source, folder: folder.path("site"))
    }

    /// Rewrites every file of the index whose name begins so; nil removes it.
    func spoil(_ prefix: String, _ change: (String) -> String?) throws {
        let place = "\(site.folder)/data/search"
        for name in try FileManager.default.contentsOfDirectory(atPath: place) where name.hasPrefix(prefix) {
            let path = "\(place)/\(name)"
            if let text = change(try String(contentsOfFile: path, encoding: .utf8)) {
                try text.write(toFile: path, atomically: true, encoding: .utf8)
            } else {
                try FileManager.default.removeItem(atPath: path)
            }
        }
    }
}

/// A plain static server, the site below a path of its own.
func serve(_ site: BuiltSite, below path: String) throws -> Server {
    let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml",
    ]
    return try Server { request in
        guard request.path.hasPrefix(path), !request.path.contains("..") else { return ServerResponse(status: 404) }
        let name = String(request.path.dropFirst(path.count))
        guard let data = FileManager.default.contents(atPath: "\(site.folder)/\(name)") else {
            return ServerResponse(status: 404)
        }
        let suffix = name.split(separator: ".").last.map(String.init) ?? ""
        return ServerResponse(contentType: types[suffix] ?? "application/octet-stream", body: Array(data))
    }
}
