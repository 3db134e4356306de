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

    /// A first visit's limit, in bytes.
    package static let budgetBytes = 200_000

    init(pages: [Page], files: [String: [UInt8]]) {
        self.pages = pages.count
        self.files = files.count
        sizeBytes = files.values.reduce(0) { $0 + $1.count }
        let packed = { (bytes: [UInt8]) in PageWeight.packedBytes(bytes) }
        let common = files.filter { PageWeight.isCommon($0.key) }.values.map(packed).reduce(0, +)
        firstVisits = Dictionary(
            uniqueKeysWithValues: pages.map { page in
                ("\(page.id).html", common + packed(files["\(page.id).html"] ?? []))
            })
    }

    func tell(_ log: Log) {
        log.info(SiteStage.stage, "\(pages) pages, \(files) files, \(Format.bytes(sizeBytes))")
        for (page, bytes) in firstVisits.sorted(by: { $0.key < $1.key }) {
            let text = "\(page): a first visit brings \(Format.bytes(bytes)) of \(Format.bytes(Self.budgetBytes))"
            if bytes > Self.budgetBytes { log.warning(SiteStage.stage, text) } else { log.info(SiteStage.stage, text) }
        }
    }
}

/// How much comes over the wire, as a static host with gzip sends it.
enum PageWeight {
    /// Level 6 is what servers use.
    static func packedBytes(_ bytes: [UInt8]) -> Int {
        // Only lack of memory stops zlib here; then the size unpacked is the honest bound.
        (try? Gzip.compress(bytes, level: 6).count) ?? bytes.count
    }

    /// Styles and scripts, which every page loads.
    static func isCommon(_ name: String) -> Bool {
        name.hasPrefix("assets/") && (name.hasSuffix(".js") || name.hasSuffix(".css") || name.hasSuffix(".svg"))
    }
}
