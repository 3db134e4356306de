/// A column's name without what tables of one leaderboard write differently: case, spaces, marks, emoji, small digits.
///
///     "Average ⬆️" → "average"    "CO₂ cost (kg)" → "co2costkg"    "#Params (B)", "params_b" → "paramsb"
enum ColumnName {
    static func plain(_ name: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: out.append(scalar)
            case 0x41...0x5A: out.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            // ₀ to ₉.
            case 0x2080...0x2089: out.append(Unicode.Scalar(UInt8(scalar.value - 0x2080) + 48))
            default: break
            }
        }
        return String(out)
    }
}
