package import Core
import SQLite

/// A model as two days saw it.
package struct ObservedModel: Equatable, Sendable {
    package var repoID: String
    package var modality: Modality
    package var createdOn: Day?
    package var likesBefore: Int?
    package var likesAfter: Int?

    package init(repoID: String, modality: Modality, createdOn: Day?, likesBefore: Int?, likesAfter: Int?) {
        self.repoID = repoID
        self.modality = modality
        self.createdOn = createdOn
        self.likesBefore = likesBefore
        self.likesAfter = likesAfter
    }
}

/// Two counts after one another of which the second cannot follow the first.
package struct BrokenCounter: Equatable, Sendable {
    package var repoID: String
    package var before: Observation
    package var after: Observation

    package init(repoID: String, before: Observation, after: Observation) {
        self.repoID = repoID
        self.before = before
        self.after = after
    }
}

extension Catalog {
    /// The last two days on which at least one in 20 of the models was counted, the earlier first; fewer when there are not
    /// two.
    ///
    ///     try catalog.lastObservedDays(catalog.countedModels())  → [2025-03-11, 2026-08-22]
    package func lastObservedDays(_ counted: [Day: Int]) throws -> [Day] {
        let all = try modelCount
        return counted.filter { $0.value * 20 >= all }.keys.sorted().suffix(2)
    }

    /// Models published after the first day, most liked on the second first.
    package func newcomers(after first: Day, seenOn second: Day, limit: Int) throws -> [ObservedModel] {
        try inCatalogWords {
            let created = try prepareCreated()
            return try greatest(limit) { model, seen in
                guard let likes = Self.likes(on: second, in: seen), likes > 0 else { return nil }
                guard let second = try created(model), second >= (first.number + 1) * 86_400 else { return nil }
                return (likes, nil, likes)
            }
        }
    }

    /// Models counted on both days, those that won most likes first; none that lost any.
    package func risers(from first: Day, to second: Day, limit: Int) throws -> [ObservedModel] {
        try inCatalogWords {
            try greatest(limit) { _, seen in
                guard let before = Self.likes(on: first, in: seen), let after = Self.likes(on: second, in: seen),
                    after > before
                else { return nil }
                return (after - before, before, after)
            }
        }
    }

    /// The download counter that fell the furthest by more than 99 % between two counts after one another, from at least
    /// `least`; nil when none did.
    package func brokenCounter(least: Int = 1_000_000) throws -> BrokenCounter? {
        try inCatalogWords {
            var worst: BrokenCounter?
            try forEachHistory { model, seen in
                let counted = seen.filter { $0.downloads != nil }
                for (before, after) in zip(counted, counted.dropFirst()) {
                    let high = before.downloads!
                    guard high >= least, after.downloads! * 100 < high, high >= worst?.before.downloads ?? 0 else {
                        continue
                    }
                    let name = try name(of: model)
                    if let worst, high == worst.before.downloads!, worst.repoID <= name { continue }
                    worst = BrokenCounter(
                        repoID: name, before: Observation(day: before.day, downloads: high, likes: nil),
                        after: Observation(day: after.day, downloads: after.downloads, likes: nil))
                }
            }
            return worst
        }
    }
}

extension Catalog {
    private static func likes(on day: Day, in seen: [Observation]) -> Int? { seen.first { $0.day == day }?.likes }

    /// When a model was created, in seconds; one statement for all of them.
    private func prepareCreated() throws -> (_ model: Int) throws -> Int? {
        let read = try statement("SELECT created_at FROM models WHERE id = ?")
        return { model in
            try read.bind(1, model)
            return try read.first { $0.int(0) } ?? nil
        }
    }

    /// The models to which `judge` gives most, equal ones by id.
    private func greatest(
        _ limit: Int,
        _ judge: (_ model: Int, _ seen: [Observation]) throws -> (value: Int, before: Int?, after: Int)?
    ) throws -> [ObservedModel] {
        var found: [(value: Int, model: Int, before: Int?, after: Int)] = []
        try forEachHistory { model, seen in
            if let judged = try judge(model, seen) { found.append((judged.value, model, judged.before, judged.after)) }
        }
        found.sort { $1.value < $0.value }
        // Names are read of those alone that may be shown, ties with the last among them.
        let least = found.count > limit ? found[limit - 1].value : Int.min
        let models = try found.prefix { $0.value >= least }.map {
            ($0.value, try observed($0.model, $0.before, $0.after))
        }
        return models.sorted { ($1.0, $0.1.repoID) < ($0.0, $1.1.repoID) }.prefix(limit).map(\.1)
    }

    private func observed(_ model: Int, _ before: Int?, _ after: Int) throws -> ObservedModel {
        let read = try statement("SELECT repo_id, modality, created_at FROM models WHERE id = ?")
        try read.bind(1, model)
        let row = try read.first {
            ObservedModel(
                repoID: try $0.neededString(0), modality: try known(try $0.neededString(1)),
                createdOn: $0.int(2).map { Instant(seconds: $0).day }, likesBefore: before, likesAfter: after)
        }
        guard let row else { throw CatalogError(.damaged("a history of a model that is not there"), at: path) }
        return row
    }
}
