import Core
import Gazetteer
import HTTP
import Hub
import Report
import Sources
import Web

/// One run of collecting, from the surest and cheapest to what only helps.
struct CollectRound {
    let desk: Desk
    let table: CuratedTable
    let gazetteer: Gazetteer
    let budgets: Communities.Budgets
    let addresses: Addresses
    private var words: [String] = []
    /// Every part so far has all its answers. A part whose questions come from the answers of others is only then complete.
    private var isWhole = true

    init(_ desk: Desk, table: CuratedTable, gazetteer: Gazetteer, budgets: Communities.Budgets) throws {
        self.desk = desk
        self.table = table
        self.gazetteer = gazetteer
        self.budgets = budgets
        addresses = try Addresses(hub: desk.hub.endpoint)
    }

    /// Without overviews nothing else is asked; any other part that fails leaves the rest standing.
    mutating func run() async throws -> String {
        try await overviews()
        let organizations = try dossiers().count { $0.overview != nil }
        try await part(.pages) { try await $0.pages() }
        try await part(.github) { try await $0.gitHub() }
        if mayAskWikimedia {
            try await part(.wikidata) { try await $0.wikidata() }
            try await part(.wikipedia) { try await $0.wikipedia() }
        } else {
            words.append(
                "Wikidata and Wikipedia: not asked, for Wikimedia wants to know whom to write to; set contact in hubatlas.conf"
            )
        }
        return ([Format.count(organizations, "organization")] + words).joined(separator: "; ")
    }

    private mutating func part(_ part: Part, _ body: (inout CollectRound) async throws -> Void) async throws {
        do {
            try await body(&self)
        } catch let error as any Failure where !Task.isCancelled {
            desk.log.warning("Collect", "\(error); going on with other sources of places")
            words.append("\(part.rawValue): failed (\(error))")
            isWhole = false
        }
    }

    private var mayAskWikimedia: Bool {
        !addresses.isReal || UserAgent.hasContact(desk.web.userAgent)
    }

    private func dossiers() throws -> [Dossier] {
        var dossiers = Dossiers(
            table: table, answers: Answers(desk.archive, hub: addresses.hub), addresses: addresses)
        return try dossiers.all()
    }
}

// MARK: - The Hub

extension CollectRound {
    private mutating func overviews() async throws {
        // The table is written for all of the Hub: of a part of it, or an invented one, its names are often not there.
        var names = try Owners.mostLiked(budgets.owners, in: desk.archive, hub: addresses.hub, log: desk.log)
        let owners = Set(names.map { $0.lowercased() })
        names += table.organizations.map(\.name).filter { !owners.contains($0.lowercased()) }
        var asking = try Asking(.overviews, at: desk, budget: budgets.overviews)
        sayBudget("overviews of the Hub", asking.count(of: names.map(addresses.overview)), secondsEach: 0.2)
        for name in unknownFirst(names, addresses.overview) {
            try await asking.ask(addresses.overview(name), format: AnswerFormat.overview, expected: "name") { url in
                let page = try await desk.hub.detail(url)
                return WebPage(url: page.url, status: page.status, fetchedAt: page.fetchedAt, body: page.body)
            }
        }
        try finish(asking, "overviews")
    }

    /// Its own page is read only where the table does not say where an organization is found.
    private mutating func pages() async throws {
        let wanted = try dossiers().filter { $0.overview != nil && $0.curated == nil }
        var asking = try Asking(.pages, at: desk, budget: budgets.pages)
        sayBudget("pages of the Hub", asking.count(of: wanted.map { addresses.page($0.name) }), secondsEach: 3)
        let sorted = wanted.sorted { ($0.overview?.followers ?? 0) > ($1.overview?.followers ?? 0) }
        for dossier in unknownFirst(sorted, { addresses.page($0.name) }) {
            try await asking.ask(addresses.page(dossier.name), format: AnswerFormat.page, expected: nil) {
                try await desk.web.page($0)
            }
        }
        try finish(asking, "pages")
    }

    private mutating func finish(_ asking: Asking, _ name: String) throws {
        isWhole = isWhole && asking.isComplete
        if isWhole { try asking.finish() } else { try asking.noteLeft() }
        words.append("\(name): \(asking.words)")
    }

    /// What was never answered comes first; else the order stays.
    private func unknownFirst<Item>(_ items: [Item], _ url: (Item) -> String) -> [Item] {
        let answers = Answers(desk.archive, hub: addresses.hub)
        return items.filter { answers.day(url($0)) == nil } + items.filter { answers.day(url($0)) != nil }
    }

    private func sayBudget(_ what: String, _ count: Int, secondsEach: Double) {
        guard count > 0 else { return }
        let minutes = Int((Double(count) * secondsEach / 60).rounded(.up))
        desk.log.info("Collect", "communities: \(Format.int(count)) \(what), about \(Format.int(minutes)) min")
    }
}

// MARK: - Elsewhere

extension CollectRound {
    /// Those whose place nobody knows come first.
    private mutating func gitHub() async throws {
        let wanted = try dossiers().filter { $0.gitHubName != nil && !$0.isSeatless && $0.overview != nil }
        let token = addresses.isReal ? desk.environment["GITHUB_TOKEN"].flatMap { $0.isEmpty ? nil : $0 } : nil
        var asking = try Asking(
            .github, at: desk, budget: token == nil ? budgets.gitHub : budgets.gitHubWithToken)
        var headers: HTTPHeaders = ["Accept": "application/vnd.github+json"]
        if let token { headers.add("Authorization", "Bearer \(token)") }
        sayBudget(
            "accounts of GitHub", asking.count(of: wanted.map { addresses.gitHub($0.gitHubName!) }), secondsEach: 0.3)
        func urgency(_ dossier: Dossier) -> Int {
            (dossier.hasCuratedPlace ? 0 : 2) + (dossier.declaredGitHub != nil ? 1 : 0)
        }
        let sorted = wanted.sorted { (urgency($1), $0.name) < (urgency($0), $1.name) }
        for dossier in unknownFirst(sorted, { addresses.gitHub($0.gitHubName!) }) {
            try await asking.ask(
                addresses.gitHub(dossier.gitHubName!), format: AnswerFormat.gitHub, expected: "login"
            ) { try await desk.web.get($0, headers: headers) }
        }
        try finish(asking, "GitHub")
    }

    private mutating func wikidata() async throws {
        let wanted = try dossiers().filter { !$0.isSeatless && $0.overview != nil }
        var asking = try Asking(.wikidata, at: desk, budget: budgets.wikidata)
        let questions = wanted.sorted { !$0.hasCuratedPlace && $1.hasCuratedPlace }.compactMap(WikidataShelf.question)
        let searches = asking.count(of: questions.map(addresses.wikidataSearch))
        sayBudget("questions to Wikidata", min(budgets.wikidata, searches + searches / 8 + 10), secondsEach: 1)
        // A part of the budget is kept for what is found: a search without its things is of no use.
        let reserve = budgets.wikidata / 5
        for question in unknownFirst(questions, addresses.wikidataSearch) {
            if asking.asked >= budgets.wikidata - reserve {
                asking.leave()
                continue
            }
            try await asking.ask(addresses.wikidataSearch(question), format: AnswerFormat.search, expected: "search") {
                try await desk.web.get($0)
            }
        }
        try await entities(&asking) { shelf in Set(try wanted.flatMap { try shelf.candidates($0) }) }
        // Headquarters and countries of what matched, then the countries of those headquarters.
        for _ in 0..<2 {
            try await entities(&asking) { shelf in
                let seats = Set(
                    try wanted.compactMap { try shelf.match($0) }.flatMap { WikidataPlace.needs($0.entity) })
                return seats.union(seats.compactMap { shelf.entities[$0] }.flatMap(\.countries))
            }
        }
        try finish(asking, "Wikidata")
    }

    /// Asks for the entities that are wanted and not known, fifty at a time.
    private func entities(_ asking: inout Asking, _ wanted: (WikidataShelf) throws -> Set<String>) async throws {
        let shelf = try WikidataShelf(Answers(desk.archive, hub: addresses.hub), addresses)
        let ids = try wanted(shelf).filter { shelf.entities[$0] == nil }.sorted()
        for start in stride(from: 0, to: ids.count, by: 50) {
            let url = addresses.wikidataEntities(Array(ids[start..<min(start + 50, ids.count)]))
            try await asking.ask(url, format: AnswerFormat.entities, expected: "entities") {
                try await desk.web.get($0)
            }
        }
    }

    /// The article is read where its thing is known and says nothing of a place.
    private mutating func wikipedia() async throws {
        let shelf = try WikidataShelf(Answers(desk.archive, hub: addresses.hub), addresses)
        let places = WikidataPlace(entities: shelf.entities, gazetteer: gazetteer)
        let matches = try dossiers().filter { !$0.isSeatless }.compactMap { try shelf.match($0) }
        let titles = matches.filter { places.place(of: $0)?.place.town == nil }.compactMap(\.entity.article)
        var asking = try Asking(.wikipedia, at: desk, budget: budgets.wikipedia)
        sayBudget("articles of Wikipedia", asking.count(of: titles.map(addresses.article)), secondsEach: 1)
        for title in titles {
            try await asking.ask(addresses.article(title), format: AnswerFormat.article, expected: "parse") {
                try await desk.web.get($0)
            }
        }
        try finish(asking, "Wikipedia")
    }
}
