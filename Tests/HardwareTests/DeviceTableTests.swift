import Core
import JSON
import TestSupport
import Testing

@testable import Hardware

@Suite struct DeviceTableTests {
    @Test func everyRowHasASourceADayAndFiguresThatCanBe() throws {
        let devices = try DeviceTable.read(Repository.path("assets/search/hardware.json"))
        #expect(devices.count >= 40)
        for device in devices {
            #expect(device.source.count >= 10 && Day(device.noted) != nil, "\(device.key)")
            #expect(
                (4...1024).contains(device.memoryGB) && (30...10_000).contains(device.bandwidthGBs), "\(device.key)")
            #expect(device.usableGB <= device.memoryGB && device.usableGB >= device.memoryGB / 2, "\(device.key)")
            #expect(device.source.hasPrefix(device.maker == "any" ? "JEDEC" : device.maker), "\(device.key)")
            #expect(!device.key.contains { $0 == " " || $0.isUppercase })
        }
        for maker in ["NVIDIA", "AMD", "Intel", "Apple", "any"] {
            #expect(devices.contains { $0.maker == maker }, "\(maker)")
        }
        #expect(Set(devices.map(\.kind)) == Set(Device.Kind.allCases))
    }

    @Test func aRowWithSeveralSizesIsSeveralDevices() throws {
        let devices = try read(#"[\#(row(#""memoryGB":[18,36,48]"#))]"#)
        #expect(devices.map(\.key) == ["x-18", "x-36", "x-48"])
        #expect(devices.map(\.usableGB) == [12, 24, 36])
        #expect(try read(#"[\#(row(#""memoryGB":[24]"#, kind: "gpu"))]"#).map(\.key) == ["x"])
        #expect(try read(#"[\#(row(#""memoryGB":[32]"#, kind: "cpu"))]"#).map(\.usableGB) == [24])
    }

    @Test(
        arguments: [
            (#"{"version":2,"devices":[]}"#, .version("2")), (#"{"devices":[]}"#, .version(nil)),
            (#"{"version":1,"devices":[]}"#, .noDevices), ("7", .version(nil)),
            (#"{"version":1,"devices":[7]}"#, .field("id", row: 1)),
            (#"{"version":1,"devices":[\#(row(#""memoryGB":[]"#))]}"#, .field("memoryGB", row: 1)),
            (#"{"version":1,"devices":[\#(row(#""memoryGB":[-1]"#))]}"#, .field("memoryGB", row: 1)),
            (
                #"{"version":1,"devices":[\#(row(#""memoryGB":[1]"#, kind: "abacus"))]}"#,
                .field("kind", row: 1)
            ),
            (
                #"{"version":1,"devices":[\#(row(#""memoryGB":[1]"#)),\#(row(#""memoryGB":[1]"#))]}"#,
                .twice("x")
            ),
        ] as [(String, HardwareError.Reason)])
    func aTableThatCannotBeIsAnError(_ json: String, _ reason: HardwareError.Reason) throws {
        let value = try JSONValue.parse(Array(json.utf8))
        #expect(throws: HardwareError(reason, at: "t")) { try DeviceTable.read(value, at: "t") }
    }

    @Test func errorsSayWhatToDo() {
        let table: [(HardwareError.Reason, String)] = [
            (.version("2"), "t: a table of devices of version 2, and this program knows version 1; update the program"),
            (.noDevices, "t: no devices in the table; take the file from the checkout again"),
            (.field("kind", row: 3), "t: device 3: \"kind\" is missing or cannot be; correct the row"),
            (.twice("x"), "t: two devices are called \"x\"; give one another id"),
        ]
        for (reason, text) in table { #expect(HardwareError(reason, at: "t").description == text) }
    }

    private func read(_ rows: String) throws -> [Device] {
        try DeviceTable.read(try JSONValue.parse(Array(#"{"version":1,"devices":\#(rows)}"#.utf8)), at: "t")
    }
}

private func row(_ memory: String, kind: String = "unified") -> String {
    #"{"id":"x","name":"X","maker":"M","kind":"\#(kind)",\#(memory),"bandwidthGBs":100,"source":"s","noted":"2026-11-21"}"#
}
