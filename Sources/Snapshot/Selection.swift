import Catalog
import Core

/// Chooses models from lists, rule by rule.
struct Selection {
    private let lists: [SnapshotList]
    private let merged: MergedModels
    private(set) var models: [String: ModelRow] = [:]
    private(set) var choices: [SnapshotContents.Choice] = []
    /// Chosen, and their bases not yet looked at.
    private var withoutBases: [String] = []

    init(_ lists: [SnapshotList]) {
        self.lists = lists
        self.merged = MergedModels(lists)
    }

    mutating func apply(_ rule: SelectionRule) throws {
        let choice: (matched: Int, added: Int) =
            switch rule {
            case .mostLiked(let count, let list, let day): try take(mostLiked(count, of: try find(list), after: day))
            case .named(let list): try take(names(of: try find(list)))
            case .atLeast(let likes, let downloads, let orBase, let list):
                try take(atLeast(likes, downloads, orBase, of: try find(list)))
            case .bases: try takeBases()
            }
        choices.append(.init(rule: rule.text, matched: choice.matched, added: choice.added))
    }
}

extension Selection {
    private func find(_ key: String) throws -> SnapshotList {
        guard let list = lists.first(where: { $0.source.key == key }) else {
            throw SnapshotError(.recipe("no list has the key \"\(key)\""), at: "selection")
        }
        return list
    }

    /// Each id once; those that no listing knows are left out.
    private mutating func take(_ repoIDs: [String]) throws -> (matched: Int, added: Int) {
        var seen: Set<String> = []
        var (matched, added) = (0, 0)
        for repoID in repoIDs where seen.insert(repoID).inserted {
            if models[repoID] != nil {
                matched += 1
            } else if let row = try merged.model(repoID) {
                models[repoID] = row
                withoutBases.append(repoID)
                matched += 1
                added += 1
            }
        }
        return (matched, added)
    }

    private mutating func takeBases() throws -> (matched: Int, added: Int) {
        var matched: Set<String> = []
        let before = models.count
        while let repoID = withoutBases.popLast() {
            let bases = models[repoID]!.bases.map(\.repoID)
            _ = try take(bases)
            matched.formUnion(bases.filter { models[$0] != nil })
        }
        return (matched.count, models.count - before)
    }

    private func mostLiked(_ count: Int?, of list: SnapshotList, after day: Day?) throws -> [String] {
        var rows: [(id: String, likes: Int)] = []
        try list.catalog.scanModels { row in
            if let day, row.createdAt.map({ $0.day <= day }) ?? true { return }
            rows.append((row.repoID, row.likes ?? -1))
        }
        rows.sort { ($1.likes, $0.id) < ($0.likes, $1.id) }
        return rows.prefix(count ?? .max).map(\.id)
    }

    private func names(of list: SnapshotList) throws -> [String] {
        var names: [String] = []
        try list.catalog.scanModels { names.append($0.repoID) }
        return names.sorted()
    }

    private func atLeast(_ likes: Int, _ downloads: Int, _ orBase: Bool, of list: SnapshotList) throws -> [String] {
        let bases = orBase ? try allBases() : []
        var names: [String] = []
        try list.catalog.scanModels { row in
            if row.likes ?? 0 >= likes || row.downloads ?? 0 >= downloads || bases.contains(row.repoID) {
                names.append(row.repoID)
            }
        }
        return names.sorted()
    }

    /// What any list says that another model is based on.
    private func allBases() throws -> Set<String> {
        var bases: Set<String> = []
        for list in lists {
            try list.catalog.scanBases { _, base in bases.insert(base.repoID) }
        }
        return bases
    }
}
