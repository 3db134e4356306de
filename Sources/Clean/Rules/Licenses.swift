package import Catalog
package import Core

/// Which license a repo states: an identifier, and the class it belongs to.
///
///     ["apache-2.0"]               → "Apache-2.0", permissive
///     ["Apache 2.0"]               → "Apache-2.0", permissive
///     ["cc-by-nc-4.0"]             → "CC-BY-NC-4.0", non-commercial
///     ["other"], name "qwen"       → "qwen", community       what the card calls its own terms
///     ["mit", "other"]             → "MIT", permissive       the first known one; `raw` keeps "mit, other"
///     ["my-own-terms"]             → nil, other              with a `license.unknown` diagnostic
///     []                           → nil, none
///
/// A text with an `@`, with something invisible or longer than 100 bytes is no name, and is not kept as `raw`.
package enum LicenseRule {
    /// A license as the catalog keeps it.
    package struct Result: Equatable, Sendable {
        package var license: String?
        package var raw: String?
        package var licenseClass: LicenseClass
    }

    /// The license that the stated ones come to; `name` is the card's `license_name`.
    package static func read(
        _ sent: [String], name: String? = nil, at subject: String, _ diagnostics: inout [Diagnostic]
    ) -> Result {
        let stated = sent.filter { !$0.isEmpty }
        guard let first = stated.first else { return Result(license: nil, raw: nil, licenseClass: .none) }
        let raw = keepable(stated.count == 1 ? first : stated.joined(separator: ", "))
        let known = stated.lazy.compactMap { LicenseTable.find($0) }.first
        if let known, known.id != "other" {
            return Result(license: known.id, raw: raw, licenseClass: known.licenseClass)
        }
        if let name, let named = LicenseTable.find(name) {
            return Result(license: named.id, raw: keepable("\(first): \(name)"), licenseClass: named.licenseClass)
        }
        if let known { return Result(license: known.id, raw: raw, licenseClass: known.licenseClass) }
        diagnostics.append(Diagnostic("license.unknown", at: subject, raw ?? ""))
        return Result(license: nil, raw: raw, licenseClass: .other)
    }

    private static func keepable(_ text: String) -> String? {
        text.utf8.count <= 100 && !text.utf8.contains(UInt8(ascii: "@")) && text.isVisible ? text : nil
    }
}
