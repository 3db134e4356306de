import Foundation

/// Places of this checkout.
package enum Repository {
    /// The folder that holds `Package.swift`.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    package static func path(_ name: String) -> String { "\(root)/\(name)" }

    /// `../shared`, reference data that lies beside the checkout of those who have it; nil, and a line that says so, elsewhere.
    package static func shared(_ name: String, for test: String) -> String? {
        let path = "\(root)/../shared/\(name)"
        if FileManager.default.fileExists(atPath: path) { return path }
        print("skipped: \(test) needs ../shared/\(name), which is not here")
        return nil
    }
}
