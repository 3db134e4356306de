import Compression
import Core

/// One town of the table.
struct Town: Equatable, Sendable {
    var name: String
    var country: String
    var latitude: Double
    var longitude: Double
    var population: Int
}

/// The towns, `assets/places/towns.txt.zst`: a line with a country's code, then its towns, the largest first, each a line of
/// name, latitude and longitude in hundredths of a degree, and thousands of people, with tabs between.
///
///     FR
///     Paris	4885	235	2139
///     Marseille	4330	538	871
///
/// From GeoNames (CC BY 4.0); `scripts/towns.js` makes it.
enum TownTable {
    private static let maxBytes = 16 << 20

    /// - Throws: `GazetteerError`, `FileError`.
    static func read(_ path: String) throws -> [Town] {
        do {
            return try parse(try Zstd.decompress(try Files.read(path), limit: maxBytes), at: path)
        } catch let error as CompressionError {
            throw GazetteerError(.damaged(error.description), at: path)
        }
    }

    static func parse(_ bytes: [UInt8], at path: String) throws -> [Town] {
        var towns: [Town] = []
        var country = ""
        for (i, line) in bytes.split(separator: 10).enumerated() {
            if line.count == 2 {
                country = String(decoding: line, as: UTF8.self)
                continue
            }
            let fields = line.split(separator: 9).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 4, !country.isEmpty, let latitude = Int(fields[1]), let longitude = Int(fields[2]),
                let thousands = Int(fields[3]), abs(latitude) <= 9000, abs(longitude) <= 18000
            else { throw GazetteerError(.line(i + 1), at: path) }
            towns.append(
                Town(
                    name: fields[0], country: country, latitude: Double(latitude) / 100,
                    longitude: Double(longitude) / 100, population: thousands * 1000))
        }
        return towns
    }
}
