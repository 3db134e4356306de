import Catalog

/// Every license that the Hub offers in its list, and those that makers of models name beside it.
///
///     LicenseTable.find("apache-2.0")   → ("Apache-2.0", .permissive)
///     LicenseTable.find("Apache 2.0")   → the same: case, spaces, `_` and a "license" at the end do not matter
///     LicenseTable.find("llama3.1")     → ("llama3.1", .community)
///
/// Identifiers are SPDX's where it has one, else the Hub's. Classes: *community*, a maker's own terms that allow use with
/// conditions; *responsible-ai*, free but for listed uses (the RAIL family).
enum LicenseTable {
    static func find(_ text: String) -> (id: String, licenseClass: LicenseClass)? {
        if let exact = table[text] { return exact }
        return table[key(text)] ?? family(key(text))
    }

    private static let table: [String: (id: String, licenseClass: LicenseClass)] = {
        var table: [String: (id: String, licenseClass: LicenseClass)] = [:]
        for (licenseClass, ids) in ids {
            for id in ids.split(separator: " ") { table[key(String(id))] = (String(id), licenseClass) }
        }
        for (other, id) in otherSpellings { table[key(other)] = table[key(id)] }
        return table
    }()

    /// "Apache License 2.0" → "apache-2.0".
    private static func key(_ text: String) -> String {
        var words = text.lowercased().split { " _-".contains($0) }.map(String.init)
        words.removeAll { $0 == "license" || $0 == "licence" || $0 == "the" || $0 == "agreement" }
        return words.joined(separator: "-")
    }

    /// Makers number and rename their own terms with every model, so their families are told by how they begin.
    private static func family(_ key: String) -> (id: String, licenseClass: LicenseClass)? {
        if key.contains("non-commercial") || key.contains("noncommercial") || key.hasSuffix("-research-only") {
            return (key, .nonCommercial)
        }
        if key.hasSuffix("-research") || key.contains("research-license") { return (key, .nonCommercial) }
        if key.contains("openrail") || key.hasSuffix("-rail") { return (key, .responsibleAI) }
        if key.contains("community") { return (key, .community) }
        return makers.contains { key.hasPrefix($0) } ? (key, .community) : nil
    }

    private static let makers = [
        "llama", "gemma", "qwen", "tongyi-qianwen", "deepseek", "nvidia", "falcon", "kimi", "lfm", "exaone", "mistral",
        "mrl",
        "minimax", "stabilityai", "stability", "hunyuan", "tencent", "glm", "chatglm", "yi", "grok", "jamba", "cohere",
        "flux",
        "bria", "health-ai", "baichuan", "internlm", "phi", "sam", "dinov3", "aya", "databricks", "dbrx", "solar",
        "midm",
        "hyperclovax", "ltx", "krea", "mnpl", "apple-amlr", "ernie", "sarvam", "ai2",
    ]

    private static let ids: [(LicenseClass, String)] = [
        (
            .permissive,
            """
            Apache-2.0 MIT MIT-0 BSD-2-Clause BSD-3-Clause BSD-3-Clause-Clear BSL-1.0 ISC Zlib NCSA PostgreSQL MS-PL ECL-2.0 \
            AFL-3.0 Artistic-2.0 Unlicense WTFPL CC0-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-4.0 PDDL-1.0 ODC-By-1.0 \
            CDLA-Permissive-1.0 CDLA-Permissive-2.0 etalab-2.0 OFL-1.1 bsd 0BSD OpenMDW-1.0 OpenMDW-1.1
            """
        ),
        (
            .copyleft,
            """
            GPL-2.0 GPL-3.0 AGPL-3.0 LGPL-2.1 LGPL-3.0 LGPLLR MPL-2.0 EPL-1.0 EPL-2.0 EUPL-1.1 EUPL-1.2 OSL-3.0 LPPL-1.3c gpl lgpl \
            agpl CC-BY-SA-2.0 CC-BY-SA-3.0 CC-BY-SA-4.0 GFDL-1.3 ODbL-1.0 CDLA-Sharing-1.0 CECILL-2.1
            """
        ),
        (
            .responsibleAI,
            """
            openrail openrail++ creativeml-openrail-m bigscience-openrail-m bigcode-openrail-m bigscience-bloom-rail-1.0 \
            creativeml-openrail++-m
            """
        ),
        (
            .nonCommercial,
            """
            CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-4.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0 CC-BY-NC-ND-3.0 \
            CC-BY-NC-ND-4.0 C-UDA-1.0 deepfloyd-if-license fair-noncommercial-research-license
            """
        ),
        (
            .community,
            """
            llama2 llama3 llama3.1 llama3.2 llama3.3 llama4 gemma mrl qwen deepseek lfm1.0 tongyi-qianwen apple-ascl
            """
        ),
        (.other, "other unknown cc CC-BY-ND-4.0 CC-BY-ND-3.0 proprietary"),
    ]

    private static let otherSpellings = [
        "apache2": "Apache-2.0", "apache-2": "Apache-2.0", "apache": "Apache-2.0", "apache2.0": "Apache-2.0",
        "apache-license-version-2.0": "Apache-2.0", "cc0": "CC0-1.0", "pddl": "PDDL-1.0", "odc-by": "ODC-By-1.0",
        "odbl": "ODbL-1.0", "gfdl": "GFDL-1.3", "c-uda": "C-UDA-1.0", "lgpl-lr": "LGPLLR", "unlicence": "Unlicense",
        "gpl3": "GPL-3.0", "gpl-v3": "GPL-3.0", "gplv3": "GPL-3.0", "gpl-3": "GPL-3.0", "gpl2": "GPL-2.0",
        "agpl-v3": "AGPL-3.0",
        "agpl3": "AGPL-3.0", "gpl-3.0-or-later": "GPL-3.0", "gpl-3.0-only": "GPL-3.0", "agpl-3.0-or-later": "AGPL-3.0",
        "agpl-3.0-only": "AGPL-3.0", "bsd-3": "BSD-3-Clause", "bsd-2": "BSD-2-Clause", "cc-by": "CC-BY-4.0",
        "cc-by-sa": "CC-BY-SA-4.0", "cc-by-nc": "CC-BY-NC-4.0", "cc-by-nc-sa": "CC-BY-NC-SA-4.0", "llama-2": "llama2",
        "llama-3": "llama3", "llama-3.1": "llama3.1", "llama-3.2": "llama3.2", "llama-3.3": "llama3.3",
        "llama-4": "llama4",
        "open-rail": "openrail",
    ]
}
