import Core
package import Embedding
import JSON
import SearchFormat
import SearchIndex

/// What is wrong with a search index as the library keeps it, a line a problem; that of a site is `SiteInspection`'s.
package enum IndexInspection {
    /// The folder of the index that a path means: a data folder's, or the index itself; nil where the path is something else.
    package static func folder(at path: String) -> String? {
        let search = DataFolder(path).search
        if Files.exists("\(search)/\(IndexList.fileName)") { return search }
        // A folder that has lost its list is still one: saying so is the check's work.
        if Files.isFolder(search), Files.exists(DataFolder(path).stages) { return search }
        // The copy in a site is the site's, which has no files of the library.
        let data = DataFolder(Files.parent(of: path))
        return Files.exists("\(path)/\(IndexList.fileName)") && Files.exists(data.stages) ? path : nil
    }

    /// - Parameters:
    ///   - root: the folder with assets, among them the table of synonyms.
    ///   - embedder: what is to have made the vectors.
    /// - Returns: files that are missing, damaged or strange, and whether the index is of other settings than this program's.
    /// - Throws: `SearchFormatError` where there is no index, or one of another version; `FileError`, `JSONError`.
    package static func problems(in folder: String, root: String, embedder: Embedder) throws -> [String] {
        let index = try IndexFolder(folder)
        var problems = try index.problems()
        do {
            let manifest = try index.manifest()
            let ours = try settings(
                models: manifest.modelCount, levels: manifest.levels, root: root, embedder: embedder)
            if manifest.settings != ours {
                let theirs = manifest.settings.isEmpty ? "none" : manifest.settings
                problems.append(
                    "\(index.list.manifest) is of other settings or another hubatlas (\(theirs), here \(ours))")
            }
        } catch let error as SearchFormatError {
            // Files that are missing or damaged have their line already.
            if problems.isEmpty { problems.append(error.description) }
        }
        return problems.map { "\(folder)/\($0)" }
    }

    /// What this program would write into the manifest.
    static func settings(models: Int, levels: [Manifest.Level], root: String, embedder: Embedder) throws -> String {
        var vectors = VectorSettings()
        vectors.embedder = embedder
        return try IndexSettings.fingerprint(
            models: models, levels: levels, synonyms: try synonymTable(root: root), vectors: vectors)
    }
}
