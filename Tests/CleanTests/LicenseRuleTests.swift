import Catalog
import Core
import Testing

@testable import Clean

@Suite struct LicenseRuleTests {
    private func read(_ sent: [String], name: String? = nil) -> (LicenseRule.Result, [String]) {
        var diagnostics: [Diagnostic] = []
        let result = LicenseRule.read(sent, name: name, at: "a/b", &diagnostics)
        return (result, diagnostics.map(\.identifier))
    }

    @Test(arguments: [
        ("apache-2.0", "Apache-2.0", LicenseClass.permissive), ("Apache 2.0", "Apache-2.0", .permissive),
        ("Apache License 2.0", "Apache-2.0", .permissive), ("mit", "MIT", .permissive),
        ("MIT License", "MIT", .permissive),
        ("openrail", "openrail", .responsibleAI), ("openrail++", "openrail++", .responsibleAI),
        ("creativeml-openrail-m", "creativeml-openrail-m", .responsibleAI),
        ("cc-by-nc-4.0", "CC-BY-NC-4.0", .nonCommercial),
        ("cc-by-sa-4.0", "CC-BY-SA-4.0", .copyleft), ("gpl-3.0", "GPL-3.0", .copyleft),
        ("lgpl-lr", "LGPLLR", .copyleft),
        ("llama2", "llama2", .community), ("llama3.1", "llama3.1", .community), ("gemma", "gemma", .community),
        ("other", "other", .other), ("unknown", "unknown", .other), ("cc", "cc", .other),
        ("cc-by-nd-4.0", "CC-BY-ND-4.0", .other), ("odbl", "ODbL-1.0", .copyleft), ("pddl", "PDDL-1.0", .permissive),
        ("c-uda", "C-UDA-1.0", .nonCommercial), ("bsd", "bsd", .permissive), ("cc0", "CC0-1.0", .permissive),
        ("flux-non-commercial-license", "flux-non-commercial", .nonCommercial),
        ("minimax-h3-community-license-agreement", "minimax-h3-community", .community),
        ("qwen-research", "qwen-research", .nonCommercial),
        ("nvidia-open-model-license", "nvidia-open-model", .community),
        ("lfm1.0", "lfm1.0", .community), ("openmdw-1.1", "OpenMDW-1.1", .permissive),
    ])
    func knowsTheSpelling(_ sent: String, _ id: String, _ licenseClass: LicenseClass) {
        let (result, diagnostics) = read([sent])
        #expect(result == .init(license: id, raw: sent, licenseClass: licenseClass))
        #expect(diagnostics.isEmpty)
    }

    @Test func noneStatedIsNone() {
        #expect(read([]) == (.init(license: nil, raw: nil, licenseClass: .none), []))
        #expect(read([""]).0.licenseClass == .none)
    }

    @Test func theFirstKnownOneStands() {
        #expect(
            read(["my-own-terms", "mit", "other"]).0
                == .init(license: "MIT", raw: "my-own-terms, mit, other", licenseClass: .permissive))
    }

    @Test func theCardNamesWhatOtherStandsFor() {
        #expect(
            read(["other"], name: "llama3.1").0
                == .init(license: "llama3.1", raw: "other: llama3.1", licenseClass: .community))
        #expect(read(["other"], name: "my terms").0.license == "other")
    }

    @Test func unknownTermsAreCountedAndSentencesAreNotKept() {
        #expect(
            read(["my-own-terms"]) == (
                .init(license: nil, raw: "my-own-terms", licenseClass: .other), ["license.unknown"]
            ))
        #expect(read(["ask me: someone@example.org"]).0.raw == nil)
        #expect(read([String(repeating: "x", count: 200)]).0.raw == nil)
        #expect(read(["\u{1B}[2J"]).0.raw == nil)
    }

    /// Every license that 760,000 models state, by their tags.
    @Test func knowsEveryLicenseOfTheHubsList() {
        let real = """
            apache-2.0 mit openrail creativeml-openrail-m other cc-by-nc-4.0 llama2 unknown cc-by-4.0 llama3 openrail++ afl-3.0 \
            cc-by-nc-sa-4.0 cc-by-sa-4.0 gpl-3.0 gemma cc artistic-2.0 bsd-3-clause bigscience-openrail-m \
            bigscience-bloom-rail-1.0 cc-by-nc-nd-4.0 bigcode-openrail-m wtfpl agpl-3.0 cc0-1.0 unlicense cc-by-sa-3.0 gpl bsd \
            cc-by-nc-2.0 cc-by-3.0 cc-by-2.0 gpl-2.0 lgpl-3.0 bsl-1.0 c-uda bsd-2-clause cc-by-nd-4.0 osl-3.0 cc-by-nc-3.0 ms-pl \
            pddl cdla-permissive-2.0 ecl-2.0 bsd-3-clause-clear gfdl cc-by-nc-nd-3.0 zlib mpl-2.0 odbl cc-by-nc-sa-3.0 lgpl \
            cc-by-nc-sa-2.0 deepfloyd-if-license lgpl-2.1 odc-by epl-2.0 lgpl-lr cc-by-2.5 eupl-1.1 isc ncsa etalab-2.0 \
            cdla-sharing-1.0 postgresql lppl-1.3c epl-1.0 ofl-1.1 cdla-permissive-1.0 apple-ascl
            """.split { $0 == " " || $0 == "\n" }.map(String.init)
        #expect(real.filter { LicenseTable.find($0) == nil } == [])
    }
}
