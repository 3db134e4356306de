import Core
import TestSupport
import Testing

@testable import Pipeline

@Suite struct CheckoutTests {
    @Test func isTheNamedOneElseTheCurrentElseTheBuiltOne() throws {
        try withTemporaryFolder { folder in
            for name in ["a", "b"] {
                try Files.createFolder("\(folder)/\(name)/templates")
                try Files.createFolder("\(folder)/\(name)/assets")
            }
            #expect(try Checkout.find(named: "\(folder)/a", current: folder, built: "\(folder)/b") == "\(folder)/a")
            #expect(try Checkout.find(named: nil, current: "\(folder)/a", built: "\(folder)/b") == "\(folder)/a")
            #expect(try Checkout.find(named: nil, current: folder, built: "\(folder)/b") == "\(folder)/b")
        }
    }

    @Test func saysWhereItLooked() {
        let error = #expect(throws: PipelineError.self) {
            try Checkout.find(named: nil, current: "/nowhere/a", built: "/nowhere/b")
        }
        #expect(error?.description.contains("looked in /nowhere/a, /nowhere/b") == true)
        #expect(throws: PipelineError.self) { try Checkout.find(named: "/nowhere/c") }
    }

    @Test func theBuiltOneIsThisCheckout() {
        #expect(Files.exists("\(Checkout.builtFrom)/Package.swift"))
    }
}

@Suite struct PipelineErrorTests {
    @Test(arguments: [
        (
            PipelineError.Reason.busy(by: "process 7, hubatlas build"),
            ".hubatlas: in use by process 7, hubatlas build; wait for it to end, or name another folder with --data-dir"
        ),
        (
            .noCheckout(tried: ["."]),
            "no folder with templates/ and assets/ (looked in .); name the checkout of hubatlas with --root"
        ),
        (.noSnapshot, ".hubatlas: holds no snapshot; collect something first, or name the checkout with --root"),
        (
            .notFoundHere,
            ".hubatlas: there is no such file or folder; name a built site, or run 'hubatlas build' first"
        ),
    ])
    func words(_ reason: PipelineError.Reason, _ sentence: String) {
        #expect(PipelineError(reason, at: ".hubatlas").description == sentence)
    }

    @Test func aFolderInUseSaysByWhom() throws {
        try withTemporaryFolder { folder in
            let data = DataFolder(folder)
            let lock = try data.lock(for: "build")
            let error = #expect(throws: PipelineError.self) { try data.lock(for: "refresh") }
            #expect(error?.description.contains("hubatlas build; wait for it") == true)
            withExtendedLifetime(lock) {}
        }
    }
}
