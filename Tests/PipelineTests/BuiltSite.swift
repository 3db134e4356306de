import Core
import FakeHub
import Foundation
import Pipeline
import TestSupport
import Testing
import WebDriver

/// A site that was built once for all tests of this run, in `.build`, where the next run finds it and builds less.
struct BuiltSite: Sendable, CustomTestStringConvertible {
    enum Source: String, Sendable, CaseIterable {
        /// The snapshot that the repository carries.
        case bundled
        /// An invented Hub with many hostile records, walked by the real client.
        case invented
    }

    var source: Source
    var folder: String

    var testDescription: String { source.rawValue }

    /// File names of its pages.
    var pages: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted()
        }
    }

    func url(_ page: String) -> String { "file://\(folder)/\(page)" }

    func html(_ page: String) throws -> String { try String(contentsOfFile: "\(folder)/\(page)", encoding: .utf8) }

    static func built(from source: Source) async throws -> BuiltSite { try await builds[source]!.value }

    /// One build each, begun by the first test that asks.
    private static let builds: [Source: Task<BuiltSite, any Error>] = Dictionary(
        uniqueKeysWithValues: Source.allCases.map { source in (source, Task { try await build(source) }) })

    private static func build(_ source: Source) async throws -> BuiltSite {
        let base = Repository.path(".build/browser-tests/\(source.rawValue)")
        let pipeline = Pipeline(data: DataFolder("\(base)/data"), root: Repository.root, log: .silent)
        if source == .invented {
            let hub = FakeHub(modelCount: 2500, seed: 1, hostileShare: 0.03)
            try hub.start()
            defer { hub.stop() }
            // A new Hub has a new address, so the walk of the run before would not go on: it goes.
            if Files.exists("\(base)/data/archive") {
                try FileManager.default.removeItem(atPath: "\(base)/data/archive")
            }
            var settings = CollectSettings()
            settings.names = ["models", "datasets", "spaces"]
            settings.endpoint = hub.baseURL
            _ = try await pipeline.collect(settings)
        }
        try await pipeline.build(out: "\(base)/site")
        return BuiltSite(source: source, folder: "\(base)/site")
    }
}

/// Why no site can be opened in a browser here; nil where one can. Said aloud once.
let whyNoBrowser: String? = {
    let missing = whatIsMissing()
    if let missing { print("skipped: the built site in a real browser, because \(missing)") }
    return missing
}()

/// The same, for the runner's line of each suite that is skipped.
let whySkipped = Comment(rawValue: whyNoBrowser ?? "a browser is here")

private func whatIsMissing() -> String? {
    do { _ = try Browser.chrome.installation() } catch { return error.description }
    return Files.exists(Repository.path("assets/vendor/d3.v7.min.js")) ? nil : "assets/vendor is empty: run make setup"
}
