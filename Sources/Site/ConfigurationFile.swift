import Foundation

/// One line of a configuration file that sets something.
struct Setting {
    var name: String
    var value: String
    var line: Int

    /// What is wrong with the value, to stand after the setting's name.
    struct Problem: Error { var text: String }
}

/// Reads `name = value` lines. A line that begins with `#` is a comment; there are no quotes, no escapes, no sections.
///
///     # The name in the masthead.
///     title = Atlas of Speech
enum ConfigurationFile {
    static func settings(in text: String, file: String, known: [String]) throws(SiteError) -> [Setting] {
        var settings: [Setting] = []
        for (i, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let place = "\(file):\(i + 1)"
            guard let equals = line.firstIndex(of: "=") else {
                throw SiteError(.notASetting(String(line.prefix(60))), at: place)
            }
            let name = line[..<equals].trimmingCharacters(in: .whitespaces)
            let value = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            guard known.contains(name) else { throw SiteError(.unknownSetting(name, known: known), at: place) }
            guard !settings.contains(where: { $0.name == name }) else {
                throw SiteError(.repeatedSetting(name), at: place)
            }
            settings.append(Setting(name: name, value: value, line: i + 1))
        }
        return settings
    }
}

extension Setting {
    func text(upTo limit: Int) throws(Problem) -> String {
        guard !value.isEmpty else { throw Problem(text: "is empty; leave the line out for the default") }
        guard value.count <= limit else { throw Problem(text: "has \(value.count) characters; at most \(limit) fit") }
        guard !value.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
            throw Problem(text: "holds control characters")
        }
        return value
    }

    /// An address that ends in a slash, so that file names can follow it.
    func webAddress() throws(Problem) -> String {
        let address = try text(upTo: 200)
        guard address.hasPrefix("https://") || address.hasPrefix("http://"), isPlainAddress(address),
            !address.contains("?"), !address.contains("#")
        else { throw Problem(text: "is no web address like https://user.github.io/repo/") }
        return address.hasSuffix("/") ? address : address + "/"
    }

    /// Ids and owners, with commas or spaces between.
    func hubNames() throws(Problem) -> String {
        let names = try Setting(name: name, value: value.replacing("\t", with: " "), line: line).text(upTo: 200_000)
        let words = names.split { $0 == "," || $0 == " " }
        for word in words {
            let parts = word.split(separator: "/", omittingEmptySubsequences: false)
            let isName = parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isNameByte) }
            guard isName else {
                throw Problem(text: "holds \"\(word.prefix(60))\", which is neither owner/name nor an owner")
            }
        }
        return names
    }

    func people() throws(Problem) -> SiteConfiguration.People {
        guard let people = SiteConfiguration.People(rawValue: value) else {
            throw Problem(text: "\"\(value.prefix(40))\" is neither names nor pseudonyms")
        }
        return people
    }

    func contact() throws(Problem) -> String {
        let address = try text(upTo: 200)
        guard isPlainAddress(address), address.hasPrefix("https://") || isMailAddress(address) else {
            throw Problem(text: "is neither an address like https://github.com/user/repo/issues nor mailto:name@host")
        }
        return address
    }

    func languageTag() throws(Problem) -> String {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard value.count <= 35, (2...3).contains(parts[0].count),
            parts.allSatisfy({ (1...8).contains($0.count) && $0.utf8.allSatisfy(isLetterOrDigit) })
        else { throw Problem(text: "is no language tag like en or pt-BR") }
        return value
    }

    /// A name as the Hub writes authors, tasks, languages, libraries and licenses.
    func hubName() throws(Problem) -> String {
        guard (1...96).contains(value.utf8.count),
            value.utf8.allSatisfy({ isLetterOrDigit($0) || "-_.".utf8.contains($0) })
        else { throw Problem(text: "is no name of the Hub: letters, digits, dash, dot and underscore, at most 96") }
        return value
    }

    func color() throws(Problem) -> Color {
        guard let color = Color(value) else { throw Problem(text: "\"\(value.prefix(40))\" is no color like #b8360f") }
        return color
    }

    private func isPlainAddress(_ text: String) -> Bool {
        guard let url = URL(string: text), text.hasPrefix("mailto:") || url.host?.isEmpty == false else { return false }
        return text.utf8.allSatisfy { (33...126).contains($0) && !"<>\"'`\\{}|^".utf8.contains($0) }
    }

    private func isMailAddress(_ text: String) -> Bool {
        let parts = text.dropFirst(7).split(separator: "@", omittingEmptySubsequences: false)
        return text.hasPrefix("mailto:") && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    }

    private func isNameByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || "-_.".utf8.contains(byte) }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
