import Analysis
import Catalog
import Core
import Report
import Site

/// From the catalog to the report.
func analyseStage(data: DataFolder, log: Log) -> Stage {
    Stage(
        artefact: "report", title: "Analyse", output: data.report,
        inputs: {
            ["catalog": try Fingerprint.stamp(of: data.catalog), "program": try Fingerprint.program()]
        },
        run: {
            let pages = try AnalysisStage.run(catalog: try Catalog(path: data.catalog, mode: .read), log: log)
            try ReportStore.write(pages, to: data.report)
            return Format.count(pages.count, "page")
        })
}

/// From the report to the site.
struct SiteRun {
    var data: DataFolder
    /// The folder with templates and assets.
    var root: String
    var out: String
    /// The bundled snapshot is of the whole Hub, whatever slice the settings ask for.
    var isOfSnapshot: Bool
    /// What the reader of the site must know about this edition: a source that failed.
    var notices: [String] = []
    var log: Log

    func stage() throws -> Stage {
        var configuration = try SiteConfiguration.read(root: configurationFolder)
        configuration.notices = notices
        if isOfSnapshot, configuration.scope != Scope() {
            log.warning(
                "Site",
                "\(SiteConfiguration.fileName) asks for a slice (\(configuration.scope.sentence)), but nothing was "
                    + "collected: this is the bundled snapshot, of the whole Hub; run 'hubatlas collect' first")
            configuration.scope = Scope()
        }
        return Stage(artefact: "site", title: "Site", output: out, inputs: inputs) { [configuration] in
            let pages = try ReportStore.read(data.report)
            let summary = try SiteStage.build(
                pages: pages, root: root, configuration: configuration, search: data.search, out: out, log: log)
            return "\(Format.count(summary.pages, "page")), \(Format.count(summary.files, "file")), "
                + Format.bytes(summary.sizeBytes)
        }
    }

    /// A publisher keeps the settings where the site is built; else those of the checkout hold.
    private var configurationFolder: String {
        Files.exists(SiteConfiguration.fileName) ? "." : root
    }

    private func inputs() throws -> Inputs {
        let settings = "\(configurationFolder)/\(SiteConfiguration.fileName)"
        return [
            "report": try Fingerprint.stamp(of: data.report),
            "search": try Fingerprint.stamp(of: data.search),
            "templates": try Fingerprint.contents(of: ["\(root)/templates"]),
            "assets": try Fingerprint.contents(
                of: ["js", "css", "licenses", "vendor"].map { "\(root)/assets/\($0)" }),
            "settings": Files.exists(settings) ? Fingerprint.of(try Files.read(settings)) : "none",
            "notices": Fingerprint.of(notices.joined(separator: "\n")),
            "folder": out, "program": try Fingerprint.program(),
        ]
    }
}
