import Foundation

/// A folder for one test, gone when the value goes.
///
///     let folder = try TemporaryFolder()
///     try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path("a.txt")))
///
/// Keep the value alive as long as the folder is used (`withExtendedLifetime`, or a property of the suite).
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("hubatlas-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // A test may have taken its permissions away; what cannot be removed is left to the system's own sweep.
        try? FileManager.default.removeItem(atPath: path)
    }

    package func path(_ name: String) -> String { "\(path)/\(name)" }
}

/// Runs `body` with a folder that is removed afterwards.
///
///     try withTemporaryFolder { path in … }
package func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try body(folder.path) }
}

/// The same for asynchronous work.
package func withTemporaryFolder<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> Result
) async throws -> Result {
    let folder = try TemporaryFolder()
    let result = try await body(folder.path)
    return withExtendedLifetime(folder) { result }
}
