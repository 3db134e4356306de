import Core
import Site

/// What is wrong with a built site, a line a problem.
package enum SiteInspection {
    /// - Parameter path: the folder of the site, or one page of it.
    /// - Throws: `PipelineError.notFoundHere`, `SiteError`.
    package static func problems(at path: String) throws -> [String] {
        guard Files.exists(path) else { throw PipelineError(.notFoundHere, at: path) }
        if Files.isFolder(path) { return try SiteCheck.run(path).map(\.description) }
        // A page is looked at with its site around it, since half of what can be wrong with it is its links.
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try SiteCheck.run(Files.parent(of: path)).filter { $0.file == name }.map(\.description)
    }
}
