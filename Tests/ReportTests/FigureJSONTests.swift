import JSON
import Report
import Testing

@Suite struct FigureJSONTests {
    @Test func hasExactlyTheKeysThatScriptsRead() {
        let json = sampleFigure.json(shard: "data/evolution.0123456789.js")
        #expect(
            json.object?.keys.sorted() == [
                "channels", "id", "kind", "notes", "options", "provenance", "remarks", "role", "rows", "shard",
                "subtitle", "table", "title",
            ])
        #expect(json["rows"] == ["inline": 2, "live": 3, "total": 20123])
        #expect(json["shard"] == "data/evolution.0123456789.js")
        #expect(json["title"] == .null)
        #expect(json["options"]?["noun"] == "models")
        #expect(json["options"]?["top"] == 20)
        #expect(json["options"]?["labels"] == ["nlp": "Language"])
    }

    @Test func writesTablesByColumn() {
        let table = sampleFigure.json(shard: nil)["table"]
        #expect(
            table?.text == """
                {"columns":[{"key":"id","kind":"modelID","label":"Model"},\
                {"key":"likes","kind":"count","label":"Likes","unit":"likes"},\
                {"key":"parameters","kind":"parameters","label":"Parameters"},\
                {"key":"beforeRecord","kind":"flag","label":"Before the record"}],"id":"evolution",\
                "values":{"beforeRecord":[true,null],"id":["acme/<\\/script>","acme/b"],"likes":[12,3],\
                "parameters":[7000000000,null]}}
                """)
    }

    @Test func keepsWholeNumbersAsNumbersWhereTheKindAsks() {
        #expect(sampleFigure.table.values["parameters"] == .numbers([7e9, nil]))
    }

    @Test func aTableHasItsFirstRows() {
        #expect(sampleFigure.liveTable?.prefix(2) == sampleFigure.table)
        #expect(sampleFigure.table.prefix(9) == sampleFigure.table)
    }
}

/// A figure with something in every member; a name in it is hostile.
let sampleFigure: Figure = {
    func table(_ ids: [String?], _ likes: [Int?], _ parameters: [Int?], _ early: [Bool?]) -> Table {
        Table(
            id: "evolution",
            columns: [
                (Column("id", "Model", .modelID), .texts(ids)),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(likes)),
                (Column("parameters", "Parameters", .parameters), .integers(parameters)),
                (Column("beforeRecord", "Before the record", .flag), .flags(early)),
            ])
    }
    let live = table(["acme/</script>", "acme/b", nil], [12, 3, nil], [7_000_000_000, nil, 5], [true, nil, false])
    return Figure(
        id: "evolution", role: .main,
        chart: Chart(
            .bubble, channels: ["x": "createdOn", "y": "likes"],
            options: [
                "noun": .text("models"), "top": .number(20), "half": .number(0.5), "log": .flag(true),
                "series": .texts(["nlp", "cv"]), "labels": .table(["nlp": "Language"]),
            ],
            remarks: [Remark(at: "acme/b", title: "b", text: "the only one")]),
        table: table(["acme/</script>", "acme/b"], [12, 3], [7_000_000_000, nil], [true, nil]), liveTable: live,
        totalRows: 20123, provenance: Provenance(source: "Hub model list", rows: "3 models", caveat: "A slice."),
        notes: ["One has no name."], opens: PageLink(page: "evolution", text: "Which?"),
        headline: Headline(number: "3", caption: "models"))
}()
