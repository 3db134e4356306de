import Core

/// The folder that has `templates/`, `assets/` and the bundled snapshot.
package enum Checkout {
    /// The one that is named, else the current folder, else the one that this program was built from.
    ///
    ///     Checkout.find(named: nil, current: ".") → ".", or "/home/me/hubatlas" when run from elsewhere
    ///
    /// - Throws: `PipelineError.noCheckout`.
    package static func find(named: String?, current: String = ".", built: String = builtFrom) throws -> String {
        let candidates = named.map { [$0] } ?? [current, built]
        guard let found = candidates.first(where: isCheckout) else {
            throw PipelineError(.noCheckout(tried: candidates), at: candidates[0])
        }
        return found
    }

    /// The folder of `Package.swift` when this file was compiled.
    package static let builtFrom = Files.parent(of: Files.parent(of: Files.parent(of: #filePath)))

    private static func isCheckout(_ path: String) -> Bool {
        Files.isFolder("\(path)/templates") && Files.isFolder("\(path)/assets")
    }
}
