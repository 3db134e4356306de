import Foundation
import Hashing
import JSON
import Markup

/// A built site in memory: its files, its pages as trees.
struct CheckedSite {
    let files: [String: [UInt8]]
    let pages: [String: CheckedPage]
    /// Where the site says it will be found: what begins with it is no foreign address.
    let base: String?

    init(reading folder: String) throws(SiteError) {
        var files: [String: [UInt8]] = [:]
        do {
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
            where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
                var isFolder: ObjCBool = false
                let exists = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
                if !exists || isFolder.boolValue { continue }
                files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            }
        } catch { throw SiteError(.unreadable(error.localizedDescription), at: folder) }
        guard files["index.html"] != nil else {
            throw SiteError(.missingFile(hint: "build the site first"), at: "\(folder)/index.html")
        }
        self.files = files
        pages = Dictionary(
            uniqueKeysWithValues: files.filter { $0.key.hasSuffix(".html") }
                .map { ($0.key, CheckedPage(name: $0.key, bytes: $0.value)) })
        base = pages["index.html"]?.elements.first { $0.name == "link" && $0["rel"] == "canonical" }?["href"]
    }
}

extension CheckedSite {
    /// Links that lead nowhere, files that are not there, addresses that would need a network or a server.
    func references(of page: CheckedPage) -> [SiteProblem] {
        page.elements.flatMap { element in
            References.of(element).compactMap { reference -> SiteProblem? in
                problem(with: reference, on: page).map { page.problem($0.rule, $0.text, at: element.line) }
            }
        }
    }

    private func problem(
        with reference: References.Reference, on page: CheckedPage
    ) -> (rule: SiteProblem.Rule, text: String)? {
        var address = reference.address
        if let base, page.name == "404.html", address.hasPrefix(base) { address.removeFirst(base.count) }
        let shown = "\"\(address.prefix(120))\""
        let scheme = References.scheme(of: address)
        if let scheme { return foreign(scheme, reference, shown) }
        if address.hasPrefix("/") { return (.offline, "\(shown) begins at a host's root, which a disk does not have") }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "?", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        guard let target = path.isEmpty ? page.name : References.resolve(path, from: page.name),
            files[target] != nil
        else {
            let hint = path.hasSuffix("/") ? "; a link ends in a file's name" : ""
            return (reference.isLoaded ? .asset : .link, "\(shown) is not here\(hint)")
        }
        guard parts.count == 2, let other = pages[target], !other.hasTarget(String(parts[1])) else { return nil }
        return (.link, "\(shown) leads to no id of \(target)")
    }

    private func foreign(
        _ scheme: String, _ reference: References.Reference, _ shown: String
    ) -> (rule: SiteProblem.Rule, text: String)? {
        switch (scheme, reference.isLoaded) {
        case ("data", true): nil
        case (_, true): (.offline, "\(shown) would be loaded from elsewhere")
        case ("https", _), ("http", _), ("mailto", _): nil
        default: (.script, "\(shown) has a scheme that no link here needs")
        }
    }

    /// What styles load.
    var styles: [SiteProblem] {
        files.filter { $0.key.hasSuffix(".css") }.flatMap { name, bytes in
            References.inStyle(String(decoding: bytes, as: UTF8.self)).compactMap { address in
                if References.scheme(of: address) == "data" { return nil }
                if References.scheme(of: address) != nil || address.hasPrefix("/") {
                    return SiteProblem(
                        file: name, line: 0, rule: .offline, text: "\"\(address)\" would be loaded from elsewhere")
                }
                // `#id` in a style is a reference into the picture it styles.
                if address.hasPrefix("#") { return nil }
                let target = References.resolve(address, from: name)
                if let target, files[target] != nil { return nil }
                return SiteProblem(file: name, line: 0, rule: .asset, text: "\"\(address)\" is not here")
            }
        }
    }

    /// Data files that are no JSON.
    var data: [SiteProblem] {
        files.filter { $0.key.hasSuffix(".json") }.compactMap { name, bytes in
            do { _ = try JSONValue.parse(bytes) } catch {
                return SiteProblem(file: name, line: 0, rule: .script, text: "is no JSON (\(error))")
            }
            return nil
        }
    }

    /// First visits that are too heavy: the page with the styles and scripts it names itself, packed.
    var weights: [SiteProblem] {
        var weights = PageWeights(files: files)
        return pages.values.sorted { $0.name < $1.name }.compactMap { page in
            let bytes = weights.firstVisit(of: page)
            guard bytes > SiteSummary.budgetBytes else { return nil }
            let text = "a first visit brings \(bytes) bytes packed, \(SiteSummary.budgetBytes) are allowed"
            return page.problem(.weight, text, at: 0)
        }
    }

    /// The search index: every file that its list names, as large and with the hash that it says, and none besides.
    var search: [SiteProblem] {
        let place = SearchShards.place + "/"
        let list = place + SearchShards.list
        let problem = { (name: String, text: String) in
            SiteProblem(file: name, line: 0, rule: .asset, text: text)
        }
        let shards: SearchShards
        guard let bytes = files[list] else {
            return files.keys.filter { $0.hasPrefix(place) }.sorted().map { problem($0, "belongs to no search index") }
        }
        do { shards = try SearchShards(json: try JSONValue.parse(bytes)) } catch let error as SearchShards.Malformed {
            return [problem(list, error.text)]
        } catch { return [] }  // No JSON at all: `data` says so.
        var out: [SiteProblem] = []
        for file in shards.files {
            guard let held = files[place + file.name] else {
                out.append(problem(list, "lists \(file.name), which is not here"))
                continue
            }
            if held.count != file.sizeBytes || SHA256.hex(held) != file.sha256 {
                out.append(problem(place + file.name, "is not the file that index.json lists"))
            }
        }
        let listed = Set(shards.files.map { place + $0.name } + [list])
        out += files.keys.filter { $0.hasPrefix(place) && !listed.contains($0) }
            .map { problem($0, "is not listed in index.json") }
        return out
    }
}
