import Arguments
import Core
import Pipeline
import Sources
import WebDriver

/// `hubatlas collect [SOURCE…]`
enum CollectCommand {
    static let entry = CommandEntry(
        command: Command(
            "collect", "fetches from the Hub into the archive, and goes on where it stopped",
            discussion: """
                Sources: models, datasets, spaces (whole lists), details (one request a model, of the most liked), commits and \
                discussions (one request a repo, of those that --repos and --by choose from the lists), leaderboard, \
                communities, mentions, pageviews, x. Without a name: the lists, details where --top asks for them, and every \
                source that is set up. A token is read from HF_TOKEN or from .env, never from an option.
                Leaderboard: results of the Open LLM Leaderboard v2, of the Hub's live benchmarks, and what models' own repos \
                state; with --file any table of the board in place of these, with --browser its page. A table needs columns \
                model (or fullname, model_name), average, and all scores of one board: ifeval, bbh, math (or MATH Lvl 5), \
                gpqa, musr, mmlu_pro, or of v1 arc, hellaswag, mmlu, truthfulqa, winogrande, gsm8k. It may have precision, \
                model sha, chat template, type (or T), weight type, architecture, #params (B), CO₂ cost (kg), upload to hub \
                date, submission date (or date), generation, base model, merged, MoE, flagged, official providers, available \
                on the hub, and of each score of v2 its raw one (ifeval raw); rank says that it is of some models only. Case, \
                spaces, marks and emoji do not matter, and the longer names of the board's own files will do.
                Communities: organizations of the Hub and where they sit (Wikidata and Wikipedia need a contact in \
                hubatlas.conf; GitHub takes a GITHUB_TOKEN).
                Mentions: mentions (Hacker News), pageviews (Wikipedia; needs a contact), x (needs X_BEARER_TOKEN and, as it \
                costs, --yes), and with --posts any file of posts.
                """,
            operands: .any("SOURCE", of: CollectSettings.sources), options: CollectOptions.all),
        afterStop: "Everything collected is kept; 'hubatlas collect' with the same options goes on from there."
    ) { context in
        let pipeline = Pipeline(data: context.data, root: ".", time: context.time, log: try context.openLog())
        try await pipeline.collect(try CollectOptions.settings(context))
        Output.result(context.data.archive)
    }
}

/// The options of everything that collects.
enum CollectOptions {
    static let endpoint = Option<String?>.text(
        "endpoint", "URL", "the Hub, or another server with its API", environment: "HUBATLAS_ENDPOINT",
        fallback: "https://huggingface.co")
    static let author = Option<String?>.text("author", "NAME", "only repos of this owner")
    static let task = Option<String?>.text("task", "TASK", "only models for this task, such as text-generation")
    static let language = Option<String?>.text("language", "CODE", "only models for this language, such as fr")
    static let library = Option<String?>.text("library", "NAME", "only models for this library, such as transformers")
    static let license = Option<String?>.text("license", "ID", "only models under this license, such as apache-2.0")
    static let search = Option<String?>.text("search", "TEXT", "only models with this text in their name")
    static let limit = Option<Int?>.integer(
        "limit", "N", "of each list so many, the most liked first, with --since the newest; a page is kept whole",
        in: 1...1_000_000_000, fallback: "all")
    static let since = Option.day("since", "only repos created on that day or later")
    static let top = Option<Int?>.integer(
        "top", "N", "also the details of so many of the most liked models", in: 0...1_000_000,
        fallback: "0, with the source details \(CollectSettings.usualTop)")
    static let workers = Option<Int>.integer(
        "workers", "N", "details that are fetched at the same time", in: 1...64, environment: "HUBATLAS_WORKERS",
        default: 4)
    static let delay = Option<Int>.integer(
        "delay", "MS",
        "at least so many milliseconds between two requests to one server, whichever; its own limits hold too",
        in: 0...600_000,
        environment: "HUBATLAS_DELAY", default: 0)
    static let pageSize = Option<Int>.integer(
        "page-size", "N", "records a page", in: 1...1000, environment: "HUBATLAS_PAGE_SIZE", default: 1000)
    static let fresh = Option.flag("fresh", "collect again what is complete, and begin anew what is not")

    static let repos = Option<Int>.integer(
        "repos", "N", "commits and discussions of so many models, datasets and Spaces each", in: 1...100_000_000,
        default: RepoChoice().count)
    static let by = Option<String>.choice(
        "by", "ORDER", "which of them: likes, downloads, sample (by lot), or all of the lists",
        of: RepoChoice.Order.allCases.map(\.rawValue), default: RepoChoice().order.rawValue)
    static let people = Option<Int>.integer(
        "people", "N", "of so many of each, read everything to know who took part; of the others only how many",
        in: 0...100_000_000, default: RepoChoice().people)
    static let requests = Option<Int?>.integer(
        "requests", "N",
        "requests of one run for commits, for discussions and for mentions, and the most for each part of communities; "
            + "the next run goes on",
        in: 1...100_000_000, fallback: "1,000 for commits, 1,000 for discussions, 600 for mentions")
    static let file = Option<[String]>.repeated(
        "file", "PATH",
        "take in a file in place of asking a server: a table or JSON of results, histories of commits")

    static let browser = Option<String>.choice(
        "browser", "NAME",
        "read a leaderboard's page by this browser, which needs its driver: models that --models names",
        of: ["none"] + Browser.allCases.map(\.rawValue), default: "none")
    static let page = Option<String>.text(
        "page", "URL", "the page for --browser", default: BrowserWish.usualPage)
    static let models = Option<String?>.text(
        "models", "FILE|top N", "for --browser: a file with an id a line, or so many of the most downloaded models")

    static let yes = Option.flag("yes", "agree to what a source costs")

    static let posts = Option<String?>.text(
        "posts", "FILE", "take in a file of posts (.ndjson, .csv, also .zst) for its mentions, and ask no server")
    static let dateField = Option<String?>.text(
        "date-field", "NAME", "which field of the posts is the date", fallback: "guessed")
    static let textField = Option<String?>.text(
        "text-field", "NAME", "which field of the posts is the text", fallback: "guessed")
    static let name = Option<String?>.text(
        "name", "NAME", "what the source of the posts is called", fallback: "as the file")

    static let all = [
        endpoint.entry, author.entry, task.entry, language.entry, library.entry, license.entry, search.entry,
        limit.entry, since.entry, top.entry, workers.entry, delay.entry, pageSize.entry, fresh.entry, repos.entry,
        by.entry, people.entry, requests.entry, file.entry, browser.entry, page.entry, models.entry,
        posts.entry, dateField.entry, textField.entry, name.entry, yes.entry,
    ]

    /// What the options say; the scope of the site's settings where they say nothing.
    static func settings(_ context: Context) throws -> CollectSettings {
        var settings = try CollectSettings(scopeOfSite: ".")
        settings.names = context.invocation.operands
        settings.endpoint = context[endpoint]
        settings.author = context[author] ?? settings.author
        settings.task = context[task] ?? settings.task
        settings.language = context[language] ?? settings.language
        settings.library = context[library] ?? settings.library
        settings.license = context[license] ?? settings.license
        settings.search = context[search]
        settings.limit = context[limit]
        settings.createdSince = context[since]
        let usualTop = context.invocation.operands.contains("details") ? CollectSettings.usualTop : 0
        settings.top = context[top] ?? usualTop
        settings.workers = context[workers]
        settings.delaySeconds = Double(context[delay]) / 1000
        settings.pageSize = context[pageSize]
        settings.isFresh = context[fresh]
        settings.choice = RepoChoice(
            count: context[repos], order: RepoChoice.Order(rawValue: context[by])!, people: context[people])
        settings.requests = context[requests]
        settings.files = context[file]
        settings.browser = try wish(context)
        settings.hasConsent = context[yes]
        settings.posts = context[posts].map {
            PostFileSettings(
                path: $0, dateField: context[dateField], textField: context[textField], name: context[name])
        }
        settings.environment = context.environment
        return settings
    }

    /// What a browser is to read; nil where none is.
    private static func wish(_ context: Context) throws -> BrowserWish? {
        guard let browser = Browser(rawValue: context[browser]) else { return nil }
        guard let models = context[models] else {
            throw UsageError(
                .missingValue("--models", placeholder: "FILE|top N"), tool: HubAtlas.tool.name, command: "collect")
        }
        return BrowserWish(browser: browser, page: context[page], models: models)
    }
}
