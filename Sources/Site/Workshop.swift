import Core
import Dispatch
import Foundation
import JSON
import Synchronization

/// Everything that outside programs make, all at once: stills, scripts, styles.
struct Workshop {
    struct Made: Sendable {
        var stills: [String: Still]
        /// Figures as files of their own, by id: those that are a figure by themselves.
        var pictures: [String: Picture]
        /// Nil where the index has no map.
        var map: MapStill?
        /// What pages but those of the search load, by the chart kinds that they draw.
        var scripts: [PageScript: [UInt8]]
        var style: [UInt8]
        /// What the pages of the search load instead, or besides.
        var searchScript: [UInt8]
        var searchStyle: [UInt8]
        /// What the search page fetches when the map is asked for.
        var mapScript: [UInt8]
    }

    private let tools: SiteTools
    private let root: String
    /// Where entries are written that nobody wrote by hand.
    private let workFolder: String

    init(tools: SiteTools, root: String, workFolder: String) {
        self.tools = tools
        self.root = root
        self.workFolder = workFolder
    }

    /// Throws the first error: of the stills, then of the bundles in their order.
    func run(figures: [JSONValue], pages: [PageScript], map: MapDrawing?, colors: String = "") throws -> Made {
        let script = try file("js/build/stills.js")
        let picturesCSS = String(decoding: try tools.bundle(file("css/pictures.css")), as: UTF8.self) + colors
        let fixed = try [
            "css/atlas.css", "js/search-page.js", "js/search/worker.js", "css/search.css", "js/map-page.js",
        ].map(file)
        let entries = try fixed + pages.map { try $0.writeEntry(into: workFolder, assets: file("js/atlas.js")) }
        let stills = Placed<Drawn>()
        let bundles = entries.map { _ in Placed<[UInt8]>() }
        DispatchQueue.concurrentPerform(iterations: 1 + entries.count) { i in
            if i == 0 {
                stills.set(Result { try draw(figures, map, picturesCSS, with: script) })
            } else {
                bundles[i - 1].set(Result { try tools.bundle(entries[i - 1]) })
            }
        }
        let drawn = try stills.get()
        let pictures = try rasterized(drawn.stills)
        let made = try bundles.map { try $0.get() }
        return Made(
            stills: drawn.stills, pictures: pictures, map: drawn.map,
            scripts: Dictionary(uniqueKeysWithValues: zip(pages, made[fixed.count...])), style: made[0],
            searchScript: engine(made[2]) + made[1], searchStyle: made[3], mapScript: made[4])
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

    /// The engine as a function in front of the page's script: a page from disk may not load a worker's own file, so the
    /// worker is made from this function's text, or the function is called where no worker can be made.
    private func engine(_ script: [UInt8]) -> [UInt8] {
        Array("globalThis.HubAtlasSearchEngine=function(){".utf8) + script + Array("\n};\n".utf8)
    }

    private struct Drawn {
        var stills: [String: Still] = [:]
        var map: MapStill?
    }

    private func draw(
        _ figures: [JSONValue], _ map: MapDrawing?, _ css: String, with script: String
    ) throws -> Drawn {
        guard !figures.isEmpty || map != nil else { return Drawn() }
        var request: [String: JSONValue] = ["figures": .array(figures), "css": .string(css)]
        if let map { request["map"] = map.json }
        let answer = try tools.drawStills(.object(request), script)
        guard let drawn = answer["figures"]?.object else {
            throw SiteError(.badStills("no object \"figures\""), at: script)
        }
        var stills: [String: Still] = [:]
        for id in figures.compactMap({ $0["id"]?.string }) {
            guard let json = drawn[id] else { throw SiteError(.noStill(figure: id), at: script) }
            stills[id] = try Still(json, id: id, from: script)
        }
        return Drawn(stills: stills, map: try map.map { _ in try MapStill(answer["map"] ?? .null, from: script) })
    }
}

extension Workshop {
    /// Pixels for those who cannot use lines, in two parts side by side.
    private func rasterized(_ stills: [String: Still]) throws -> [String: Picture] {
        let drawn = stills.filter { !$0.value.picture.isEmpty }.sorted { $0.key < $1.key }
        let files = try drawn.map { id, still in
            let file = "\(workFolder)/\(id).svg"
            try Files.write(Array(still.picture.utf8), to: file)
            return file
        }
        let parts = [0, 1].map { odd in files.indices.filter { $0 % 2 == odd }.map { files[$0] } }.filter {
            !$0.isEmpty
        }
        let ends = parts.map { _ in Placed<Void>() }
        DispatchQueue.concurrentPerform(iterations: parts.count) { i in
            ends[i].set(Result { try tools.rasterize(parts[i]) })
        }
        for end in ends { try end.get() }
        return Dictionary(
            uniqueKeysWithValues: try zip(drawn, files).map { still, file in
                (still.key, Picture(svg: Array(still.value.picture.utf8), png: try Files.read("\(file).png")))
            })
    }
}

/// A figure as a file of its own: title, key, drawing, source.
struct Picture: Equatable, Sendable {
    var svg: [UInt8]
    /// The same at twice its size.
    var png: [UInt8]
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
