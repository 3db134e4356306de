import Report

/// Spans of time in words.
package enum Duration {
    /// 0.84 → "0.8 s"; 75 → "1 min 15 s"; 7_260 → "2 h 1 min".
    package static func words(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e9 else { return Format.unknown }
        if seconds < 10 { return "\(Format.decimal(max(0, seconds), digits: 1)) s" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        if whole < 86_400 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
        return "\(Format.count(whole / 86_400, "day")) \(whole % 86_400 / 3600) h"
    }
}
