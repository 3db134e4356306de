import Catalog
import Censuses
import Core
import Foundation
import Pipeline
import Snapshot
import TestSupport
import Testing

/// Small files of each kind in, a snapshot out: import, cleaning, choosing and merging together.
@Suite struct SnapshotRunTests {
    static let files: Folder = [
        "early.ndjson": """
        {"modelId":"gpt2","tags":["pytorch"],"pipeline_tag":"text-generation","downloads":100,"likes":5}
        {"modelId":"gone/away","tags":[],"downloads":1,"likes":0}

        """,
        "whole.ndjson": """
        {"_id":"621ffdc036468d709f174328","id":"openai-community/gpt2","likes":20,"downloads":50,\
        "tags":["transformers","license:mit"],"pipeline_tag":"text-generation","library_name":"transformers",\
        "createdAt":"2022-03-02T23:29:04.000Z"}
        {"_id":"721ffdc036468d709f174329","id":"acme/owl-7b","likes":3,"downloads":7,"tags":["base_model:gpt2"],\
        "createdAt":"2024-01-02T00:00:00.000Z"}
        {"id":"acme/plain","likes":0,"downloads":0,"tags":[],"createdAt":"2024-01-03T00:00:00.000Z"}

        """,
        "edges.csv": """
        source,target,edge
        gpt2,acme/owl-7b,finetuned

        """,
        "board.csv": """
        model_name,metadata_params_billions
        acme/plain,7.242
        nobody/knows,1.0

        """,
        "texts.ndjson": """
        {"_id":"821ffdc036468d709f174320","id":"acme/texts","likes":1,"downloads":9,"tags":[],\
        "createdAt":"2023-05-05T00:00:00.000Z"}

        """,
        "recipe.json": """
        {"version": 1, "files": [
          \(file("early.ndjson", "hub-models-ndjson", "models", "2022-02-15")),
          \(file("whole.ndjson", "hub-models-ndjson", "models", "2024-07-11")),
          \(file("texts.ndjson", "hub-datasets-ndjson", "datasets", "2024-07-09")),
          \(file("edges.csv", "lineage-csv", "facts", "2025-06-16")),
          \(file("board.csv", "leaderboard-csv", "facts", "2025-03-21"))],
         "selection": [{"mostLiked": 1, "of": "whole"}, {"namedBy": "board"},
           {"atLeast": {"likes": 1, "downloads": 1}, "of": "whole"}, {"basesOfThese": true}]}
        """,
    ]

    private static func file(_ name: String, _ format: String, _ role: String, _ day: String) -> String {
        """
        {"file": "\(name)", "format": "\(format)", "role": "\(role)", "key": "\(name.prefix { $0 != "." })",
         "title": "A list", "day": "\(day)", "coverage": "whole", "note": ""}
        """
    }

    private func run(in path: String, to out: String) throws {
        try SnapshotRun(
            recipe: "\(path)/recipe.json", files: path, root: Repository.root, work: "\(path)/work", log: .silent
        )
        .write(to: "\(path)/\(out)")
    }

    @Test func choosesAndMerges() throws {
        try withTemporaryFolder { path in
            try Self.files.write(to: path)
            try run(in: path, to: "out")
            let contents = try SnapshotStage.read("\(path)/out")
            #expect(contents.models.map(\.repoID) == ["acme/owl-7b", "acme/plain", "openai-community/gpt2"])
            let gpt2 = contents.models[2]
            #expect(gpt2.isBeforeRecord)
            #expect(gpt2.observations.map(\.downloads) == [100, 50])
            #expect(contents.models[0].bases == [BaseModel(repoID: "openai-community/gpt2", relation: .finetune)])
            #expect((contents.models[1].parameters, contents.models[1].parametersFrom) == (7_242_000_000, .list))
            #expect(contents.selection.map(\.matched) == [1, 1, 2, 1])
            #expect(contents.selection.map(\.added) == [1, 1, 1, 0])
            #expect(contents.censuses.map(\.rows) == [2, 1, 3])
            #expect(contents.sources.map(\.rows) == [2, 1, 3, 2, 1])
        }
    }

    @Test func theSameFilesGiveTheSameBytesAndNothingIsLeftOver() throws {
        try withTemporaryFolder { path in
            try Self.files.write(to: path)
            try run(in: path, to: "a")
            try run(in: path, to: "b")
            #expect(try Folder(reading: "\(path)/a") == Folder(reading: "\(path)/b"))
            #expect(!FileManager.default.fileExists(atPath: "\(path)/work"))
        }
    }

    @Test func whoWorksWithWhomIsCarriedInNumbersAlone() throws {
        try withTemporaryFolder { path in
            var files = Self.files
            let line = { (id: String, users: [String]) in
                let authors = users.map { #"{"user":"\#($0)"}"# }.joined(separator: ",")
                return #"{"id":"\#(id)","commits":[{"id":"1","date":"2024-01-01T00:00:00Z","authors":[\#(authors)]}]}"#
            }
            files["work.ndjson"] = [
                line("google/owl-7b", ["ann", "bob", "acme-bot"]), line("microsoft/two", ["bob", "ann", "acme-bot"]),
                line("microsoft/three", ["bob", "acme-bot"]),
                // Whether this owner is a person nobody knows, so nothing of theirs is told.
                line("somebody/four", ["bob", "ann", "acme-bot"]),
            ].joined(separator: "\n")
            let entry = Self.file("work.ndjson", "hub-commits-ndjson", "source", "2024-12-04")
                .replacing("\"coverage\"", with: "\"subject\": \"activity\", \"coverage\"")
            files["recipe.json"] = files["recipe.json"]!.replacing(
                "],\n \"selection\"", with: ",\n\(entry)],\n \"selection\"")
            try files.write(to: path)
            try run(in: path, to: "out")
            let contents = try SnapshotStage.read("\(path)/out")
            #expect(
                contents.tables == [
                    CarriedRows(table: "owner_collaborations", rows: [["google", "microsoft", "2"]]),
                    CarriedRows(
                        table: "repo_collaborations",
                        rows: [["models", "google/owl-7b", "models", "microsoft/two", "2"]]),
                ])
            let source = try #require(contents.sources.first { $0.key == "work" })
            #expect(source.subject == .activity && source.rows == 4)
            let catalog = try Catalog(path: ":memory:")
            try SnapshotStage.load("\(path)/out", into: catalog, log: .silent)
            #expect(try catalog.ownerCollaborations(most: 9).map(\.people) == [2])
            for file in try Folder(reading: "\(path)/out").files.values {
                #expect(!String(decoding: file, as: UTF8.self).contains("acme-bot"))
            }
        }
    }

    @Test func whichModelsSpacesUseIsCarriedAsCounts() throws {
        try withTemporaryFolder { path in
            var files = Self.files
            files["links.csv"] = "space,model\nacme/demo,gpt2\nacme/demo,acme/owl-7b\nacme/other,gpt2\n"
            let entry = Self.file("links.csv", "spaces-to-models-csv", "source", "2024-07-11")
                .replacing("\"coverage\"", with: "\"subject\": \"spaces\", \"coverage\"")
            files["recipe.json"] = files["recipe.json"]!.replacing(
                "],\n \"selection\"", with: ",\n\(entry)],\n \"selection\"")
            try files.write(to: path)
            try run(in: path, to: "out")
            let contents = try SnapshotStage.read("\(path)/out")
            let rows = contents.tables.first { $0.table == "model_spaces" }?.rows
            #expect(rows == [["acme/owl-7b", "1"], ["openai-community/gpt2", "2"]])
            #expect(contents.sources.first { $0.key == "links" }.map { "\($0.subject) \($0.rows)" } == "spaces 2")
            let catalog = try Catalog(path: ":memory:")
            try SnapshotStage.load("\(path)/out", into: catalog, log: .silent)
            #expect(try catalog.mostUsedModels(limit: 1).map(\.spaces) == [2])
        }
    }

    @Test func mentionsAreCarriedByFamilyAndMonth() throws {
        try withTemporaryFolder { path in
            var files = Self.files
            files["posts.ndjson"] = [
                ("2026-05-01", "Claude Code"), ("2026-05-20", "llama.cpp"), ("2026-06-01", "Claude"),
            ]
            .map { #"{"day":"\#($0)","title":"\#($1)"}"# }.joined(separator: "\n")
            let format = "posts-ndjson?date=day&text=title&name=posts"
            let entry = Self.file("posts.ndjson", format, "source", "2026-06-01")
                .replacing("\"coverage\"", with: "\"subject\": \"mentions\", \"coverage\"")
            files["recipe.json"] = files["recipe.json"]!.replacing(
                "],\n \"selection\"", with: ",\n\(entry)],\n \"selection\"")
            try files.write(to: path)
            try run(in: path, to: "out")
            let catalog = try Catalog(path: ":memory:")
            try SnapshotStage.load("\(path)/out", into: catalog, log: .silent)
            let rows = try catalog.familyMentions()
            #expect(rows.count > 60)
            #expect(rows.filter { $0.count > 0 }.map { "\($0.family) \($0.month) \($0.count)" } == ["claude 2026-05 1"])
            #expect(rows.allSatisfy { $0.source == "posts" && $0.perTenThousand != nil })
            #expect(try catalog.mentionTotals().map(\.posts) == [2])
            #expect(try catalog.mentionFamilies().contains { $0.id == "claude" && $0.maker == "Anthropic" })
            for file in try Folder(reading: "\(path)/out").files.values {
                #expect(!String(decoding: file, as: UTF8.self).contains("llama.cpp"))
            }
        }
    }

    @Test func aFileThatIsNotThereWritesNothing() throws {
        try withTemporaryFolder { path in
            try Self.files.write(to: path)
            try FileManager.default.removeItem(atPath: "\(path)/edges.csv")
            let error = #expect(throws: FileError.self) { try run(in: path, to: "out") }
            #expect(error?.path == "\(path)/edges.csv")
            #expect(!FileManager.default.fileExists(atPath: "\(path)/out"))
        }
    }
}
