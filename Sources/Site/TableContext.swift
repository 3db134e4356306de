import Core
import Report
import Templates

/// A table as its template takes it: formatted cells, numbers to the right, a model with its creator below its name.
enum TableContext {
    /// Pages show so many rows; the files beside them hold all.
    static let rowLimit = 200

    /// What a site has to lead to, beside what its tables hold.
    struct Pages {
        /// Whether there is a search index: then `model.html` shows any model, else the Hub does.
        var models = false
        /// Whether accounts have pages.
        var communities = false
    }

    static func value(_ titled: TitledTable, pages: Pages) -> TemplateValue {
        let table = titled.table
        // A model's modality is the dot before its name, not a column of its own.
        let hasModel = table.columns.contains { $0.kind == .modelID }
        let columns = table.columns.filter { !(hasModel && $0.key == "modality") }
        let shown = min(table.rowCount, rowLimit)
        return [
            "id": .text(titled.id), "title": .text(titled.title), "text": .text(titled.text),
            "columns": .list(columns.map { ["label": .text(label($0)), "numeric": .flag(isNumeric($0, in: table))] }),
            "rows": .list((0..<shown).map { row in ["cells": .list(columns.map { cell(table, $0, row, pages) })] }),
            "isEmpty": .flag(table.rowCount == 0),
            "rest": .text(table.rowCount > shown ? Format.int(table.rowCount - shown) : ""),
        ]
    }
}

extension TableContext {
    static let modalities: Set<String> = ["nlp", "cv", "mm", "audio", "tab", "rl", "other", "none"]

    /// The unit follows the label, unless the label says it already.
    private static func label(_ column: Column) -> String {
        guard let unit = column.unit, !column.label.lowercased().contains(unit.lowercased()) else {
            return column.label
        }
        return "\(column.label), \(unit)"
    }

    /// Figures that were worded already, "0.99880" or "1.683 ± 0.011", stand to the right, too.
    private static func isNumeric(_ column: Column, in table: Table) -> Bool {
        guard column.kind == .text, case .texts(let texts)? = table.values[column.key] else {
            return isNumeric(column.kind)
        }
        let told = texts.compactMap(\.self)
        return !told.isEmpty
            && told.allSatisfy { text in
                text.contains { $0.isNumber }
                    && text.allSatisfy { $0.isNumber || " .,−-+±<>\u{A0}\u{202F}".contains($0) }
            }
    }

    static func isNumeric(_ kind: Column.Kind) -> Bool {
        switch kind {
        case .count, .number, .share, .parameters, .bytes: true
        default: false
        }
    }

    private static func cell(_ table: Table, _ column: Column, _ row: Int, _ pages: Pages) -> TemplateValue {
        let text = text(table.values[column.key]!, column.kind, row)
        var cell: [String: TemplateValue] = [
            "class": .text(
                [isNumeric(column, in: table) ? "n" : nil, text == nil ? "unknown" : nil].compactMap(\.self).joined(
                    separator: " ")),
            "text": .text(text ?? Format.unknown), "dot": .text(""), "sub": .text(""), "link": .text(""),
            "address": .text(""), "hub": .text(""),
            "rise": rise(table, column, row),
        ]
        if let text, column.kind == .modelID { cell.merge(model(text, table, row, pages.models)) { $1 } }
        if let text, column.kind == .owner, pages.communities, isHubName(text) {
            cell["link"] = .text(community(text))
        }
        if let text, column.kind == .text, text.hasPrefix("https://"), isPlainAddress(text) {
            cell["link"] = .text(text)
            cell["address"] = .html(breakable(text))
        }
        return .object(cell)
    }

    /// What was won out of what stands now, as a line beside the number: both in hundredths of the table's greatest.
    private static func rise(_ table: Table, _ column: Column, _ row: Int) -> TemplateValue {
        guard column.key == "gain", case .integers(let gains)? = table.values["gain"],
            case .integers(let likes)? = table.values["likes"], let gain = gains[row], let now = likes[row],
            let most = likes.compactMap(\.self).max(), most > 0
        else { return .text("") }
        return ["from": .text(String(max(0, now - gain) * 100 / most)), "to": .text(String(now * 100 / most))]
    }

    private static func model(
        _ id: String, _ table: Table, _ row: Int, _ hasSearch: Bool
    ) -> [String: TemplateValue] {
        let parts = id.split(separator: "/", maxSplits: 1)
        var out: [String: TemplateValue] = [:]
        if isHubName(id) {
            let hub = "https://huggingface.co/\(id)"
            out["link"] = .text(hasSearch ? "model.html#\(id)" : hub)
            if hasSearch { out["hub"] = .text(hub) }
        }
        if parts.count == 2 {
            out["text"] = .text(String(parts[1]))
            out["sub"] = .text(String(parts[0]))
        }
        if case .texts(let codes)? = table.values["modality"], let code = codes[row], modalities.contains(code) {
            out["dot"] = .text(code)
        }
        return out
    }

    /// As `assets/js/chart/links.js` has it: an account that is called like a part of the page is named as such.
    private static func community(_ name: String) -> String {
        let parts = ["main", "method", "shows", "next", "quality", "greatest", "communities", "communities-title"]
        return "community.html#\(parts.contains(name) ? "name=" : "")\(name)"
    }

    /// Names that are what the Hub allows are linked; others are shown and lead nowhere.
    private static func isHubName(_ id: String) -> Bool {
        id.utf8.count <= 200 && !id.hasPrefix(".") && !id.contains("..")
            && id.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "-_./".utf8.contains(byte)
            }
    }

    /// An address as it is shown: without its scheme, and broken at its slashes rather than within a word.
    private static func breakable(_ address: String) -> String {
        escapeHTML(String(address.dropFirst("https://".count))).split(separator: "/", omittingEmptySubsequences: false)
            .joined(separator: "/<wbr>")
    }

    private static func isPlainAddress(_ text: String) -> Bool {
        text.utf8.count <= 300 && text.utf8.allSatisfy { (33...126).contains($0) && !"<>\"'`\\{}|^".utf8.contains($0) }
    }

    private static func text(_ values: Values, _ kind: Column.Kind, _ row: Int) -> String? {
        switch values {
        case .integers(let values): values[row].map { format($0, kind) }
        case .numbers(let values): values[row].map { format($0, kind) }
        case .flags(let values): values[row].map { $0 ? "yes" : "no" }
        case .texts(let values): values[row].map { format($0, kind) }
        }
    }

    private static func format(_ value: Int, _ kind: Column.Kind) -> String {
        switch kind {
        case .parameters: Format.compact(value)
        case .bytes: Format.bytes(value)
        default: Format.int(value)
        }
    }

    private static func format(_ value: Double, _ kind: Column.Kind) -> String {
        switch kind {
        case .share: Format.percent(value)
        case .parameters: Format.compact(value)
        default: Int(exactly: value).map { Format.int($0) } ?? Format.decimal(value, digits: 2)
        }
    }

    private static func format(_ value: String, _ kind: Column.Kind) -> String {
        switch kind {
        case .day: Day(value).map { Format.day($0) } ?? value
        case .month: Month(value).map { Format.month($0) } ?? value
        default: value
        }
    }
}
