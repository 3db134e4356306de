import Core
import JSON
import TestSupport
import Testing

@testable import Hardware

/// What `assets/js/search/hardware.js` is held to as well. The figures were worked out apart from both.
@Suite struct HardwareFixtureTests {
    private let fixture: JSONValue
    private let devices: [Device]

    init() throws {
        fixture = try JSONValue.parse(try Files.read(Repository.path("Tests/Fixtures/hardware.json")))
        devices = try DeviceTable.read(Repository.path("assets/search/hardware.json"))
    }

    @Test func memoryIsReckonedAlike() throws {
        try forEachCase { name, facts, expected in
            for (key, value) in expected["memory"]?.object ?? [:] {
                let words = key.split(separator: " ").compactMap { Int($0) }
                let found = facts.memory(at: words[0], contextTokens: words.count > 1 ? words[1] : 4096)
                #expect(found.map(json) ?? .null == value, "\(name) at \(key)")
            }
            for row in expected["fits"]?.array ?? [] {
                let part = try #require(row.array)
                let found = facts.fits(part[0].number!, at: part[1].integer!)
                #expect(found == part[2].bool, "\(name) in \(part[0].text) GB at \(part[1].text) bit")
            }
        }
    }

    @Test func speedIsReckonedAlike() throws {
        try forEachCase { name, facts, expected in
            for row in expected["tokens"]?.array ?? [] {
                let part = try #require(row.array)
                let device = try #require(devices.first { $0.key == part[0].string })
                let found = facts.tokensPerSecond(on: device, at: part[1].integer!)
                #expect((found == nil) == (part[2] == .null), "\(name) on \(device.key)")
                if let found, let wanted = part[2].number { #expect(abs(found - wanted) < 1e-6, "\(name)") }
            }
        }
    }

    @Test func theRecordIsTheSame() throws {
        try forEachCase { name, facts, expected in
            #expect(HardwareRecord(facts, devices: devices).json == expected["record"], "\(name)")
        }
    }

    @Test func theInverseAndTheDevicesAreTheSame() throws {
        let rows = try #require(fixture["largest"]?.array)
        #expect(rows.count == 30)
        for row in rows.compactMap(\.array) {
            let found = HardwareFacts.largest(
                fitting: row[0].number!, at: row[1].integer!, generatesText: row[2].bool!)
            #expect(found == row[3].integer, "\(row.map(\.text))")
        }
        let usable = devices.map { JSONValue.array([.string($0.key), .number($0.usableGB)]).text }
        #expect(usable == fixture["devices"]?.array?.map(\.text))
    }

    private func forEachCase(_ body: (String, HardwareFacts, JSONValue) throws -> Void) throws {
        let cases = try #require(fixture["cases"]?.array)
        #expect(cases.count >= 15)
        for item in cases {
            try body(item["name"]?.string ?? "", facts(try #require(item["facts"])), item)
        }
    }

    private func facts(_ json: JSONValue) -> HardwareFacts {
        let shape = json["attention"].flatMap { shape in
            AttentionShape(
                layers: shape["layers"]!.integer!, keyValueHeads: shape["keyValueHeads"]!.integer!,
                headSize: shape["headSize"]!.integer!)
        }
        return HardwareFacts(
            parameters: json["parameters"]?.integer, bits: json["bits"]?.integer,
            formats: (json["formats"]?.array ?? []).compactMap(\.string), task: json["task"]?.string,
            isAdapter: json["kind"]?.string == "adapter" || json["library"]?.string == "peft",
            isMixtureOfExperts: json["isMixtureOfExperts"]?.bool,
            attention: shape, downloads: json["downloads"]?.integer, likes: json["likes"]?.integer,
            fileCount: json["fileCount"]?.integer)
    }

    private func json(_ estimate: MemoryEstimate) -> JSONValue {
        // Whole numbers are read back as integers.
        let bits = Int(exactly: estimate.bitsPerWeight).map { JSONValue.integer($0) }
        return [
            "bitsPerWeight": bits ?? .number(estimate.bitsPerWeight), "weightBytes": .integer(estimate.weightBytes),
            "workingBytes": .integer(estimate.workingBytes), "cacheBytes": .integer(estimate.cacheBytes),
            "totalBytes": .integer(estimate.totalBytes), "cacheFrom": .string(estimate.cacheFrom.rawValue),
        ]
    }
}
