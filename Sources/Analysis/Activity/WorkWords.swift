import Catalog
import Core
import Report

extension Work {
    static let missing: Sentence = """
        Who committed when is not part of this edition: histories are about people, so the bundled data have none of them. \
        “hubatlas collect commits discussions” asks about the most liked repos, and this page then also shows commits, people and \
        discussions per repo, the hours of the week in which people commit, and whether licenses make a difference.
        """

    var lede: Sentence {
        if isEmpty {
            return """
                Nothing is known yet of how work is done: “hubatlas collect” lists repos with their dates, and “hubatlas collect \
                commits discussions” reads their histories.
                """
        }
        let sentences = [alone, leftAlone, busiest].filter { !$0.isEmpty }
        return sentences.isEmpty ? young : .paragraph(sentences)
    }

    /// How many repos are one person's work.
    var alone: Sentence {
        let n = peopled.count
        guard n > 0 else { return .empty }
        let (one, many) = (peopled.count { $0.people == 1 }, peopled.count { ($0.people ?? 0) > 2 })
        if n == 1 {
            return """
                The one repo whose history was read to its end is the work of \
                \(number: Format.count(peopled[0].people ?? 0, "person", "people")).
                """
        }
        let opening: Sentence = "Of \(number: Self.listed(peopled)) whose history was read to its end, "
        if one == n { return opening + "every one is the work of one person alone." }
        if one == 0 && many == n { return opening + "every one has three contributors or more." }
        return opening + """
            \(number: Format.int(one)) (\(Format.percent(Double(one) / Double(n)))) \(one == 1 ? "is" : "are") the work of one \
            person alone and \(number: Format.int(many)) (\(Format.percent(Double(many) / Double(n)))) \
            \(many == 1 ? "has" : "have") three contributors or more.
            """
    }

    /// How many models were never touched again.
    var leftAlone: Sentence {
        let (old, left) = untouched
        guard old > 0 else { return .empty }
        let age = "\(Catalog.settledDays) days"
        let place = records.listLimits.isEmpty ? "" : " here"
        let doubt: Sentence =
            records.isSelection
            ? " The newest list takes up what changed lately, so that says little of the whole Hub." : .empty
        if old == 1 {
            return """
                The one model\(place) that is at least \(age) old and says when it last changed was \
                \(left == 1 ? "never touched again after its first day" : "changed after its first day").
                """
        }
        let opening: Sentence = """
            Of \(number: Format.count(old, "model"))\(place) that are at least \(age) old and say when they last changed,
            """
        if isFrozen {
            return opening + """
                 \(number: left == old ? "all" : Format.int(left)) bear the day of their creation as that of the last change. A list \
                in which hardly anybody ever changed anything more likely never took up later changes: whether they were \
                touched again is not known.
                """
        }
        if left == 0 { return opening + " every one was changed after its first day." + doubt }
        if left == old { return opening + " none was touched again after its first day." + doubt }
        let told: Sentence = """
             \(number: Format.int(left)) (\(Format.percent(Double(left) / Double(old)))) \
            \(left == 1 ? "was" : "were") never touched again after \(left == 1 ? "its" : "their") first day.
            """
        return opening + told + doubt
    }

    /// The hour of the week with most commits, where one stands out.
    var busiest: Sentence {
        let hours = records.hours
        guard let most = hours.max(), commitsOfPeople >= Self.fewestCommits,
            hours.count(where: { $0 == most }) == 1
        else { return .empty }
        let weekend = hours[120...].reduce(0, +)
        return """
            \(number: Format.percent(Double(weekend) / Double(commitsOfPeople))) of people’s commits fall on Saturday or Sunday \
            (two days of seven are \(Format.percent(2.0 / 7))); the busiest hour is \
            \(Self.hourWords(hours.firstIndex(of: most)!)), UTC.
            """
    }

    /// Fewer commits make no week.
    static let fewestCommits = 168

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// 38 → "Tuesday from 14:00 to 15:00".
    static func hourWords(_ hour: Int) -> String {
        "\(weekdays[hour / 24]) from \(hour % 24):00 to \(hour % 24 + 1):00"
    }

    /// Where repos are known, but none is old enough and none was read.
    private var young: Sentence {
        if !records.changes.isEmpty {
            return """
                No model here is \(Format.words(Catalog.settledDays)) days old and says when it last changed, so nobody can tell yet whether \
                it is left alone.
                """
        }
        if !counted.isEmpty || !discussed.isEmpty {
            let all = records.repos
            return """
                Commits or discussions of \(number: Self.listed(all)) were counted, but no history was read to its end.
                """
        }
        return "Only pairs of repos with people in common are known here: their histories are not part of this edition."
    }

    var shows: [Sentence] {
        guard !isEmpty else { return [] }
        var shows: [Sentence] = []
        if !figures.isEmpty {
            shows.append(
                """
                A bar is all repos of its row, cut by how much was done in them: the deeper the color, the more commits, people \
                or time. Models, datasets and Spaces stand apart, for they are made in different ways.
                """)
        }
        if read.isEmpty { shows.append(Self.missing) }
        return shows
    }

    var findings: [Finding] {
        let told: [(String, Sentence, String?, Provenance)] = [
            ("contributors", alone, "activity", workProvenance),
            ("untouched", leftAlone, "activity", changesProvenance),
            ("hours", busiest, "activity-hours", workProvenance),
            ("licenses", licenses.sentence, "activity-licenses", workProvenance),
        ]
        let drawn = Set(figures.map(\.id))
        return told.filter { !$0.1.isEmpty }.map { id, sentence, figure, provenance in
            Finding(
                id: "activity.\(id)", sentence: sentence, page: "activity",
                figure: figure.flatMap { drawn.contains($0) ? $0 : nil }, provenance: provenance)
        }
    }
}
