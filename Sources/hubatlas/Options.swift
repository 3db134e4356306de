import Arguments

/// Options that several commands share.
enum Options {
    static let dataFolder = Option<String>.text(
        "data-dir", "DIR", "the folder for what is collected and made from it", environment: "HUBATLAS_DATA",
        default: ".hubatlas")
    static let quiet = Option.flag("quiet", "show warnings and errors only")
    static let verbose = Option.flag("verbose", "show also what each stage says, and why it runs")
    static let jsonLog = Option.flag("json-log", "write progress and messages as JSON, an object a line")

    static let out = Option<String>.text("out", "DIR", "where the site is written", default: "site")
    static let root = Option<String?>.text(
        "root", "DIR", "the folder with templates/ and assets/",
        fallback: "the current folder, else the checkout that this program was built from")
    static let embedder = Option<String>.text(
        "embedder", "KIND", "what makes the vectors of search: lsa, or static:DIR in the layout of Model2Vec",
        default: "lsa")
    static let force = Option.flag("force", "run every stage, also where nothing has changed for it")
}
