import Core
import Search
import SearchFormat
import TestSupport
import Testing

/// What is left answers, and says what is missing.
@Suite struct DamageTests {
    private func damaged(_ harm: (String) throws -> Void, _ body: (SearchEngine) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for name in try Files.list(SmallIndex.folder) {
                try Files.write(try Files.read("\(SmallIndex.folder)/\(name)"), to: "\(folder)/\(name)")
            }
            try harm(folder)
            try body(try SearchEngine(folder: folder))
        }
    }

    private func each(_ letter: String, in folder: String, _ body: (String) throws -> Void) throws {
        for name in try Files.list(folder) where name.hasPrefix(letter) && name.hasSuffix(".js") {
            try body("\(folder)/\(name)")
        }
    }

    @Test(arguments: ["t0", "d0", "f0", "l0"]) func aMissingShardIsNoted(letter: String) throws {
        try damaged({ try each(letter, in: $0) { try Files.remove($0) } }) { engine in
            let answer = engine.search(SearchRequest(query: "heron small"))
            let isThere = try Files.list(SmallIndex.folder).contains { $0.hasPrefix(letter) }
            #expect(answer.notes.contains { $0.kind == .missing && $0.text.contains("hubatlas build") } == isThere)
            if letter == "f0" { #expect(!answer.hits.isEmpty) }
        }
    }

    /// Lists that were made and columns that only some questions read.
    @Test(arguments: ["f0", "n0", "o0"]) func whatOrdersReadMayBeMissing(letter: String) throws {
        for harm in [{ try Files.remove($0) }, { try Files.write(Array("nonsense".utf8), to: $0) }]
            as [(String) throws -> Void]
        {
            try damaged({ try each(letter, in: $0, harm) }) { engine in
                var request = SearchRequest(query: "")
                request.sort = letter == "n0" ? .likes : .new
                let answer = engine.search(request)
                #expect(answer.notes.contains { $0.about?.hasPrefix(String(letter.prefix(1))) == true })
                // The newest are found without their list, and listed without what is counted.
                #expect(answer.hits.isEmpty == (letter == "n0"))
            }
        }
    }

    @Test func aDamagedShardIsNoted() throws {
        try damaged({ try each("d0", in: $0) { try Files.write(Array("nonsense".utf8), to: $0) } }) { engine in
            let answer = engine.search(SearchRequest(query: "heron"))
            #expect(answer.hits.isEmpty)
            #expect(answer.notes.contains { $0.kind == .damaged })
            // The second query says it again.
            #expect(engine.search(SearchRequest(query: "heron")).notes.contains { $0.kind == .damaged })
        }
    }

    /// Where the files that would tell are spoilt, a model is not said to be unknown, or to have no vector.
    @Test(arguments: ["t0", "d0", "c0", "v0"]) func whatCannotBeReadIsNotDenied(letter: String) throws {
        let cut = { (path: String) in try Files.write(Array(try Files.read(path).prefix(60)), to: path) }
        try damaged({ try each(letter, in: $0, cut) }) { engine in
            let error = #expect(throws: SearchError.self) { try engine.similar(to: "meadow/heron-small-de") }
            #expect(error?.isDamage == true)
            #expect(error?.description.contains("damaged (it ends early)") == true, "\(String(describing: error))")
        }
    }

    @Test func anIndexOfAnotherVersionIsRefused() throws {
        try withTemporaryFolder { folder in
            try Files.write(Array(#"{"version": 99}"#.utf8), to: "\(folder)/index.json")
            let error = #expect(throws: SearchFormatError.self) { try SearchEngine(folder: folder) }
            #expect(error?.description.contains("use a newer hubatlas") == true)
        }
        #expect(throws: SearchFormatError.self) { try SearchEngine(folder: "/nowhere") }
    }
}
