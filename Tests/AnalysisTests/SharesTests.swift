import Catalog
import Censuses
import Report
import Testing

@testable import Analysis

@Suite struct SharesTests {
    @Test func tasksAreTheGreatestTheRestAndNone() throws {
        let tasks = ["a", "b", "c", "d", "e", "f", "g", "h"].enumerated().map {
            (month: "2024-06" as String?, task: $1 as String?, count: 20 - $0)
        }
        let list = census("2024-07-11", tasks + [("2024-06", "text-generation", 50), ("2024-06", nil, 68)])
        let figure = try #require(Shares.tasks(list, id: "home-purposes"))
        #expect(
            figure.table.values["label"]
                == .texts(["text-generation", "a", "b", "c", "d", "e", "3 other tasks", "none stated"]))
        #expect(figure.table.values["count"] == .integers([50, 20, 19, 18, 17, 16, 42, 68]))
        #expect(figure.title?.unspaced == "The most common stated purpose is text generation: 20.0 %")
        #expect(figure.chart.channels["color"] == "modality")
    }

    @Test func licensesSayHowManyAreSilent() throws {
        let figure = try #require(Shares.licenses(licensed([("MIT", 30), (nil, 70)]), id: "home-licenses"))
        #expect(figure.title == "More than two thirds of the models state no license")
        #expect(figure.table.values["label"] == .texts(["MIT", "none stated"]))
        #expect(figure.table.values["share"] == .numbers([0.3, 0.7]))
        #expect(try #require(Shares.licenses(licensed([("MIT", 1)]), id: "x")).title == "Every model states a license")
    }

    @Test func nothingIsDrawnOfNothing() {
        #expect(Shares.tasks(census("2024-07-11", []), id: "x") == nil)
        #expect(Shares.tasks(census("2024-07-11", [(nil, nil, 4)]), id: "x") == nil)
        #expect(Shares.licenses(licensed([(nil, 70)]), id: "x") == nil)
        #expect(Shares.licenses(licensed([]), id: "x") == nil)
    }

    private func licensed(_ terms: [(String?, Int)]) -> Census {
        var list = census("2024-07-11", [("2024-06", nil, terms.reduce(0) { $0 + $1.1 })])
        list.licenses = terms.map { Census.TermCount(term: $0, count: $1, downloads: 0, likes: 0) }
        return list
    }
}
