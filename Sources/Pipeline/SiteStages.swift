import Analysis
import Catalog
import Core
import Matching
import Report
import Site

/// From the catalog to the report.
func analyseStage(data: DataFolder, families: String, naming: PeopleNaming, log: Log) -> Stage {
    Stage(
        artefact: "report", title: "Analyze", output: data.report,
        inputs: {
            [
                "catalog": try Fingerprint.stamp(of: data.catalog), "program": try Fingerprint.program(),
                "people": naming.fingerprint, "families": Fingerprint.of(try Files.read(families)),
            ]
        },
        run: {
            let pages = try AnalysisStage.run(
                catalog: try Catalog(path: data.catalog, mode: .read), families: try FamilyTable(path: families),
                naming: naming, log: log)
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
    /// What the data are of, whatever slice the settings ask for; nil for the bundled snapshot, which is of the whole Hub.
    var collected: Scope?
    /// What the reader of the site must know about this edition: a source that failed.
    var notices: [String] = []
    var log: Log

    func stage() throws -> Stage {
        var configuration = try SiteConfiguration.read(root: Self.configurationFolder(root))
        configuration.notices = notices
        warnOfOtherScope(configuration.scope)
        configuration.scope = collected ?? Scope()
        return Stage(artefact: "site", title: "Site", output: out, inputs: inputs) { [configuration] in
            let pages = try ReportStore.read(data.report)
            let summary = try SiteStage.build(
                pages: pages, root: root, configuration: configuration, search: data.search, out: out, log: log)
            return "\(Format.count(summary.pages, "page")), \(Format.count(summary.files, "file")), "
                + Format.bytes(summary.sizeBytes)
        }
    }

    /// Pages say what was collected; the settings say what will be.
    private func warnOfOtherScope(_ asked: Scope) {
        // Without a word of the settings any slice is what was asked for, on the command line.
        guard asked != Scope(), asked != collected else { return }
        let asks = "\(SiteConfiguration.fileName) asks for a slice (\(asked.sentence)), but "
        let shows =
            if let collected {
                "what was collected is \(collected == Scope() ? "the whole Hub" : "another (\(collected.sentence))"), and "
                    + "that is what the site says; run 'hubatlas collect' for the slice"
            } else {
                "nothing was collected: this is the bundled snapshot, of the whole Hub; run 'hubatlas collect' first"
            }
        log.warning("Site", asks + shows)
    }

    /// A publisher keeps the settings where the site is built; else those of the checkout hold.
    static func configurationFolder(_ root: String) -> String {
        Files.exists(SiteConfiguration.fileName) ? "." : root
    }

    private func inputs() throws -> Inputs {
        let settings = "\(Self.configurationFolder(root))/\(SiteConfiguration.fileName)"
        return [
            "report": try Fingerprint.stamp(of: data.report),
            "search": try Fingerprint.stamp(of: data.search),
            "templates": try Fingerprint.contents(of: ["\(root)/templates"]),
            "assets": try Fingerprint.contents(
                of: ["js", "css", "licenses", "vendor"].map { "\(root)/assets/\($0)" }),
            "settings": Files.exists(settings) ? Fingerprint.of(try Files.read(settings)) : "none",
            "scope": Fingerprint.of(collected?.sentence ?? ""),
            "notices": Fingerprint.of(notices.joined(separator: "\n")),
            "folder": out, "program": try Fingerprint.program(),
        ]
    }
}
