import Foundation

/// A color of a site, as `#rrggbb`.
///
///     Color("#B8360F")!.hex                             → "#b8360f"
///     Color("#1c1b1a")!.contrast(to: Color("#fbf9f4")!) → 16.35
package struct Color: Equatable, Sendable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    /// Reads `#rgb` and `#rrggbb`.
    package init?(_ text: String) {
        var digits = Array(text.dropFirst())
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard text.hasPrefix("#"), digits.count == 6, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(String(digits), radix: 16)
        else { return nil }
        (red, green, blue) = (UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255))
    }

    package var hex: String { String(format: "#%02x%02x%02x", Int(red), Int(green), Int(blue)) }

    /// From 1 (the same) to 21 (black on white). Source: WCAG 2.2, "contrast ratio".
    package func contrast(to other: Color) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

extension Color {
    /// What a site may set; the ramps follow from research of their own (`assets/css/tokens.css`) and stay.
    static let tokens = [
        "paper", "raised", "sunk", "line", "rule", "ink", "soft", "faint", "accent", "nlp", "cv", "mm", "audio", "tab",
        "rl", "other",
    ]

    static let leastContrast: [String: Double] = [
        "ink": 4.5, "soft": 4.5, "faint": 4.5, "accent": 4.5, "rule": 3, "nlp": 3, "cv": 3, "mm": 3, "audio": 3,
        "tab": 3,
        "rl": 3, "other": 3,
    ]

    /// The values of `assets/css/tokens.css`; a test holds the two together.
    static let defaults: [SiteConfiguration.ColorScheme: [String: Color]] = [
        .light: [
            "paper": "#fbf9f4", "raised": "#ffffff", "sunk": "#f3f0e8", "line": "#e2ddd0", "rule": "#8f897b",
            "ink": "#1c1b1a", "soft": "#56534c", "faint": "#6f6b62", "accent": "#b8360f", "nlp": "#176de4",
            "cv": "#007558", "mm": "#651b9b", "audio": "#9c5d00", "tab": "#988d5c", "rl": "#90001f", "other": "#878b92",
        ].mapValues { Color($0)! },
        .dark: [
            "paper": "#15171b", "raised": "#1e2126", "sunk": "#1a1c21", "line": "#30343b", "rule": "#757b86",
            "ink": "#efece4", "soft": "#b9b7b0", "faint": "#95958f", "accent": "#ff8d66", "nlp": "#779efb",
            "cv": "#70e3c1", "mm": "#8b54cc", "audio": "#d89151", "tab": "#fded87", "rl": "#e1366d", "other": "#91959c",
        ].mapValues { Color($0)! },
    ]
}
