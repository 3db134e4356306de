import Core
import Report

/// How races are called.
enum RaceWords {
    /// As a choice and as a sentence have a source: "Mentions on Hacker News", "on Hacker News", "mentions".
    static func source(_ key: String) -> (title: String, place: String, noun: String) {
        switch key {
        case "hacker-news", "hackernews": ("Mentions on Hacker News", "on Hacker News", "mentions")
        case "x": ("Posts on X", "on X", "posts")
        case "wikipedia": ("Views on Wikipedia", "on Wikipedia", "views")
        case "downloads": ("Downloads, 30 days", "", "downloads")
        case "likes": ("Likes", "", "likes")
        default: ("Mentions in \(key)", "in \(key)", "mentions")
        }
    }

    /// "June 2026", or "22 Aug 2026".
    static func date(_ text: String) -> String {
        Month(text).map { Format.month($0) } ?? Day(text).map { Format.day($0) } ?? text
    }

    /// A rate as it is told: whole from ten on, below with one digit.
    static func rate(_ value: Double) -> String {
        value >= 9.95 ? Format.int(Int(value.rounded())) : Format.decimal(value, digits: 1)
    }
}

extension Race {
    var lede: Sentence {
        guard let story else {
            if isCounted {
                return """
                    Mentions were counted, but not over two months, from the first day to the last, in which anybody was \
                    named: that is no race yet. “hubatlas collect mentions” counts more.
                    """
            }
            return """
                Nobody counted yet who is talked about: “hubatlas collect mentions” asks for it, and two collections on \
                different days make a race of downloads and likes.
                """
        }
        return .paragraph([leaderSentence(story), firstSentence(story), riseSentence(story)])
    }

    /// Who leads on the last date.
    func leaderSentence(_ story: RaceStory) -> Sentence {
        let source = story.source
        let date = RaceWords.date(source.dates.last!.text)
        guard let leader = story.leader(at: source.dates.count - 1) else {
            return "In \(date) nobody had any \(source.noun)\(placed(source))."
        }
        if source.hasPosts {
            return """
                \(leader.name) is talked about most: of 10,000 posts \(source.place) in \(date), \
                \(number: RaceWords.rate(leader.value)) name it.
                """
        }
        let value = Int(leader.value.rounded())
        return """
            \(leader.name) leads with \(number: Format.count(value, singular(source), source.noun))\(placed(source)) \
            \(Month(source.dates.last!.text) == nil ? "on" : "in") \(date).
            """
    }

    private func firstSentence(_ story: RaceStory) -> Sentence {
        guard let first = story.firstSolid, let then = story.leader(at: first),
            let now = story.leader(at: story.source.dates.count - 1)
        else { return .empty }
        let date = RaceWords.date(story.source.dates[first].text)
        let word = Month(story.source.dates[first].text) == nil ? "On" : "In"
        if then.name == now.name { return "\(word) \(date) it led already, with \(number: told(then.value, story))." }
        return "\(word) \(date) \(then.name) led with \(number: told(then.value, story))."
    }

    func riseSentence(_ story: RaceStory) -> Sentence {
        guard let rise = story.rise else { return .empty }
        let (first, last) =
            story.window == 1
            ? ("on the first date", "on the last")
            : (
                "in the first \(Format.words(story.window)) months",
                "in the last \(Format.words(story.window))"
            )
        guard rise.to > rise.from else { return "Nobody is talked about more than at first." }
        return """
            Nobody rose more than \(rise.name), from \(number: told(rise.from, story)) \(first) to \
            \(number: told(rise.to, story)) \(last).
            """
    }

    private func told(_ value: Double, _ story: RaceStory) -> String {
        story.source.hasPosts ? RaceWords.rate(value) : Format.int(Int(value.rounded()))
    }

    private func placed(_ source: RaceSource) -> String { source.place.isEmpty ? "" : " \(source.place)" }

    private func singular(_ source: RaceSource) -> String { String(source.noun.dropLast()) }
}
