import Catalog
import Censuses
import Core
import JSON
import Report
import TestSupport
import Testing

@testable import Analysis

@Suite struct WorldMapTests {
    @Test func aModelBelongsToItsOwnersCommunityWhateverTheCase() throws {
        let tally = try tally(
            ["Acme/a": "2023-01-05", "acme/b": "2023-01-20", "lone/c": nil, "other/d": "2024-02-01"],
            [community("ACME", "FR", "Paris")])
        #expect(tally.places.map(\.community.name) == ["ACME"])
        #expect(tally.places[0].total == .init(models: 2, downloads: 20, likes: 4))
        #expect(tally.places[0].months[Month("2023-01")!]?.models == 2)
        #expect(tally.unknown.total.models == 2)
        #expect(tally.unknown.owners == 2)
        #expect(tally.unknown.months[nil]?.models == 1)
        #expect(tally.total.models == 4)
        #expect(tally.span == Month("2023-01")!...Month("2024-02")!)
    }

    @Test func absurdCountersDoNotStopTheBuild() throws {
        let tally = try tally(["a/x": nil, "a/y": nil], [community("a", "FR")], downloads: .max)
        #expect(tally.total.downloads == .max)
    }

    @Test func whatHasNoPlaceIsNeverLost() throws {
        let map = try WorldMap(tally: mixed(), census: nil)
        let sums = map.countries
        #expect(sums.countries.map(\.code) == ["US", "FR", "SG"])
        #expect(sums.countries.map(\.communities) == [1, 2, 1])
        #expect(sums.known.models + sums.seatless.models + sums.unknown.models == sums.total.models)
        #expect((sums.seatless.models, sums.seatlessCommunities) == (1, 1))
        #expect(sums.unknown.models == 3)
        let bars = map.bars.table
        #expect(
            bars.values["country"]
                == .texts(["United States", "France", "Singapore", "No one place", "Unknown place"]))
        #expect(bars.values["models"] == .integers([3, 2, 1, 1, 3]))
        #expect(map.bars.chart.options["last"] == .texts(["No one place", "Unknown place"]))
    }

    @Test func theLedeSaysWhatIsKnownAndWhatIsNot() throws {
        let map = try WorldMap(tally: mixed(), census: nil)
        #expect(
            map.lede.plain.unspaced == """
                Of the 10 models of this atlas, 6 come from 4 communities whose place is known: 3 of them from the United States, \
                2 from France and 1 from Singapore. Where 30.0 % of all were made nobody knows; 10.0 % come from communities \
                that sit in no one place.
                """)
        let one = try WorldMap(tally: tally(["a/x": nil], [community("a", "NL")]), census: nil)
        #expect(
            one.lede.plain.unspaced == """
                Of the 1 model of this atlas, 1 comes from 1 community whose place is known: all of them from the \
                Netherlands. The place of every model’s maker is known.
                """)
        let two = try WorldMap(
            tally: tally(["a/x": nil, "b/y": nil], [community("a", "NL"), community("b", "DE")]), census: nil)
        #expect(two.lede.plain.contains("1 of them from Germany and 1 from the Netherlands."))
    }

    @Test func withoutAPlaceThePageSaysWhatToDo() throws {
        let none = try WorldMap(tally: tally(["a/x": nil, "b/y": nil], []), census: nil).page
        #expect(
            none.lede.plain
                == "Of the 2 models of this atlas, no maker’s place is known. “hubatlas collect communities” asks where organizations sit."
        )
        #expect(none.figures.isEmpty && none.tables.isEmpty && none.findings.isEmpty)
        #expect(WorldMap(tally: PlaceTally(), census: nil).lede.plain == "No model of this atlas says who made it.")
    }

    @Test func findingsNameTheLeaderOrAllOfThem() throws {
        let map = try WorldMap(tally: mixed(), census: nil)
        #expect(
            map.finding(\.models, noun: "models")?.plain.unspaced
                == "Of all models of this atlas whose maker’s place is known, 50.0 % come from the United States, more than any other country; 40.0 % have no known place."
        )
        #expect(
            map.finding(\.downloads, noun: "downloads")?.plain.unspaced
                == "Of all downloads of models of this atlas whose maker’s place is known, 50.0 % go to models from the United States, more than any other country; 40.0 % have no known place."
        )
        let tie = try WorldMap(
            tally: tally(["a/x": nil, "b/y": nil], [community("a", "NL"), community("b", "DE")]), census: nil)
        #expect(
            tie.finding(\.models, noun: "models")?.plain.unspaced
                == "Of all models of this atlas whose maker’s place is known, Germany and the Netherlands have 50.0 % each, more than any other country; none are without a place."
        )
        let unused = try WorldMap(tally: tally(["a/x": nil], [community("a", "NL")], downloads: 0), census: nil)
        #expect(unused.finding(\.downloads, noun: "downloads") == nil)
        #expect(unused.findings.map(\.id) == ["map.models", "map.likes"])
    }

    @Test func theCaptionSaysHowManyPlacesNobodyChecked() throws {
        #expect(
            try WorldMap(tally: mixed(), census: nil).provenance.caveat
                == "All places are from the project’s own table, and unverified: no other source was heard.")
        var checked = community("b", "DE")
        checked.status = .confirmed
        let half = try WorldMap(tally: tally(["a/x": nil, "b/y": nil], [community("a", "NL"), checked]), census: nil)
        #expect(half.provenance.caveat == "1 place is from the project’s own table alone, and unverified.")
    }

    @Test func tooManyRowsAreFoldedAndNothingIsLost() throws {
        var models: [String: String?] = [:]
        var communities: [CommunityRow] = []
        for i in 0..<40 {
            communities.append(community("c\(i)", i % 2 == 0 ? "FR" : "DE"))
            for month in 1...9 { models["c\(i)/m\(month)"] = "2023-0\(month)-01" }
        }
        let tally = try tally(models, communities)
        let fine = PlaceRows.byMonth(tally, limit: 1000)
        #expect((fine.apart, fine.step, fine.count) == (40, 1, 360))
        let quarters = PlaceRows.byMonth(tally, limit: 200)
        #expect((quarters.apart, quarters.step, quarters.count) == (40, 3, 120))
        let folded = PlaceRows.byMonth(tally, limit: 30)
        #expect(folded.count <= 30)
        #expect(folded.apart < 40)
        for rows in [fine, quarters, folded] {
            guard case .integers(let models)? = rows.table(id: "t").values["models"] else {
                Issue.record("no models"); return
            }
            #expect(models.reduce(0) { $0 + ($1 ?? 0) } == 360)
        }
        #expect(PlaceRows.totals(tally, limit: 500).count == 40)
    }

    @Test func aHostileNameStaysAText() throws {
        var row = community("evil", "FR")
        row.fullName = "<script>alert(1)</script>"
        let page = try WorldMap(tally: tally(["evil/x": nil], [row]), census: nil).page
        let read = try Page(json: JSONValue.parse(page.json.bytes), at: "map")
        #expect(read == page)
        #expect(read.figures[0].table.values["name"] == .texts(["<script>alert(1)</script>"]))
    }

    @Test func namesAreTheGazetteers() throws {
        let table = try JSONValue.parse(Files.read(Repository.path("assets/places/names.json")))
        let rows = try #require(table["countries"]?.array)
        let names = Dictionary(uniqueKeysWithValues: rows.map { ($0["code"]!.string!, $0["name"]!.string!) })
        #expect(CountryNames.names == names)
        #expect(CountryNames.inProse("CF") == "the Central African Republic")
        #expect(CountryNames.inProse("FO") == "the Faroe Islands")
        #expect(CountryNames.inProse("ZZ") == "ZZ")
    }

    // MARK: - A small world

    /// Three countries, one community without a seat, one whose place nobody knows, one owner that is none.
    private func mixed() throws -> PlaceTally {
        var seatless = community("everywhere", nil)
        seatless.status = .seatless
        var unknown = community("hidden", nil)
        unknown.status = .unknown
        return try tally(
            [
                "us/a": "2023-01-01", "us/b": "2023-02-01", "us/c": nil, "paris/a": nil, "lyon/a": nil, "sg/a": nil,
                "everywhere/a": nil, "hidden/a": nil, "person/a": nil, "person/b": nil,
            ],
            [
                community("us", "US", "Boston"), community("paris", "FR", "Paris"), community("lyon", "FR"),
                community("sg", "SG", "Singapore"), seatless, unknown, community("without-models", "JP"),
            ])
    }

    private func community(_ name: String, _ country: String?, _ city: String? = nil) -> CommunityRow {
        var row = CommunityRow(name: name)
        row.place = CommunityPlace(city: city, country: country)
        row.placeSource = "table"
        row.status = country == nil ? .unknown : .unverified
        return row
    }

    /// Models by their ids with the days they were made on; each has ten downloads and two likes.
    private func tally(
        _ models: [String: String?], _ communities: [CommunityRow], downloads: Int = 10
    ) throws -> PlaceTally {
        let catalog = try Catalog(path: ":memory:")
        for (id, day) in models.sorted(by: { $0.key < $1.key }) {
            var row = model(id, likes: 2, on: day)
            row.downloads = downloads
            row.observations = [Observation(day: Day("2024-07-11")!, downloads: downloads, likes: 2)]
            try catalog.upsert(row)
        }
        return PlaceTally(models: try ModelColumns(reading: catalog), communities: communities)
    }
}
