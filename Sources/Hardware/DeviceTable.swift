import Core
package import JSON

/// The table of devices, `assets/search/hardware.json`:
///
///     {"version": 1, "devices": [{"id": "apple-m4", "name": "M4", "maker": "Apple", "kind": "unified",
///       "memoryGB": [16, 24, 32], "bandwidthGBs": 120, "source": "…", "noted": "2026-11-21"}]}
///     → devices "apple-m4-16", "apple-m4-24", "apple-m4-32"
package enum DeviceTable {
    static let version = 1

    /// The devices, in the order of the table.
    ///
    /// - Throws: `HardwareError`, with the row in which something is missing or cannot be.
    package static func read(_ json: JSONValue, at path: String) throws -> [Device] {
        guard json["version"]?.integer == version else {
            throw HardwareError(.version(json["version"]?.text), at: path)
        }
        guard let rows = json["devices"]?.array, !rows.isEmpty else { throw HardwareError(.noDevices, at: path) }
        var devices: [Device] = []
        for (i, row) in rows.enumerated() { devices += try read(row, number: i + 1, at: path) }
        var seen: Set<String> = []
        if let twice = devices.first(where: { !seen.insert($0.key).inserted }) {
            throw HardwareError(.twice(twice.key), at: path)
        }
        return devices
    }

    /// Reads the file. Throws `HardwareError`, `FileError`, `JSONError`.
    package static func read(_ path: String) throws -> [Device] {
        try read(try JSONValue.parse(try Files.read(path)), at: path)
    }

    private static func read(_ row: JSONValue, number: Int, at path: String) throws -> [Device] {
        func text(_ key: String) throws -> String {
            guard let text = row[key]?.string, !text.isEmpty else {
                throw HardwareError(.field(key, row: number), at: path)
            }
            return text
        }
        let id = try text("id")
        let sizes = (row["memoryGB"]?.array ?? []).compactMap(\.number)
        guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 && $0 < 100_000 }) else {
            throw HardwareError(.field("memoryGB", row: number), at: path)
        }
        guard let bandwidth = row["bandwidthGBs"]?.number, bandwidth > 0 else {
            throw HardwareError(.field("bandwidthGBs", row: number), at: path)
        }
        guard let kind = Device.Kind(rawValue: try text("kind")) else {
            throw HardwareError(.field("kind", row: number), at: path)
        }
        guard Day(try text("noted")) != nil else { throw HardwareError(.field("noted", row: number), at: path) }
        return try sizes.map { size in
            Device(
                key: sizes.count == 1 ? id : "\(id)-\(JSONValue.number(size).text)", name: try text("name"),
                maker: try text("maker"), kind: kind, memoryGB: size, bandwidthGBs: bandwidth,
                source: try text("source"), noted: try text("noted"))
        }
    }
}
