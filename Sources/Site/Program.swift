import Dispatch
import Foundation

/// A program of the system, run to its end.
///
///     try Program(name: "esbuild", package: "esbuild").run(["atlas.js", "--bundle"], in: folder) → its output
///
/// Input and output go through files: no pipe can fill up and wait for us while we wait for the program.
struct Program {
    var name: String
    /// What to install when it is not there.
    var package: String
    var timeoutSeconds = 300

    /// Throws `SiteError` when the program is not installed, fails, or takes longer than the limit.
    func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], in folder: String
    ) throws -> [UInt8] {
        let files = Files(folder: "\(folder)/\(name)-\(UUID().uuidString)")
        try files.make(input: input)
        defer { files.remove() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try path())
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try files.handle("in", forWriting: false)
        process.standardOutput = try files.handle("out", forWriting: true)
        process.standardError = try files.handle("err", forWriting: true)
        try wait(for: process)
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw SiteError(.programFailed(name, said: said(files, process)), at: arguments.first ?? name)
        }
        return files.contents("out")
    }
}

extension Program {
    /// Where it is; `SiteError.missingProgram` when it is not installed.
    func path() throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw SiteError(.missingProgram(name, package: package), at: name) }
        return found
    }

    private func wait(for process: Process) throws {
        let done = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in done.signal() }
        do { try process.run() } catch {
            throw SiteError(.programFailed(name, said: error.localizedDescription), at: name)
        }
        guard done.wait(timeout: .now() + .seconds(timeoutSeconds)) == .timedOut else { return }
        // The child inherited this thread's blocked signals, so it would never hear SIGTERM.
        kill(process.processIdentifier, SIGKILL)
        done.wait()
        throw SiteError(.programFailed(name, said: "no end after \(timeoutSeconds) s"), at: name)
    }

    /// The lines of its complaint that tell most, and what to do about the one that is common.
    private func said(_ files: Files, _ process: Process) -> String {
        let text = String(decoding: files.contents("err"), as: UTF8.self)
        if text.contains("Cannot find module 'jsdom'") {
            return "it finds no jsdom; run make setup, or: apt-get install node-jsdom (elsewhere: npm install -g jsdom)"
        }
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("    at ") && !$0.hasPrefix("Node.js v") }
        let shown = lines.prefix(6).joined(separator: " | ")
        return shown.isEmpty ? "exit code \(process.terminationStatus)" : String(shown.prefix(600))
    }

    private struct Files {
        var folder: String

        func make(input: [UInt8]) throws {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(input).write(to: url("in"))
                for name in ["out", "err"] { try Data().write(to: url(name)) }
            } catch { throw SiteError(.unwritable(error.localizedDescription), at: folder) }
        }

        func handle(_ name: String, forWriting: Bool) throws -> FileHandle {
            try forWriting ? FileHandle(forWritingTo: url(name)) : FileHandle(forReadingFrom: url(name))
        }

        func contents(_ name: String) -> [UInt8] {
            Array(FileManager.default.contents(atPath: url(name).path) ?? Data())
        }

        func remove() {
            // The folder around it goes with the build, in any case.
            try? FileManager.default.removeItem(atPath: folder)
        }

        private func url(_ name: String) -> URL { URL(fileURLWithPath: "\(folder)/\(name)") }
    }
}
