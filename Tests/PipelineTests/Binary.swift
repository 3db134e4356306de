import Foundation
import Synchronization

/// The program as it was built beside the tests, run as a process.
///
///     let result = try Binary.run(["--version"], in: folder)
///     result.code → 0
struct Binary {
    struct Result {
        var code: Int32
        var out: String
        var err: String
    }

    static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("hubatlas").path

    let process = Process()
    let out = Pipe()
    let err = Pipe()

    /// - Parameter environment: besides PATH and HOME.
    init(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws {
        let kept = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "TMPDIR"].contains($0.key) }
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = kept.merging(environment) { $1 }
        process.standardOutput = out
        process.standardError = err
    }

    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:]
    ) throws -> Result {
        let binary = try Binary(arguments, in: folder, environment: environment)
        try binary.process.run()
        return binary.result()
    }

    /// Waits for the end. Both streams are read at once, so that neither fills up and stops the program.
    func result() -> Result {
        let texts = Mutex(["", ""])
        let handles = [out.fileHandleForReading, err.fileHandleForReading]
        DispatchQueue.concurrentPerform(iterations: 2) { i in
            let text = String(decoding: handles[i].readDataToEndOfFile(), as: UTF8.self)
            texts.withLock { $0[i] = text }
        }
        process.waitUntilExit()
        return texts.withLock { Result(code: process.terminationStatus, out: $0[0], err: $0[1]) }
    }

    /// The first line of a stream, as soon as it is there; what came of it when the stream ends before.
    static func firstLine(of pipe: Pipe) -> String {
        var text = ""
        while !text.contains("\n") {
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        return text.split(separator: "\n").first.map(String.init) ?? ""
    }
}
