import JSON
import Report
import Testing

@Suite struct PageJSONTests {
    @Test func comesBackTheSame() throws {
        #expect(try Page(json: samplePage.json, at: "x.json") == samplePage)
    }

    @Test func namesThePlaceOfTheDamage() {
        #expect(
            failure(ofPage: { $0["figures"] = nil })
                == "x.json: page.figures is not a list; run 'hubatlas build --force'")
        #expect(
            failure(ofPage: { $0["plate"] = "one" })
                == "x.json: page.plate is not a whole number; run 'hubatlas build --force'")
        #expect(
            failure(ofFigure: { $0["kind"] = "pie" })
                == "x.json: page.figures[0].kind \"pie\" is not known; run 'hubatlas build --force'")
        #expect(
            failure(ofFigure: { $0["rows"] = .null })
                == "x.json: page.figures[0].rows.total is not a whole number; run 'hubatlas build --force'")
        #expect(
            failure(ofTable: { $0["likes"] = [1, "two"] })
                == "x.json: page.figures[0].table.values.likes[1] is not a whole number; run 'hubatlas build --force'")
        #expect(
            failure(ofTable: { $0["likes"] = [1] })
                == "x.json: page.figures[0].table.values has columns of different lengths; run 'hubatlas build --force'"
        )
    }

    @Test func refusesAnotherVersion() {
        #expect(
            failure(ofPage: { $0["version"] = 2 })
                == "x.json: has report version 2, this program reads 1; run 'hubatlas build --force'")
        #expect(
            failure(ofPage: { $0["version"] = nil })
                == "x.json: has report version none, this program reads 1; run 'hubatlas build --force'")
    }

    @Test func sentencesTellNumbersFromText() {
        let sentence: Sentence = "From \(number: "53,000") models on."
        #expect(sentence.json.text == #"["From ",{"number":"53,000"}," models on."]"#)
        #expect(sentence.plain == "From 53,000 models on.")
    }

    private func failure(ofPage change: (inout [String: JSONValue]) -> Void) -> String? {
        guard case .object(var members) = samplePage.json else { return nil }
        change(&members)
        do {
            _ = try Page(json: .object(members), at: "x.json")
            return nil
        } catch { return error.description }
    }

    private func failure(ofFigure change: (inout [String: JSONValue]) -> Void) -> String? {
        failure(ofPage: { page in
            guard case .array(var figures)? = page["figures"], case .object(var figure)? = figures.first else { return }
            change(&figure)
            figures[0] = .object(figure)
            page["figures"] = .array(figures)
        })
    }

    private func failure(ofTable change: (inout [String: JSONValue]) -> Void) -> String? {
        failure(ofFigure: { figure in
            guard case .object(var table)? = figure["table"], case .object(var values)? = table["values"] else {
                return
            }
            change(&values)
            table["values"] = .object(values)
            figure["table"] = .object(table)
        })
    }
}

/// A page with something in every member.
let samplePage = Page(
    id: "evolution", name: "Evolution", plate: 1, question: "Which models made their mark, and when?",
    lede: "Vision models are \(number: "16 of the 20") most liked of 2022.", figures: [sampleFigure],
    tables: [TitledTable(id: "sources", title: "Sources", text: "Where from.", table: sampleFigure.table)],
    shows: ["One circle is one model."], method: ["Counted.", "\(number: "480") bear the first day."],
    next: PageLink(page: "growth", text: "How did the Hub grow?"), nextText: "More and more.",
    findings: [
        Finding(
            id: "evolution.leader", sentence: "The greatest has \(number: "12") likes.", page: "evolution",
            provenance: Provenance(source: "Hub model list", rows: "3 models"))
    ])
