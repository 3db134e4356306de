import Compression
import Core
import Foundation
import TestSupport
import Testing

@testable import Gazetteer

/// What people write, and where that is: "Town CC", "CC" for a country alone, "" for unknown.
private let cases: [(String, String)] = [
    ("San Francisco, CA", "San Francisco US"),
    ("San Francisco", "San Francisco US"),
    ("san francisco ca", "San Francisco US"),
    ("San Francisco, California, USA", "San Francisco US"),
    ("SF", "San Francisco US"),
    ("Bay Area", "San Francisco US"),
    ("San Francisco Bay Area", "San Francisco US"),
    ("San Francisco / Bay Area", "San Francisco US"),
    ("94107 San Francisco, CA 94107", "San Francisco US"),
    ("Mountain View, CA", "Mountain View US"),
    ("Menlo Park, California", "Menlo Park US"),
    ("NYC", "New York City US"),
    ("New York", "New York City US"),
    ("New York, NY", "New York City US"),
    ("Manhattan, New York", "Manhattan US"),
    ("Brooklyn, NY", "Brooklyn US"),
    ("Washington, DC", "Washington US"),
    ("Seattle, WA", "Seattle US"),
    ("Redmond, WA", "Redmond US"),
    ("Redmond, OR", "Redmond US"),
    ("Portland, OR", "Portland US"),
    ("Portland, ME", "Portland US"),
    ("Portland, Maine, United States", "Portland US"),
    ("Cambridge, MA", "Cambridge US"),
    ("Cambridge, UK", "Cambridge GB"),
    ("Cambridge, Ontario", "Cambridge CA"),
    ("Cambridge", ""),
    ("Springfield", ""),
    ("Springfield, Illinois", "Springfield US"),
    ("Atlanta, Georgia", "Atlanta US"),
    ("Atlanta, GA", "Atlanta US"),
    ("Tbilisi, Georgia", "Tbilisi GE"),
    ("Georgia", ""),
    ("CA", ""),
    ("California", "US"),
    ("Ontario", ""),
    ("Toronto", "Toronto CA"),
    ("Toronto, ON", "Toronto CA"),
    ("Montréal, QC", "Montréal CA"),
    ("Montreal, Canada", "Montréal CA"),
    ("Vancouver, BC", "Vancouver CA"),
    ("Vancouver, WA", "Vancouver US"),
    ("London", "London GB"),
    ("London, Ontario", "London CA"),
    ("London & Berlin", "London GB"),
    ("London and Berlin", "London GB"),
    ("Greater London", "London GB"),
    ("Edinburgh, Scotland", "Edinburgh GB"),
    ("Paris", "Paris FR"),
    ("Paris / Remote", "Paris FR"),
    ("Remote / Paris", "Paris FR"),
    ("Paris, France", "Paris FR"),
    ("Paris - France", "Paris FR"),
    ("Paris (France)", "Paris FR"),
    ("Paris, Texas", "Paris US"),
    ("Gif-sur-Yvette, France", "Gif-sur-Yvette FR"),
    ("Zürich", "Zürich CH"),
    ("Zurich, Switzerland", "Zürich CH"),
    ("ZURICH", "Zürich CH"),
    ("Geneva", "Genève CH"),
    ("München", "Munich DE"),
    ("Munich, Bavaria", "Munich DE"),
    ("Köln, Deutschland", "Köln DE"),
    ("Cologne", "Köln DE"),
    ("Heidelberg", ""),
    ("Heidelberg, Germany", "Heidelberg DE"),
    ("Nice, France", "Nice FR"),
    ("Nice", ""),
    ("Reading, UK", "Reading GB"),
    ("Research Triangle Park, NC", "Raleigh US"),
    ("Berlin Germany", "Berlin DE"),
    ("Frankfurt", "Frankfurt am Main DE"),
    ("Beijing, China", "Beijing CN"),
    ("北京", "Beijing CN"),
    ("Hangzhou, Zhejiang, China", "Hangzhou CN"),
    ("Shenzhen, P.R. China", "Shenzhen CN"),
    ("Hong Kong", "Hong Kong HK"),
    ("Singapore", "Singapore SG"),
    ("Tokyo, Japan", "Tokyo JP"),
    ("東京", "Tokyo JP"),
    ("Seoul, Republic of Korea", "Seoul KR"),
    ("Seoul, Korea, South", "Seoul KR"),
    ("Bangalore", "Bengaluru IN"),
    ("Chennai, Tamil Nadu", "Chennai IN"),
    ("São Paulo", "São Paulo BR"),
    ("Sao Paulo, Brazil", "São Paulo BR"),
    ("Abu Dhabi, UAE", "Abu Dhabi AE"),
    ("Tel-Aviv", "Tel Aviv IL"),
    ("Moscow", "Moscow RU"),
    ("Санкт-Петербург", "Saint Petersburg RU"),
    ("Trinidad & Tobago", "TT"),
    ("Bosnia and Herzegovina", "BA"),
    ("Germany", "DE"),
    ("U.S.", "US"),
    ("the Netherlands", "NL"),
    ("Remote, Germany", "DE"),
    ("Armonk, NY", "US"),
    ("Sometown Without Entry, France", "FR"),
    ("Earth", ""),
    ("Remote", ""),
    ("127.0.0.1", ""),
    ("localhost:8080", ""),
    ("The Internet", ""),
    ("Europe", ""),
    ("Worldwide", ""),
    ("Fully remote", ""),
    ("Earth, Milky Way", ""),
    ("🌍", ""),
    ("", ""),
    ("   ,  , / ", ""),
    ("<script>alert(1)</script>", ""),
    ("'; DROP TABLE communities; --", ""),
    ("\u{202E}siraP", ""),
    ("Pa\u{200B}ris", "Paris FR"),
    ("latent space", ""),
    ("Barcelona", "Barcelona ES"),
    ("Vancouver", "Vancouver CA"),
    ("Manchester", ""),
    ("Birmingham, Alabama", "Birmingham US"),
    ("Pittsburgh, PA 15213", "Pittsburgh US"),
    ("Stanford, CA", "US"),
    ("University of Washington, Seattle", "Seattle US"),
    ("Tsinghua University, Beijing", "Beijing CN"),
    ("EPFL, Lausanne", "Lausanne CH"),
    ("Cambridge, MA, USA", "Cambridge US"),
    ("CA, USA", "US"),
    ("Bay Area, CA", "San Francisco US"),
    ("Silicon Valley", "San Jose US"),
    ("Remote first", ""),
    ("Zürich/Switzerland", "Zürich CH"),
    ("Vienna, Austria", "Vienna AT"),
    ("Prague, Czech Republic", "Prague CZ"),
    ("Ho Chi Minh City, Vietnam", "Ho Chi Minh City VN"),
    ("Lagos, Nigeria", "Lagos NG"),
    ("Turku, Finland", "Turku FI"),
    ("Reykjavik, Iceland", "Reykjavík IS"),
    ("Kraków, Polska", "Kraków PL"),
    ("Istanbul, Turkey", "Istanbul TR"),
    ("Tokyo / Osaka / Kyoto", "Tokyo JP"),
    ("HQ: Paris, France", "Paris FR"),
    ("Sweden", "SE"),
    ("Georgia, USA", "US"),
    ("Jordan", "JO"),
    ("Lebanon", "LB"),
    ("Mexico City", "Mexico City MX"),
    ("Luxembourg", "Luxembourg LU"),
    ("Washington", "US"),
    ("New Delhi, India", "New Delhi IN"),
    ("Kowloon, Hong Kong", "Kowloon HK"),
    ("Sydney, NSW", "Sydney AU"),
    ("Perth, WA", "Perth AU"),
    ("Moscow, Russia", "Moscow RU"),
    ("Moscow, ID", "Moscow US"),
]

struct GazetteerTests {
    private static let gazetteer = Result { try Gazetteer(folder: Repository.path("assets/places")) }

    private func told(_ place: Place?) -> String {
        [place?.town, place?.country].compactMap { $0 }.joined(separator: " ")
    }

    @Test(arguments: cases) func findsWhatIsMeant(text: String, expected: String) throws {
        #expect(told(try Self.gazetteer.get().find(text)) == expected)
    }

    @Test(arguments: [
        ("Portland, ME", 43.66, -70.26), ("Portland, OR", 45.52, -122.68), ("Redmond, OR", 44.27, -121.17),
        ("Redmond, WA", 47.67, -122.12), ("Cambridge, MA", 42.38, -71.11), ("Springfield, MA", 42.10, -72.59),
        ("Vancouver, WA", 45.64, -122.66), ("Columbus, GA", 32.46, -84.99), ("Kansas City, MO", 39.10, -94.58),
        ("Miami, FL", 25.77, -80.19), ("El Paso, TX", 31.76, -106.49), ("San Diego, CA", 32.72, -117.16),
    ])
    func regionsTellTownsOfOneNameApart(text: String, latitude: Double, longitude: Double) throws {
        let place = try #require(try Self.gazetteer.get().find(text))
        #expect(greatCircle(try #require(place.latitude), try #require(place.longitude), latitude, longitude) < 5)
    }

    @Test func isLessSureOfLess() throws {
        let gazetteer = try Self.gazetteer.get()
        func confidence(_ text: String) throws -> Double { try #require(gazetteer.find(text)).confidence }
        #expect(try confidence("San Francisco, CA") > confidence("San Francisco"))
        #expect(try confidence("San Francisco") > confidence("Bay Area"))
        #expect(try confidence("Paris") > confidence("Paris / Remote"))
        #expect(try confidence("Paris / Remote") > confidence("London & Berlin"))
        #expect(try confidence("Paris, France") == 0.95)
    }

    @Test func aLongTextIsNoPlace() throws {
        let gazetteer = try Self.gazetteer.get()
        #expect(gazetteer.find(String(repeating: "Paris, ", count: 15_000)) == nil)
        #expect(gazetteer.find(String(repeating: "a ", count: 50_000)) == nil)
    }

    @Test func looksUpTownsOfTables() throws {
        let gazetteer = try Self.gazetteer.get()
        #expect(gazetteer.town("Cambridge", country: "US", region: "MA")?.longitude == -71.11)
        #expect(gazetteer.town("Paris", country: "FR")?.town == "Paris")
        #expect(gazetteer.town("Paris", country: "DE") == nil)
        #expect(gazetteer.country(named: "U.S.") == "US")
        #expect(gazetteer.country(named: "USA") == "US")
        #expect(gazetteer.country(named: "Nowhere") == nil)
        #expect(gazetteer.name(ofCountry: "CH") == "Switzerland")
    }

    @Test func everyCountryOfTheTownsHasAName() throws {
        let gazetteer = try Self.gazetteer.get()
        let towns = try TownTable.read(Repository.path("assets/places/towns.txt.zst"))
        #expect(towns.count > 26_000)
        #expect(Set(towns.map(\.country)).filter { gazetteer.name(ofCountry: $0) == nil }.isEmpty)
    }

    @Test func theTownsAreThoseOfTheirTable() throws {
        guard let table = Repository.shared("data/cities-10k.csv", for: "making the towns again") else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["node", Repository.path("scripts/towns.js"), table]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let made = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        guard process.terminationStatus != 127 else { return print("skipped: making the towns again needs node") }
        let packed = try Files.read(Repository.path("assets/places/towns.txt.zst"))
        #expect(packed.count < 400_000)
        #expect(try Zstd.decompress(packed, limit: 1 << 24) == made)
    }

    @Test func refusesDamage() {
        #expect(throws: GazetteerError(.line(2), at: "t")) {
            try TownTable.parse(Array("FR\nParis\t4885\tx\t2139\n".utf8), at: "t")
        }
        #expect(throws: GazetteerError(.line(1), at: "t")) {
            try TownTable.parse(Array("Paris\t4885\t235\t2139\n".utf8), at: "t")
        }
        #expect(throws: GazetteerError(.line(2), at: "t")) {
            try TownTable.parse(Array("FR\nParis\t99999\t235\t2139\n".utf8), at: "t")
        }
    }
}
