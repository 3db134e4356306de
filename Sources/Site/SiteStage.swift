package import Core
import JSON
package import Report
import Templates

/// Builds the site: pages, their stills, scripts, styles and open data, beside the old one, then swaps the two.
///
///     try SiteStage.build(pages: pages, root: ".", configuration: .read(root: "."), out: "site", log: log)
///
/// The same pages and the same root give the same bytes. When anything fails the old site stays as it was.
package enum SiteStage {
    /// - Parameters:
    ///   - root: The folder with `templates/` and `assets/`.
    ///   - search: The folder of the search index; a site without one has a search page that says so.
    ///   - tools: The programs that draw stills and bundle scripts; Node and esbuild when nil.
    /// - Throws: `SiteError`, `TemplateError`.
    package static func build(
        pages: [Page], root: String, configuration: SiteConfiguration = SiteConfiguration(),
        search: String? = nil, out: String, tools: SiteTools? = nil, log: Log
    ) throws -> SiteSummary {
        guard pages.contains(where: { $0.id == "index" }) else { throw SiteError(.noPages, at: out) }
        let templates = try TemplateSet(folder: "\(root)/templates")
        var folder = try SiteFolder(out)
        do {
            let data = try DataFiles(pages: pages, into: &folder)
            let shards = try SearchShards.copy(from: search, into: &folder)
            if shards == nil { log.warning(stage, "there is no search index: the search page only lists") }
            let map = shards?.mapRoot.map { MapDrawing(file: "\(search ?? "")/\($0)", colors: configuration.colors) }
            let workshop = Workshop(
                tools: tools ?? .system(workFolder: folder.work, fonts: PictureFonts.settings(root: root, log: log)),
                root: root, workFolder: folder.work)
            let made = try workshop.run(
                figures: pages.flatMap(\.figures).map { data.json(of: $0) },
                pages: PageScript.all(of: pages), map: map,
                colors: Assets.lightRules(configuration.colors))
            log.info(stage, "\(made.stills.count) figures drawn")
            let assets = try Assets(root: root, made: made, colors: configuration.colors, into: &folder)
            let pictures = try PictureFiles(made.pictures, into: &folder)
            let atlas = Atlas(
                pages: pages, configuration: configuration, assets: assets, stills: made.stills, pictures: pictures,
                data: data,
                search: shards, map: made.map)
            try atlas.write(with: templates, into: &folder)
            try folder.swap()
        } catch {
            folder.discard()
            throw error
        }
        let summary = SiteSummary(files: folder.files, copied: folder.copied)
        summary.tell(log)
        return summary
    }

    static let stage = "Site"
}
