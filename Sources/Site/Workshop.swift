import Dispatch
import Foundation
import JSON
import Synchronization

/// Everything that outside programs make, all at once: stills, script, style.
struct Workshop {
    struct Made: Sendable {
        var stills: [String: Still]
        var script: [UInt8]
        var style: [UInt8]
    }

    private let tools: SiteTools
    private let root: String

    init(tools: SiteTools, root: String) {
        self.tools = tools
        self.root = root
    }

    /// Throws the first error, in the order stills, script, style.
    func run(figures: [JSONValue]) throws -> Made {
        let files = try ["js/build/stills.js", "js/atlas.js", "css/atlas.css"].map(file)
        let stills = Placed<[String: Still]>()
        let script = Placed<[UInt8]>()
        let style = Placed<[UInt8]>()
        DispatchQueue.concurrentPerform(iterations: 3) { i in
            switch i {
            case 0: stills.set(Result { try draw(figures, with: files[0]) })
            case 1: script.set(Result { try tools.bundle(files[1]) })
            default: style.set(Result { try tools.bundle(files[2]) })
            }
        }
        return Made(stills: try stills.get(), script: try script.get(), style: try style.get())
    }
}

extension Workshop {
    private func file(_ name: String) throws -> String {
        let path = URL(fileURLWithPath: "\(root)/assets/\(name)").path
        guard FileManager.default.fileExists(atPath: path) else {
            throw SiteError(.missingFile(hint: "name the checkout of hubatlas with --root"), at: path)
        }
        return path
    }

    private func draw(_ figures: [JSONValue], with script: String) throws -> [String: Still] {
        guard !figures.isEmpty else { return [:] }
        let answer = try tools.drawStills(["figures": .array(figures)], script)
        guard let drawn = answer["figures"]?.object else {
            throw SiteError(.badStills("no object \"figures\""), at: script)
        }
        var stills: [String: Still] = [:]
        for id in figures.compactMap({ $0["id"]?.string }) {
            guard let json = drawn[id] else { throw SiteError(.noStill(figure: id), at: script) }
            stills[id] = try Still(json, id: id, from: script)
        }
        return stills
    }
}

/// A place for what a thread comes to.
private final class Placed<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ new: Result<Value, any Error>) { result.withLock { $0 = new } }

    func get() throws -> Value {
        guard let result = result.withLock({ $0 }) else { preconditionFailure("asked before its thread ended") }
        return try result.get()
    }
}
