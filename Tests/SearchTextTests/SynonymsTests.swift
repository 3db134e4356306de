import Catalog
import Core
import JSON
import SearchText
import TestSupport
import Testing

@Suite struct SynonymsTests {
    private func table() throws -> Synonyms {
        try Synonyms(JSONValue.parse(Files.read(Repository.path("assets/search/synonyms.json"))))
    }

    @Test func everyTaskOfTheTableIsATaskOfTheHub() throws {
        let tasks = try #require(try table().json["tasks"]?.object)
        #expect(tasks.count >= 50)
        for task in tasks.keys {
            #expect(![.other, .unknown].contains(Modality(task: task)) || task == "graph-ml", "\(task)")
        }
        for modality in try #require(try table().json["modalities"]?.object).keys {
            #expect(Modality(rawValue: modality) != nil)
        }
        for hint in try #require(try table().json["hints"]?.object).values {
            for task in hint.string!.split(separator: ",") {
                #expect(tasks[task.trimmingPrefix(" ").description] != nil, "\(task)")
            }
        }
    }

    @Test func aPhraseMeansItsTaskAloneAndIsNoStopWord() throws {
        let synonyms = try table()
        for (task, phrases) in try #require(synonyms.json["tasks"]?.object) {
            for phrase in phrases.string!.split(separator: ",") {
                let words = QueryText(String(phrase)).words.map(\.text)
                let meanings = synonyms.matches(in: words).flatMap(\.meanings).filter { $0.kind == .task && !$0.isHint }
                let both = ["feature-extraction", "sentence-similarity"]
                #expect(
                    meanings.map(\.code)
                        == ([" text embedding", "text embedding", "embedding"].contains(phrase) && both.contains(task)
                            ? both : [task]),
                    "\(phrase)")
                #expect(!synonyms.isStopWord(words.joined(separator: " ")), "\(phrase)")
            }
        }
    }

    @Test(arguments: [
        ("asr", Synonyms.Kind.task, "automatic-speech-recognition"),
        ("Speech-to-Text", .task, "automatic-speech-recognition"),
        ("Deutsch", .language, "de"), ("DE", .language, "de"), ("日本語", .language, "ja"), ("vision", .modality, "cv"),
        ("sbert", .library, "sentence-transformers"), ("apache 2.0", .license, "Apache-2.0"),
        ("torch", .format, "pytorch"),
    ])
    func knowsTheCodeOfAWord(text: String, kind: Synonyms.Kind, code: String) throws {
        #expect(try table().code(of: text, kind) == code)
    }

    @Test func codesOfAnIndexAreWordsToo() throws {
        let synonyms = try table()
        #expect(synonyms.code(of: "span marker", .library) == nil)
        #expect(synonyms.adding(["span-marker"], .library).code(of: "Span Marker", .library) == "span-marker")
    }

    @Test func aTableOfAnotherKindIsRefusedInWords() throws {
        #expect(throws: SearchTextError(.notATable("version"))) { try Synonyms([:]) }
        #expect(throws: SearchTextError(.version(2))) { try Synonyms(["version": 2]) }
        #expect(throws: SearchTextError(.notATable("stop"))) { try Synonyms(["version": 1]) }
        #expect(throws: SearchTextError(.notATable("tasks"))) { try Synonyms(["version": 1, "stop": "a"]) }
        #expect(throws: SearchTextError(.notATable("tasks.a"))) {
            try Synonyms(["version": 1, "stop": "a", "tasks": ["a": 1]])
        }
        #expect(SearchTextError(.version(2)).description.contains("of one release"))
    }
}
