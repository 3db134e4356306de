// swift-tools-version: 6.0
// The map of the project: rings from C outwards, arrows only inwards. `Sources/README.md` tells the same in prose.
import Foundation
import PackageDescription

let package = Package(
    name: "hubatlas",
    // What Mutex and Atomic need.
    platforms: [.macOS(.v15)],
    targets: [
        // Ring 0: C libraries, each imported by one Swift module only.
        system("CCurl", "libcurl", apt: "libcurl4-openssl-dev", brew: "curl"),
        system("CXML", "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
        system("CSQLite", "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
        system("CZstd", "libzstd", apt: "libzstd-dev", brew: "zstd"),
        system("CZlib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
        system("CSnappy", "snappy", apt: "libsnappy-dev", brew: "snappy"),
        system("CCrypto", "libcrypto", apt: "libssl-dev", brew: "openssl@3"),
        system("CMicroHTTPD", "libmicrohttpd", apt: "libmicrohttpd-dev", brew: "libmicrohttpd"),
        system("CBLAS", "openblas", apt: "libopenblas-dev", brew: "openblas"),
        system("CGraph", "igraph", apt: "libigraph-dev", brew: "igraph"),
        // simdjson 3.6, which Ubuntu 24.04 has, names members of a template that it never uses and that are not there; newer
        // clangs refuse that when they read the header, unless templates are parsed where they are used.
        .target(
            name: "CSimdJSON", cxxSettings: [.unsafeFlags(["-fdelayed-template-parsing"])],
            linkerSettings: [.linkedLibrary("simdjson")]),

        // Ring 1: tools that know nothing of Hugging Face.
        module("Core"),
        module("Numerics"),
        optimized("Statistics", uses: "Core", "Numerics"),
        module("LinearAlgebra", uses: "Core", "Numerics", "CBLAS"),
        module("Layout", uses: "Core", "Numerics"),
        module("Graph", uses: "Core", "Numerics", "CGraph"),
        module("JSON", uses: "Core", "CSimdJSON"),
        module("SQLite", uses: "Core", "CSQLite"),
        module("Compression", uses: "Core", "CZstd", "CZlib", "CSnappy"),
        module("Hashing", uses: "Core", "CCrypto"),
        module("HTTP", uses: "Core", "CCurl"),
        module("Web", uses: "Core", "HTTP", "JSON"),
        module("Markup", uses: "Core", "CXML"),
        module("CSV", uses: "Core"),
        optimized("Parquet", uses: "Core", "Compression"),
        module("Templates", uses: "Core"),
        module("Arguments", uses: "Core"),
        module("Server", uses: "Core", "Compression", "CMicroHTTPD"),
        module("WebDriver", uses: "Core", "HTTP", "JSON"),

        // Ring 2: the domain and the artefacts that stages meet at.
        module("Hub", uses: "Core", "HTTP", "JSON", "Web"),
        module("Archive", uses: "Core", "Compression", "Hashing", "JSON"),
        module("Catalog", uses: "Core", "SQLite"),
        module("Lineage", uses: "Core", "Catalog"),
        module("Censuses", uses: "Core", "Numerics", "Catalog", "JSON", "Lineage"),
        module("Report", uses: "Core", "JSON"),
        module("Hardware", uses: "Core", "Catalog", "JSON"),
        module("SearchText", uses: "Core", "Catalog", "JSON"),
        module("Embedding", uses: "Core", "Numerics", "LinearAlgebra", "JSON", "SearchText"),
        module("SearchFormat", uses: "Core", "JSON", "Compression", "Hashing"),
        module("Matching", uses: "Core", "JSON"),
        module("Sources", uses: "Core", "Web", "Hub", "Archive", "Catalog"),
        module("Gazetteer", uses: "Core", "Compression", "JSON"),

        // Ring 3: stages. They never import one another.
        module(
            "Collect",
            uses: "Core", "Hashing", "Web", "Compression", "CSV", "HTTP", "Hub", "Archive", "JSON", "Report"),
        module("Export", uses: "Core", "CSV", "JSON", "Parquet", "SQLite", "Catalog", "Hardware"),
        module("Clean", uses: "Core", "Markup", "CSV", "JSON", "Hub", "Archive", "Catalog"),
        module("Snapshot", uses: "Core", "CSV", "JSON", "Compression", "Hashing", "SQLite", "Catalog", "Censuses"),
        module(
            "Analysis",
            uses: "Core", "Numerics", "Statistics", "Graph", "Hashing", "Catalog", "Censuses", "Lineage", "Matching",
            "Report"),
        module("Activity", uses: "Core", "JSON", "Web", "Hub", "Archive", "Catalog", "Report", "Sources"),
        module(
            "SearchIndex",
            uses: "Core", "Numerics", "LinearAlgebra", "Layout", "JSON", "Hashing", "Catalog", "SearchText",
            "Embedding",
            "SearchFormat", "Hardware"),
        module("Search", uses: "Core", "Catalog", "JSON", "SearchText", "Embedding", "SearchFormat", "Hardware"),
        module("Site", uses: "Core", "CSV", "JSON", "Compression", "Hashing", "Markup", "Templates", "Report"),

        // Ring 3, too: sources, one module each.
        module(
            "Leaderboard",
            uses: "Core", "Web", "Hub", "Sources", "Archive", "Catalog", "JSON", "CSV", "Markup", "WebDriver"),
        module(
            "Mentions",
            uses: "Core", "CSV", "JSON", "HTTP", "Web", "Sources", "Archive", "Catalog", "Matching", "Report"),
        module(
            "Communities",
            uses: "Core", "HTTP", "Web", "Hub", "Sources", "Archive", "Catalog", "JSON", "Markup", "Report",
            "Gazetteer"),

        // Ring 4: the rim.
        module(
            "Pipeline",
            uses: "Core", "CSV", "JSON", "HTTP", "Web", "Hub", "Archive", "Catalog", "Censuses", "Report", "Sources",
            "Leaderboard", "Matching",
            "Mentions",
            "Collect", "Clean",
            "Snapshot", "Analysis", "Activity", "Export", "Parquet", "Embedding", "SearchFormat", "SearchIndex",
            "Search", "Site", "Hashing",
            "Communities", "WebDriver"),
        .executableTarget(
            name: "hubatlas",
            dependencies: [
                "Core", "Arguments", "Embedding", "Export", "Hardware", "JSON", "Matching", "Report", "Search",
                "SearchFormat",
                "Sources",
                "Pipeline", "FakeHub", "WebDriver",
            ],
            swiftSettings: strict()),

        // What `make bench` measures by itself.
        .executableTarget(
            name: "atlas-bench",
            dependencies: ["Core", "Catalog", "CSV", "JSON", "Lineage", "Numerics", "Parquet", "Statistics"],
            swiftSettings: strict()),

        // Also what `hubatlas mock` runs: a Hub of invented models behind the Hub's own API.
        module("FakeHub", uses: "Core", "JSON", "Server"),
        .target(name: "TestSupport", dependencies: ["Core"], path: "Tests/TestSupport", swiftSettings: strict()),

        tests("Core"),
        tests("Numerics"),
        tests("Statistics", uses: "JSON", "Numerics"),
        tests("JSON"),
        tests("SQLite"),
        tests("Compression"),
        tests("Hashing"),
        tests("HTTP", uses: "Server"),
        tests("Web", uses: "HTTP", "Server"),
        tests("Markup"),
        tests("CSV"),
        tests("Parquet", uses: "Compression", "Numerics"),
        tests("Templates"),
        tests("Arguments"),
        tests("Server", uses: "HTTP"),
        tests("WebDriver", uses: "JSON"),
        tests("Hub", uses: "HTTP", "JSON", "FakeHub", "Server", "Web"),
        tests("Archive", uses: "Compression", "JSON"),
        tests("Catalog", uses: "SQLite"),
        tests("Lineage", uses: "Catalog"),
        tests("Censuses", uses: "Catalog", "JSON", "Lineage", "Numerics"),
        tests("Report", uses: "JSON"),
        tests("Gazetteer", uses: "Compression"),
        tests(
            "Communities", uses: "Archive", "Catalog", "FakeHub", "Gazetteer", "HTTP", "Hub", "JSON", "Sources", "Web"),
        tests("LinearAlgebra"),
        tests("Layout", uses: "Numerics"),
        tests("Graph", uses: "JSON", "Numerics"),
        tests("Hardware", uses: "Catalog", "JSON"),
        tests("SearchText", uses: "Catalog", "JSON"),
        tests("Matching", uses: "Compression", "JSON"),
        tests(
            "Mentions", uses: "Archive", "Catalog", "Collect", "FakeHub", "HTTP", "Hub", "JSON", "Sources", "Web"),
        tests("Embedding", uses: "JSON", "LinearAlgebra", "SearchText"),
        tests("SearchFormat", uses: "JSON"),
        tests(
            "SearchIndex", uses: "Catalog", "Embedding", "JSON", "LinearAlgebra", "Numerics", "Search", "SearchFormat",
            "SearchText", "Snapshot"),
        tests("Search", uses: "Catalog", "JSON", "SearchFormat", "SearchIndex", "SearchText", "Snapshot"),
        tests("Collect", uses: "Archive", "Compression", "HTTP", "Hub", "JSON", "FakeHub", "Server", "Web"),
        tests("Clean", uses: "Archive", "Markup", "Catalog", "Collect", "Hub", "JSON", "SQLite"),
        tests("Export", uses: "CSV", "Catalog", "JSON", "Parquet", "SQLite"),
        tests("Snapshot", uses: "Catalog", "Censuses", "Compression", "JSON", "Numerics"),
        tests(
            "Analysis", uses: "Catalog", "Censuses", "Lineage", "Statistics", "Graph", "Matching", "Report", "JSON",
            "Snapshot", "Numerics"),
        tests(
            "Activity", uses: "Analysis", "Archive", "Catalog", "Collect", "FakeHub", "Graph", "HTTP", "Hub", "JSON",
            "Server", "SQLite", "Sources", "Web"),
        tests("Site", uses: "Compression", "Markup", "Report", "JSON", "Hashing", "Templates"),
        tests(
            "Leaderboard", uses: "Archive", "CSV", "Catalog", "Collect", "FakeHub", "HTTP", "Hub", "JSON", "Numerics",
            "Server", "Sources", "Web", "WebDriver"),
        tests("FakeHub", uses: "HTTP", "JSON", "Server"),
        tests(
            "Pipeline", uses: "Analysis", "Archive", "CSV", "Catalog", "Collect", "Censuses", "Embedding", "FakeHub",
            "HTTP", "JSON", "Matching", "Report", "SQLite", "Search", "SearchFormat", "Server", "Site", "Snapshot",
            "Sources", "WebDriver"),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

/// Every Swift target is built alike: existentials are spelled out, imports are internal unless an interface shows them.
func strict() -> [SwiftSetting] {
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

func system(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

func module(_ name: String, uses: String...) -> Target {
    .target(name: name, dependencies: uses.map { .init(stringLiteral: $0) }, swiftSettings: strict())
}

/// A module whose loops the tests run through, too: optimized in debug builds as well.
func optimized(_ name: String, uses: String...) -> Target {
    .target(
        name: name, dependencies: uses.map { .init(stringLiteral: $0) },
        swiftSettings: strict() + [.unsafeFlags(["-O"], .when(configuration: .debug))])
}

func tests(_ name: String, uses: String...) -> Target {
    let dependencies = [name, "Core", "TestSupport"] + uses
    let unique = dependencies.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return .testTarget(
        name: "\(name)Tests", dependencies: unique.map { .init(stringLiteral: $0) },
        exclude: fixtureFolders(of: name), swiftSettings: strict())
}

/// Folders of test data beside the tests, which are read by path and are no sources.
func fixtureFolders(of name: String) -> [String] {
    ["Fixtures", "Snapshots", "Cases"].filter {
        FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/Tests/\(name)Tests/\($0)")
    }
}
