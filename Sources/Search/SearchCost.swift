package import JSON

/// What a query would fetch in a browser that has nothing but the manifest and the words.
///
///     SearchCost(files: 5, bytes: 41_200, trips: 2)
///
/// Bytes are those of the packed contents: through a server's gzip a file costs 1.004 times as many. A trip is a set of
/// files of which none depends on another.
package struct SearchCost: Equatable, Sendable {
    package var files = 0
    package var bytes = 0
    package var trips = 0

    package init() {}

    package var json: JSONValue {
        ["files": .integer(files), "bytes": .integer(bytes), "trips": .integer(trips)]
    }
}
