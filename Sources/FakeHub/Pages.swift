import JSON
import Server

// What the Hub has for people: pages of models, and what it asks of programs.

extension World {
    /// `/robots.txt`, or the page of a model; nil where the path is another.
    func page(_ parts: [String]) -> ServerResponse? {
        if parts == ["robots.txt"] {
            return ServerResponse(text: "User-agent: *\nAllow: /\nDisallow: /settings\nDisallow: /*/raw/\n")
        }
        guard (1...2).contains(parts.count), parts[0] != "api" else { return nil }
        let id = parts.joined(separator: "/")
        if let model = models.repo(id) { return ServerResponse(html: html(of: model)) }
        guard let renamed = renames[id] else { return nil }
        return ServerResponse(
            status: 307, text: "", headers: [("Location", "/" + Percent.encode(renamed, keeping: "/"))])
    }

    /// Bytes of the files under a path; only the whole tree is asked for here.
    func treeSize(of repo: FakeRepo, revision: String) throws(Refusal) -> ServerResponse {
        guard revision == "main" else {
            throw Refusal(404, "Invalid rev id: \(revision)", code: "RevisionNotFound")
        }
        return ServerResponse(json: ["path": "", "size": .integer(repo.treeSizeBytes)])
    }

    /// The card, in which an owner may write anything, then the Hub's own words beside it.
    private func html(of model: FakeRepo) -> String {
        let size =
            model.pageSize.map { "<div class=\"flex\"><div>Model size</div>\n<div>\($0) params</div></div>" } ?? ""
        return """
            <!doctype html><html><head><title>\(escaped(model.id))</title><script>var x = "Model size 9B params";</script></head>
            <body><main><section><div class="model-card-content prose hf-sanitized"><p>Model size 999B params, says its owner.
            </p></div></section><section><h2>Downloads last month</h2><dl><dd>\(model.downloads ?? 0)</dd></dl>\(size)</section>
            </main></body></html>
            """
    }

    private func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.append(character)
            }
        }
        return out
    }
}

extension FakeRepo {
    package var treeSizeBytes: Int { 4000 + (parameters ?? 0) * 2 }

    /// "7.62B": what the page says of models whose weights the Hub has no counts of; every second says nothing.
    package var pageSize: String? {
        guard let parameters, !formats.contains(.safetensors), !formats.contains(.packed), !formats.contains(.gguf),
            parameters % 2 == 0
        else { return nil }
        let (unit, letter) = parameters >= 1_000_000_000 ? (1_000_000_000, "B") : (1_000_000, "M")
        return "\(parameters / unit).\(parameters % unit / (unit / 10))\(letter)"
    }
}
