import Foundation
package import JSON

/// The programs that a build runs; closures, so that a test can draw without them.
package struct SiteTools: Sendable {
    /// `{"figures": [figure…], "map": {"file": …}}` → `{"figures": {id: still}, "map": …}`, as `assets/js/build/stills.js` does.
    package var drawStills: @Sendable (_ request: JSONValue, _ script: String) throws -> JSONValue
    /// A module and all it imports → one minified classic script, or one style sheet.
    package var bundle: @Sendable (_ entry: String) throws -> [UInt8]

    /// SVG files, by their paths → PNG files at twice their size, beside them with ".png" after the name.
    package var rasterize: @Sendable (_ files: [String]) throws -> Void

    package init(
        drawStills: @escaping @Sendable (JSONValue, String) throws -> JSONValue,
        bundle: @escaping @Sendable (String) throws -> [UInt8],
        rasterize: @escaping @Sendable ([String]) throws -> Void
    ) {
        self.drawStills = drawStills
        self.bundle = bundle
        self.rasterize = rasterize
    }

    /// Node with Debian's jsdom, esbuild, and librsvg's program.
    ///
    /// - Parameter fonts: fontconfig's settings, which name the fonts of pictures and no others; nil where these fonts are
    ///   not, then the system's own decide.
    static func system(workFolder: String, fonts: String?) -> SiteTools {
        SiteTools(
            drawStills: { request, script in
                let answer = try Program(name: "node", package: "nodejs node-jsdom").run(
                    [script], input: request.bytes, environment: ["NODE_PATH": nodePath], in: workFolder)
                do { return try JSONValue.parse(answer) } catch {
                    throw SiteError(.badStills("no JSON (\(error))"), at: script)
                }
            },
            bundle: { entry in
                var arguments = [entry, "--bundle", "--minify", "--log-level=error"]
                if entry.hasSuffix(".js") { arguments += ["--format=iife", "--target=es2020", "--charset=utf8"] }
                return try Program(name: "esbuild", package: "esbuild").run(arguments, in: workFolder)
            },
            rasterize: { files in
                _ = try Program(name: "rsvg-convert", package: "librsvg2-bin").path()
                let environment = fonts.map { ["FONTCONFIG_FILE": $0, "XDG_CACHE_HOME": "\(workFolder)/cache"] } ?? [:]
                // One shell for many files: a thread of ours waits for it, and not for each picture.
                _ = try Program(name: "sh", package: "dash", timeoutSeconds: 600).run(
                    ["-c", Self.drawEach, "sh"] + files, environment: environment, in: workFolder)
            })
    }

    private static let drawEach =
        "for file; do rsvg-convert --zoom=2 --format=png --output \"$file.png\" \"$file\" || exit 1; done"

    /// Debian keeps its modules where a Node that is not Debian's own does not look, and no Node looks where npm installs
    /// for everyone. `has_jsdom` in scripts/setup.sh names the same.
    private static var nodePath: String {
        let given = ProcessInfo.processInfo.environment["NODE_PATH"].map { [$0] } ?? []
        return (given + ["/usr/share/nodejs", "/opt/homebrew/lib/node_modules", "/usr/local/lib/node_modules"]).joined(
            separator: ":")
    }
}
