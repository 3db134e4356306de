import Compression
import Core
import Report

/// What a build wrote.
package struct SiteSummary: Equatable, Sendable {
    package var pages: Int
    package var files: Int
    package var sizeBytes: Int
    /// Page → bytes that a first visit brings over the wire: the page, its styles and scripts, each packed with gzip.
    package var firstVisits: [String: Int]
    /// The search index, which a visit loads in small parts.
    package var searchFiles: Int
    package var searchBytes: Int

    /// A first visit's limit, in bytes.
    package static let budgetBytes = 200_000

    /// - Parameters:
    ///   - files: Name → contents of what was written.
    ///   - copied: Name → size of what was copied.
    init(files: [String: [UInt8]], copied: [String: Int]) {
        let names = files.keys.filter { $0.hasSuffix(".html") && $0 != "404.html" }
        pages = names.count
        self.files = files.count + copied.count
        searchFiles = copied.count
        searchBytes = copied.values.reduce(0, +)
        sizeBytes = files.values.reduce(searchBytes) { $0 + $1.count }
        var weights = PageWeights(files: files)
        firstVisits = Dictionary(
            uniqueKeysWithValues: names.map { ($0, weights.firstVisit(of: CheckedPage(name: $0, bytes: files[$0]!))) })
    }

    func tell(_ log: Log) {
        log.info(SiteStage.stage, "\(pages) pages, \(files) files, \(Format.bytes(sizeBytes))")
        if searchFiles > 0 {
            log.info(
                SiteStage.stage, "search index: \(Format.count(searchFiles, "file")), \(Format.bytes(searchBytes))")
        }
        for (page, bytes) in firstVisits.sorted(by: { $0.key < $1.key }) {
            let text = "\(page): a first visit brings \(Format.bytes(bytes)) of \(Format.bytes(Self.budgetBytes))"
            if bytes > Self.budgetBytes { log.warning(SiteStage.stage, text) } else { log.info(SiteStage.stage, text) }
        }
    }
}

/// How much comes over the wire, as a static host with gzip sends it: a page with the styles and scripts that it names.
struct PageWeights {
    private let files: [String: [UInt8]]
    private var packed: [String: Int] = [:]

    init(files: [String: [UInt8]]) { self.files = files }

    mutating func firstVisit(of page: CheckedPage) -> Int {
        let loaded = page.elements.flatMap { References.of($0) }.filter(\.isLoaded)
            .compactMap { References.resolve($0.address, from: page.name) }
        return Set([page.name] + loaded).reduce(0) { $0 + packedBytes(of: $1) }
    }

    /// Level 6 is what servers use.
    private mutating func packedBytes(of name: String) -> Int {
        if let known = packed[name] { return known }
        guard let bytes = files[name] else { return 0 }
        // Only lack of memory stops zlib here; then the size unpacked is the honest bound.
        let size = (try? Gzip.compress(bytes, level: 6).count) ?? bytes.count
        packed[name] = size
        return size
    }
}
