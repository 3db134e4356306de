/// A source that takes files, too: they are archived as walks `import/FILE/DAY`, and cleaned like any other answer.
package protocol FileSource: Source {
    /// The format of archived pages for a file of that name.
    ///
    ///     try Leaderboard().format(ofFile: "results.csv", beginning: Array("Model,Average ⬆️,IFEval,…".utf8))
    ///     → "leaderboard-csv"
    ///
    /// - Parameter beginning: its first bytes, unpacked.
    /// - Throws: `SourceError` for a file that is none of its own: says what is missing.
    func format(ofFile name: String, beginning: [UInt8]) throws -> String
}
