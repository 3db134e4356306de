import Catalog
import Censuses
import Core
import Report

/// Where are models made? Communities by their place, and how much nobody can place.
///
///     WorldMap(tally: tally, listing: census).page.lede.plain
///     // "Of the 16,406 models of this selection, 2,449 come from 293 communities whose place is known: 1,493 of them from …"
struct WorldMap {
    var tally: PlaceTally
    var countries: CountryTally
    /// What the catalog's models are: a selection, or a listing. Nil where nothing was listed.
    var census: Census?

    init(tally: PlaceTally, census: Census?) {
        self.tally = tally
        self.countries = CountryTally(tally)
        self.census = census
    }

    var page: Page {
        let drawn = countries.known.models > 0
        return Page(
            id: "map", name: "Map", plate: 5, question: "Where are models made?", lede: lede,
            figures: drawn ? [map, bars] : [], tables: drawn ? [table] : [], shows: drawn ? shows : [],
            method: drawn ? method : [], next: PageLink(page: "benchmarks", text: "Does size buy quality?"),
            nextText: "From wherever they come: are the large ones any better?",
            findings: drawn ? findings : [])
    }
}

// MARK: - Sentences

extension WorldMap {
    var lede: Sentence {
        guard tally.total.models > 0 else { return "No model of this atlas says who made it." }
        guard countries.known.models > 0 else {
            return """
                Of the \(number: Format.count(tally.total.models, "model")) \(place), no maker’s place is known. \
                “hubatlas collect communities” asks where organizations sit.
                """
        }
        return .paragraph([knownSentence, unknownSentence])
    }

    /// "of this selection", "of the Hub".
    var place: String { census.map { "of \($0.place)" } ?? "of this atlas" }

    private var placed: Int { tally.places.count { $0.community.place.country != nil } }

    private var knownSentence: Sentence {
        let known = countries.known.models
        let opening: Sentence = """
            Of the \(number: Format.count(tally.total.models, "model")) \(place), \(number: Format.int(known)) \
            \(known == 1 ? "comes" : "come") from \(number: Format.count(placed, "community", "communities")) whose place is known
            """
        return opening + ": " + ranking + "."
    }

    /// "1,493 from the United States, 808 from China and 136 from Germany".
    private var ranking: Sentence {
        let first = countries.countries.prefix(3)
        if countries.countries.count == 1, let only = first.first {
            return "all of them from \(CountryNames.inProse(only.code))"
        }
        let parts = first.enumerated().map { i, country -> Sentence in
            """
            \(number: Format.int(country.sums.models))\(i == 0 ? " of them" : "") from \
            \(CountryNames.inProse(country.code))\(mostlyOne(country))
            """
        }
        return parts.dropFirst().enumerated().reduce(parts[0]) { text, part in
            text + (part.offset == parts.count - 2 ? " and " : ", ") + part.element
        }
    }

    /// " (282 by longtermrisk alone)": a country's rank that one account makes is no country's.
    private func mostlyOne(_ country: CountryTally.Country) -> String {
        guard country.communities > 1, country.sums.models >= 100,
            let first = tally.places.first(where: { $0.community.place.country == country.code }),
            2 * first.total.models > country.sums.models
        else { return "" }
        return " (\(Format.int(first.total.models)) by \(first.community.name) alone)"
    }

    private var unknownSentence: Sentence {
        let share = { (sums: PlaceTally.Sums) in Double(sums.models) / Double(tally.total.models) }
        guard countries.unknown.models > 0 else {
            return countries.seatless.models == 0
                ? "The place of every model’s maker is known."
                : "All others come from communities that sit in no one place."
        }
        let unknown: Sentence =
            "Where \(number: Format.percent(share(countries.unknown))) of all were made nobody knows"
        guard countries.seatless.models > 0 else { return unknown + "." }
        return unknown
            + "; \(number: Format.percent(share(countries.seatless))) come from communities that sit in no one place."
    }

    var findings: [Finding] {
        let measures: [(id: String, key: KeyPath<PlaceTally.Sums, Int>, noun: String)] = [
            ("map.models", \.models, "models"), ("map.downloads", \.downloads, "downloads"),
            ("map.likes", \.likes, "likes"),
        ]
        return measures.compactMap { measure in
            finding(measure.key, noun: measure.noun).map {
                Finding(id: measure.id, sentence: $0, page: "map", provenance: provenance)
            }
        }
    }

    /// Which country leads by a measure, and how much of it nobody can place; nil where nobody has any.
    func finding(_ measure: KeyPath<PlaceTally.Sums, Int>, noun: String) -> Sentence? {
        let leaders = countries.leaders(by: measure)
        guard let first = leaders.first else { return nil }
        let (known, all) = (countries.known[keyPath: measure], tally.total[keyPath: measure])
        let share = Double(first.sums[keyPath: measure]) / Double(known)
        let unplaced = Double(all - known) / Double(all)
        let names = Format.list(leaders.map { CountryNames.inProse($0.code) })
        let isModels = noun == "models"
        let what = "Of all \(isModels ? "models" : "\(noun) of models") \(place) whose maker’s place is known"
        let opening: Sentence =
            leaders.count == 1
            ? "\(what), \(number: Format.percent(share)) \(isModels ? "come from" : "go to models from") \(names), "
            : "\(what), \(names) have \(number: Format.percent(share)) each, "
        let tail: Sentence =
            unplaced == 0 ? "; none are without a place." : "; \(number: Format.percent(unplaced)) have no known place."
        return opening + (countries.countries.count == 1 ? "the only country there is" : "more than any other country")
            + tail
    }
}

extension WorldMap {
    var provenance: Provenance {
        let unverified = tally.places.count { $0.community.status == .unverified }
        let sources = census.map { "\($0.source.cited); Places of organizations" } ?? "Places of organizations"
        let checked: String
        switch unverified {
        case 0: checked = ""
        case placed where placed > 1:
            checked = "All places are from the project’s own table, and unverified: no other source was heard."
        default:
            checked =
                "\(Format.count(unverified, "place")) \(unverified == 1 ? "is" : "are") from the project’s own table alone, and unverified."
        }
        return Provenance(
            source: sources, rows: Format.count(tally.total.models, "model"),
            caveat: [census?.source.limits ?? "", checked].filter { !$0.isEmpty }.joined(separator: " "))
    }
}
