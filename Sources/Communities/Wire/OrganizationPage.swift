import Markup

/// An organization's own page on the Hub: which website and which GitHub account it links to, where that is plain.
///
/// Its README may link to anything, so a link counts where it is the only one of its kind, or where its name is the
/// organization's. Nothing else of the page is read: it names people, too.
struct OrganizationPage: Equatable {
    var website: String?
    var github: String?

    init(_ body: [UInt8], name: String, fullName: String?) {
        let links = HTMLDocument(parsing: body).elements(named: "a").prefix(2000).compactMap { $0["href"] }
        let keys = [name, fullName ?? ""].map(Self.key).filter { $0.utf8.count >= 3 }
        github = Self.plain(links.compactMap(GitHubName.of), keys: keys) { $0 }
        let sites = links.filter { $0.hasPrefix("http") }.compactMap(WebName.of).filter { !Self.isElsewhere($0) }
        website = Self.plain(sites, keys: keys) { site in
            let labels = site.prefix { $0 != "/" }.split(separator: ".")
            return labels.count > 1 ? String(labels[labels.count - 2]) : site
        }
    }
}

extension OrganizationPage {
    /// The only one, or the only one that bears the organization's name.
    private static func plain(_ found: [String], keys: [String], label: (String) -> String) -> String? {
        var seen: Set<String> = []
        let different = found.filter { seen.insert($0.lowercased()).inserted }
        if different.count == 1 { return different[0] }
        let named = different.filter { candidate in
            let key = key(label(candidate))
            return key.utf8.count >= 3 && keys.contains { $0.hasPrefix(key) || key.hasPrefix($0) }
        }
        return named.count == 1 ? named[0] : nil
    }

    private static func key(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The Hub itself, and what all organizations link to.
    private static func isElsewhere(_ site: String) -> Bool {
        let host = site.prefix { $0 != "/" }
        return others.contains { host == $0 || host.hasSuffix(".\($0)") }
    }

    private static let others = [
        "huggingface.co", "hf.co", "hf.space", "github.com", "githubusercontent.com", "gitlab.com", "twitter.com",
        "x.com", "linkedin.com", "youtube.com", "youtu.be", "discord.gg", "discord.com", "arxiv.org", "doi.org",
        "google.com", "medium.com", "facebook.com", "instagram.com", "bsky.app", "slack.com", "t.me", "reddit.com",
        "kaggle.com", "wikipedia.org", "apache.org", "creativecommons.org", "shields.io", "modelscope.cn", "zhihu.com",
    ]
}
