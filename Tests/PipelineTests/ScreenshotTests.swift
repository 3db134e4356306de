import Foundation
import Testing
import WebDriver

/// Pictures of every page for people to look at: `HUBATLAS_SCREENSHOTS=shots swift test --filter ScreenshotTests`.
private let folder = ProcessInfo.processInfo.environment["HUBATLAS_SCREENSHOTS"]

@Suite(.serialized, .enabled(if: folder != nil && whyNoBrowser == nil, "HUBATLAS_SCREENSHOTS names no folder"))
struct ScreenshotTests {
    @Test("every page at 1280 and 390 pixels, light and dark")
    func picturesEveryPage() async throws {
        let folder = try #require(folder)
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            for (width, height, scheme) in [
                (1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light"), (390, 844, "dark"),
            ] {
                try await window.resize(width: width, height: height, isPhone: width < 600)
                try await window.emulate(features: ["prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"])
                for page in try site.pages {
                    try await window.show(site.url(page))
                    let name = "\(page.dropLast(5))-\(width)-\(scheme).png"
                    try write(try await window.screenshotOfWholePage(), to: folder, name)
                }
            }
        }
        let pictures = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".png") }
        #expect(pictures.count >= 4 * (try site.pages.count))
    }

    private func write(_ picture: [UInt8], to folder: String, _ name: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(picture).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}
