import Core

/// Repos whose counts are kept day by day, and the tables that hold them: one set of tables a kind, one code for all.
package enum CountedKind: String, CaseIterable, Sendable {
    case models, datasets, spaces

    /// The table of the repos themselves.
    var repos: String { rawValue }

    /// The column with a repo's number, in the other tables.
    var column: String { String(rawValue.dropLast()) }

    /// `CountHistory` of each repo.
    var history: String { "\(prefix)history" }
    /// Days on which `counter` was broken.
    var glitches: String { "\(prefix)glitches" }
    /// What a repo was called before.
    var formerNames: String { "\(prefix)former_names" }

    /// Models were first, and keep the plain names.
    private var prefix: String { self == .models ? "" : "\(column)_" }

    /// Nobody counts downloads of Spaces.
    var counter: (name: String, value: (Observation) -> Int?) {
        self == .spaces ? ("likes", \.likes) : ("downloads", \.downloads)
    }
}
