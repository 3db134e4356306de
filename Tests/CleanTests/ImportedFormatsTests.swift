import Catalog
import Core
import Testing

@testable import Clean

@Suite struct ImportedFormatsTests {
    @Test func theShapeOf2022() throws {
        let (catalog, _) = try clean([
            page(
                #"{"modelId":"gpt2","lastModified":"2021-05-19T16:25:59.000Z","tags":["pytorch","en"],"pipeline_tag":"text-generation","siblings":[{"rfilename":"rust_model.ot"},{"rfilename":"flax_model.msgpack"}],"config":{"model_type":"gpt2"},"likes":1}"#
                    + "\n\n{\"tags\":[]}\n", on: "2022-02-15", format: "hub-models-ndjson")
        ])
        let row = try #require(try catalog.model("openai-community/gpt2"))
        #expect(row.architecture == "gpt2" && row.formats == ["jax", "pytorch"] && row.downloads == nil)
        #expect(row.observations == [Observation(day: Day("2022-02-15")!, downloads: nil, likes: 1)])
        #expect(try catalog.diagnostics().map(\.identifier) == ["record.noID"])
    }

    @Test func theCuratedListOf2026() throws {
        let (catalog, _) = try clean([
            page(
                """
                {"schema":1,"id":"a/X-7B","author":"a","created_at":"2026-08-18T06:09:20.000Z","updated_at":"2026-08-18T06:21:48.000Z","license":"apache-2.0","pipeline_tag":"text-generation","library":"transformers","languages":["en"],"tags":["safetensors","base_model:finetune:c/d"],"likes":1,"downloads_30d":430,"trending_score":2,"parameters":7615616512,"storage_bytes":15242694030,"base_model":"c/d","formats":["safetensors"],"is_conversational":true,"gated":true,"removed":true,"removed_at":"2026-08-20T00:00:00.000Z"}
                {"id":"a/y","base_model":"c/d, e/f","removed":false,"removed_at":"2026-08-20T00:00:00.000Z","license":null}
                """, on: "2026-08-22", format: "radar-ndjson")
        ])
        let row = try #require(try catalog.model("a/X-7B"))
        #expect(row.downloads == 430 && row.likes == 1 && row.license == "Apache-2.0" && row.languages == ["en"])
        #expect((row.parameters, row.parametersFrom) == (7_615_616_512, .list))
        #expect(row.bases == [BaseModel(repoID: "c/d", relation: .finetune)])
        #expect(row.gated == .gated && row.isConversational && row.usedStorageBytes == 15_242_694_030)
        #expect(row.removedOn == Day("2026-08-20"))
        #expect(try catalog.model("a/y")?.removedOn == nil)
        #expect(try catalog.model("a/y")?.bases.map(\.repoID) == ["c/d", "e/f"])
    }

    @Test func theTablesOf2022And2025() throws {
        let (catalog, _) = try clean([
            page(
                "model,downloads,task,sha\na/a,5,fill-mask,f0\nb/b,,,f1\n", walk: "1", on: "2022-07-02",
                format: "csv-2022-07"),
            page(
                """
                model_name,model_size,downloads,likes,task_category,model_category,creators,publishing_date
                a/a,110106428.0,7,3,fill-mask,NLP,a,2022-03-02T23:29:04.000Z
                c/c,,x,1,,,c,2025-03-05T14:16:59.000Z
                """, walk: "2", on: "2025-03-11", format: "csv-2025-03"),
        ])
        let row = try #require(try catalog.model("a/a"))
        #expect((row.parameters, row.parametersFrom) == (110_106_428, .safetensors))
        #expect(row.isBeforeRecord && row.task == "fill-mask" && row.downloads == 7)
        #expect(row.observations.map(\.downloads) == [5, 7])
        #expect(try catalog.model("b/b")?.observations == [])
        #expect(try catalog.model("c/c")?.createdAt == Instant("2025-03-05T14:16:59Z"))
        #expect(try catalog.diagnostics().map(\.identifier) == ["field.type"])
    }

    @Test func factsAboutListedModels() throws {
        let (catalog, summary) = try clean([
            page(#"[{"id":"a/x","likes":1},{"id":"a/y","likes":1},{"id":"a/z","likes":1}]"#),
            page(
                "id,model_name,metadata_params_billions\ni,a/x,7.242\ni,a/y,-1\ni,no/no,3\n", format: "leaderboard-csv"),
            page("source,target,edge\na/x,a/y,quantized\na/z,a/y,merged\na/x,no/no,adapter\n", format: "lineage-csv"),
            page("id\na/z\nbad id\n", format: "gated-csv"),
        ])
        #expect(try catalog.model("a/x")?.parameters == 7_242_000_000)
        #expect(try catalog.model("a/x")?.parametersFrom == .list)
        #expect(try catalog.model("a/y")?.parameters == nil)
        #expect(
            try catalog.model("a/y")?.bases
                == [BaseModel(repoID: "a/x", relation: .quantized), BaseModel(repoID: "a/z", relation: .merge)])
        #expect(try catalog.model("a/z")?.gated == .gated)
        #expect(summary.models == 3)
        #expect(
            try catalog.diagnostics().map { "\($0.identifier) \($0.count)" } == ["record.badID 1", "record.unlisted 2"])
    }

    @Test func theBoardsOfOtherYearsHaveOtherColumns() throws {
        let (catalog, _) = try clean([
            page("t,model,average,params_b,fullname\n🤝,X,81,72,a/x\n", format: "leaderboard-csv"),
            page("eval_name,fullname,#Params (B)\ne,b/x,1.5\n", format: "leaderboard-csv"),
            page("nothing\nx\n", format: "leaderboard-csv"),
        ])
        #expect(try catalog.model("a/x")?.parameters == 72_000_000_000)
        #expect(try catalog.model("b/x")?.parameters == 1_500_000_000)
        #expect(try catalog.diagnostics().map(\.identifier) == ["page.noColumn"])
    }

    @Test func renamesAreKnownBeforeTheFirstPage() throws {
        let (catalog, _) = try clean([
            page(#"[{"id":"a/x","tags":["base_model:old"]}]"#),
            page("old_id,new_id\nold,new/old\n", format: "legacy-renames-csv"),
        ])
        #expect(try catalog.model("a/x")?.bases.map(\.repoID) == ["new/old"])
    }

    @Test func datasetsAndSpaces() throws {
        let (catalog, summary) = try clean([
            page(
                #"{"_id":"621ffdd236468d709f181d58","id":"a/d","gated":"auto","downloads":236,"likes":18,"tags":["task_categories:token-classification","language:en","language:code","license:mit","arxiv:2010.14678"],"createdAt":"2022-03-02T23:29:22.000Z"}"#,
                format: "hub-datasets-ndjson"),
            page(
                #"[{"id":"a/s","sdk":"gradio","models":["gpt2","x y"],"createdAt":"2024-01-01T00:00:00.000Z"}]"#,
                format: "hub-spaces"),
        ])
        var datasets: [DatasetRow] = []
        try catalog.forEachDataset { datasets.append($0) }
        #expect(datasets.map(\.repoID) == ["a/d"])
        #expect(datasets[0].isBeforeRecord && datasets[0].gated == .auto && datasets[0].license == "MIT")
        #expect(datasets[0].languages == ["en"] && datasets[0].tasks == ["token-classification"])
        var spaces: [SpaceRow] = []
        try catalog.forEachSpace { spaces.append($0) }
        #expect(spaces.map(\.models) == [["openai-community/gpt2"]])
        #expect(summary.datasets == 1 && summary.spaces == 1)
    }

    @Test func aRepoThatComesTwiceIsCountedNotDoubled() throws {
        let id = #""_id":"621ffdd236468d709f181d58""#
        let space = #""_id":"621ffdd236468d709f181d59""#
        let (catalog, summary) = try clean([
            page("[{\(id),\"id\":\"a/d\",\"likes\":1}]", walk: "datasets/1", format: "hub-datasets"),
            page("[{\(id),\"id\":\"b/d\",\"likes\":2},{\"id\":\"c/d\"}]", walk: "datasets/1", format: "hub-datasets"),
            page("[{\(space),\"id\":\"a/s\",\"models\":[\"m/x\"]}]", walk: "spaces/1", format: "hub-spaces"),
            page("[{\(space),\"id\":\"a/s\",\"models\":[\"gpt2\"]}]", walk: "spaces/1", format: "hub-spaces"),
        ])
        var datasets: [String] = []
        try catalog.forEachDataset { datasets.append("\($0.repoID) \($0.likes ?? 0)") }
        #expect(datasets == ["b/d 2", "c/d 0"])
        #expect(try catalog.mostUsedModels(limit: 5).map(\.model) == ["openai-community/gpt2"])
        #expect((summary.datasets, summary.spaces, summary.duplicates) == (2, 1, 2))
        #expect(try catalog.diagnostics().map { "\($0.identifier) \($0.count)" } == ["record.duplicate 2"])
        #expect(try catalog.sources()[0].rows == 3)
    }

    @Test func hostileRowsOfDatasetsAndSpacesCostTheirFieldsOnly() throws {
        let (catalog, summary) = try clean([
            page(
                #"[{"id":"a/d","downloads":"many","likes":-1,"tags":{"x":1},"gated":7,"createdAt":3,"usedStorage":1e30},5,{"id":["a"]}]"#,
                format: "hub-datasets"),
            page(
                #"[{"id":"a/s","sdk":9,"models":"gpt2","datasets":[null,7,"<b>","d/x"],"runtime":[1],"tags":["<script>","ok"]}]"#,
                format: "hub-spaces"),
            page("<html>maintenance</html>", format: "hub-spaces"), page(#"{"error":"busy"}"#, format: "hub-datasets"),
        ])
        var spaces: [SpaceRow] = []
        try catalog.forEachSpace { spaces.append($0) }
        #expect(spaces.count == 1 && spaces[0].models == ["openai-community/gpt2"])
        #expect(spaces[0].datasets == ["d/x"] && spaces[0].sdk == nil && spaces[0].tags == ["ok"])
        #expect((summary.datasets, summary.spaces) == (1, 1))
        let found = Dictionary(uniqueKeysWithValues: try catalog.diagnostics().map { ($0.identifier, $0.count) })
        #expect(found["record.noID"] == 2 && found["page.damaged"] == 1 && found["page.noList"] == 1)
        #expect(found["tag.bad"] == 1 && found["field.negative"] == 1 && (found["field.type"] ?? 0) >= 6)
    }

    @Test func spacesAndTheModelsTheyUse() throws {
        let (catalog, summary) = try clean([
            page(
                #"[{"_id":"621ffdd236468d709f181d59","id":"a/listed","models":["m/x"]}]"#, walk: "spaces/1",
                format: "hub-spaces"),
            page(
                "space,model\na/one,gpt2\na/one,m/y\na/listed,m/old\nno model,\na/two,m/y\n",
                format: "spaces-to-models-csv"),
            page("space,model\na/two,m/z\n", format: "spaces-to-models-csv"),
            page("room,model\n", format: "spaces-to-models-csv"),
        ])
        #expect(
            try catalog.mostUsedModels(limit: 9).map { "\($0.model) \($0.spaces)" } == [
                "m/y 2", "m/x 1", "m/z 1", "openai-community/gpt2 1",
            ])
        #expect(summary.spaces == 3)
        #expect(try catalog.diagnostics().map(\.identifier) == ["page.noColumn", "record.badID"])
    }
}
