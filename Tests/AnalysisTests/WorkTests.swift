import Catalog
import Core
import Report
import Testing

@testable import Analysis

@Suite struct WorkTests {
    private func repo(
        _ people: Int?, commits: Int? = 3, kind: String = "models", _ licenseClass: LicenseClass = .permissive
    ) -> RepoWork {
        RepoWork(kind: kind, licenseClass: licenseClass, commits: commits, people: people)
    }

    private func records(_ repos: [RepoWork]) -> WorkRecords {
        var records = WorkRecords()
        records.repos = repos
        return records
    }

    private func changed(_ changes: LastChange...) -> WorkRecords {
        var records = WorkRecords()
        records.changes = [.models: changes]
        return records
    }

    private func alone(_ people: Int?...) -> String { Work(records(people.map { repo($0) })).alone.plain.unspaced }

    @Test func whoWorksAloneInWords() {
        #expect(alone().isEmpty && alone(nil).isEmpty && alone(0).isEmpty)
        #expect(alone(1) == "The one repo whose history was read to its end is the work of 1 person.")
        #expect(
            alone(1, 1) == """
                Of 2 models whose history was read to its end, every one is the work of one person alone.
                """)
        #expect(
            alone(3, 9) == """
                Of 2 models whose history was read to its end, every one has three contributors or more.
                """)
        #expect(
            alone(1, 2, 3, 7) == """
                Of 4 models whose history was read to its end, 1 (25.0 %) is the work of one person alone and 2 (50.0 %) have \
                three contributors or more.
                """)
        // What bots alone committed to is nobody's work.
        #expect(alone(0, 1, 2).hasPrefix("Of 2 models"))
    }

    @Test func whatIsLeftAloneInWords() {
        let words = { (records: WorkRecords) in Work(records).leftAlone.plain.unspaced }
        #expect(words(WorkRecords()).isEmpty)
        #expect(words(changed(LastChange(days: 0, isSettled: false, repos: 9))).isEmpty)
        #expect(
            words(changed(LastChange(days: 0))) == """
                The one model that is at least 90 days old and says when it last changed was never touched again after its \
                first day.
                """)
        let opening = "Of 4 models that are at least 90 days old and say when they last changed, "
        #expect(
            words(changed(LastChange(days: 0, repos: 4))) == opening + "none was touched again after its first day.")
        #expect(words(changed(LastChange(days: 1, repos: 4))) == opening + "every one was changed after its first day.")
        #expect(
            words(changed(LastChange(days: 0, repos: 3), LastChange(days: 400))) == opening
                + "3 (75.0 %) were never touched again after their first day.")
        #expect(
            words(changed(LastChange(days: 0), LastChange(days: 400, repos: 3))) == opening
                + "1 (25.0 %) was never touched again after its first day.")
    }

    @Test func youngReposTellNothingYet() {
        let work = Work(changed(LastChange(days: 0, isSettled: false, repos: 9)))
        #expect(work.lede.plain.hasPrefix("No model here is 90 days old"))
        #expect(work.byKind.map(\.group) == ["Models, younger"])
        #expect(work.findings.isEmpty)
    }

    @Test func theWeekNeedsCommitsAndAPeak() {
        var records = WorkRecords()
        records.hours[38] = 100
        #expect(Work(records).busiest.isEmpty)
        records.hours[120] = 68
        #expect(
            Work(records).busiest.plain.unspaced == """
                40.5 % of people’s commits fall on Saturday or Sunday (two days of seven are 28.6 %); the busiest hour is Tuesday \
                from 14:00 to 15:00, UTC.
                """)
        records.hours = [Int](repeating: 2, count: 168)
        #expect(Work(records).busiest.isEmpty)
        records.repos = [repo(1)]
        let figure = Work(records).figures.first { $0.id == "activity-hours" }
        #expect(figure?.table.rowCount == 168 && figure?.provenance.rows == "336 commits")
    }

    @Test func classesKeepTheirBounds() {
        let counts = { (classes: WorkClasses, values: [Int]) in
            classes.counts(of: values.map { (value: $0, times: 1) })
        }
        #expect(counts(.people, [0, 1, 2, 3, 5, 6, 900]) == [1, 1, 1, 2, 2])
        #expect(counts(.commits, [0, 1, 2, 5, 6, 20, 21, 100, 101]) == [2, 2, 2, 2, 1])
        #expect(counts(.spans, [0, 1, 6, 7, 29, 30, 89, 90, 364, 365]) == [1, 2, 2, 2, 2, 1])
        for classes in [WorkClasses.people, .commits, .spans, .discussions] {
            #expect(classes.names.count == classes.bounds.count + 1)
        }
    }

    @Test func barsAreByKindAndMeasure() throws {
        var dataset = repo(nil, commits: 40, kind: "datasets")
        (dataset.discussions, dataset.open, dataset.closed, dataset.pullRequests) = (3, 1, 2, 2)
        let work = Work(records([repo(1), repo(4), dataset]))
        let stacks = work.byKind.map { "\($0.measure) \($0.group) \($0.counts)" }
        #expect(
            stacks == [
                "contributors Models [0, 1, 0, 1, 0]", "commits Models [0, 2, 0, 0, 0]",
                "commits Datasets [0, 0, 0, 1, 0]", "discussions Datasets [0, 0, 1, 0, 0]", "open Datasets [2, 1]",
                "requests Datasets [1, 2]",
            ])
        let figure = try #require(work.figures.first)
        #expect(
            figure.chart.options["measures"] == .texts(["contributors", "commits", "discussions", "open", "requests"]))
        // Of one class of licenses there is nothing to compare.
        #expect(work.figures.count == 1)
        #expect(figure.provenance.rows == "2 models and 1 dataset")
    }

    @Test func nothingIsASentence() {
        let page = Work(WorkRecords()).page
        #expect(page.lede.plain.contains("hubatlas collect commits discussions"))
        #expect(page.figures.isEmpty && page.tables.isEmpty && page.findings.isEmpty && page.method.isEmpty)
    }

    @Test func licensesAreComparedByRanks() throws {
        let permissive = (1...6).map { repo($0 + 10, commits: 5, .permissive) }
        let restrictive = (1...5).map { repo($0, commits: 5, .responsibleAI) }
        let other = (1...9).map { repo($0, commits: 5, .other) }
        let comparison = LicenseComparison(permissive + restrictive + other)
        // Commits are all equal, so there is nothing to rank; "other" licenses are in no group.
        #expect(comparison.rows.map(\.measure) == ["Contributors", "Contributors"])
        let pair = try #require(comparison.rows.last)
        #expect(pair.groups == [.permissive, .restrictive] && pair.counts == [6, 5] && pair.medians == [13.5, 3])
        #expect(pair.statistic == "U = 30.0" && pair.effect == 1)
        // Exactly separated groups of 6 and 5: z = (30 − 15 − 0.5) / √30 (no ties), two-sided.
        #expect(abs(pair.p - 0.008113) < 1e-5)
        #expect(
            comparison.sentence.plain.hasPrefix("Models under permissive licenses and restrictive licenses differ in"))
        #expect(comparison.sentence.plain.contains("between permissive licenses, with more, and restrictive licenses"))
    }

    @Test func fewOrEqualModelsAreNotCompared() {
        #expect(LicenseComparison([]).rows.isEmpty)
        let few = (1...4).map { repo($0, .none) } + (1...9).map { repo($0, .permissive) }
        #expect(LicenseComparison(few).rows.isEmpty)
        let equal = (1...9).flatMap { _ -> [RepoWork] in [repo(2, .none), repo(2, .permissive)] }
        #expect(LicenseComparison(equal).rows.isEmpty && LicenseComparison(equal).sentence.isEmpty)
        let same = (1...9).flatMap { n -> [RepoWork] in [repo(n, .none), repo(n, .permissive)] }
        #expect(LicenseComparison(same).sentence.plain.contains("do not differ measurably"))
    }

    @Test func holmNeverFallsAndNeverPassesOne() {
        // As R's p.adjust(c(0.01, 0.04, 0.03, 0.6), "holm").
        let adjusted = LicenseComparison.holm([0.01, 0.04, 0.03, 0.6])
        for (value, expected) in zip(adjusted, [0.04, 0.09, 0.09, 0.6]) { #expect(abs(value - expected) < 1e-12) }
        #expect(LicenseComparison.holm([0.9, 0.8]) == [1, 1])
        #expect(LicenseComparison.holm([]).isEmpty)
    }

    @Test func pairsOfReposAreNumbers() throws {
        var records = WorkRecords()
        records.pairs = [
            Collaboration(left: "datasets/a/x", right: "models/<b>/y", people: 4),
            Collaboration(left: "models/a/x", right: "models/b/y", people: 2),
        ]
        let page = Work(records).page
        let table = try #require(page.tables.first).table
        #expect(table.values["left"] == .texts(["datasets/a/x", "a/x"]))
        #expect(table.values["right"] == .texts(["<b>/y", "b/y"]))
        #expect(page.lede.plain.hasPrefix("Only pairs of repos") && page.figures.isEmpty)
    }

    private func stack(_ group: String, _ counts: [Int], measure: String = "contributors") -> Work.Stack {
        Work.Stack(measure: measure, group: group, names: counts.map { "\($0)" }, counts: counts)
    }

    @Test func titlesNameTheGroupsThatHaveMostAndLeast() {
        let title = { (stacks: [Work.Stack]) in Work.title("contributors", stacks)?.unspaced }
        let models = stack("Models", [0, 27, 73, 0, 0])
        #expect(title([]) == nil && title([stack("Models", [0, 1, 0, 0, 0])]) == nil)
        #expect(title([models]) == "27 % of models are the work of one person")
        #expect(
            title([models, stack("Datasets", [0, 43, 57, 0, 0]), stack("Spaces", [0, 30, 70, 0, 0])])
                == "43 % of datasets are the work of one person, of models 27 %")
        #expect(
            title([models, stack("Spaces", [0, 0, 90, 9, 0])])
                == "27 % of models are the work of one person, of Spaces none")
        #expect(title([stack("Spaces", [0, 0, 90, 9, 0])]) == "None of the Spaces are the work of one person")
        #expect(
            title([models, stack("Datasets", [0, 270, 730, 0, 0])])
                == "27 % of models and datasets alike are the work of one person")
        #expect(
            title([stack("Permissive", [0, 20, 80, 0, 0]), stack("None stated", [0, 50, 50, 0, 0])])
                == "50 % of models without a license are the work of one person, of those under permissive licenses 20 %"
        )
        #expect(
            Work.title("open", [stack("Spaces", [60, 40], measure: "open")])?.unspaced
                == "40 % of discussions of Spaces are still open")
    }

    @Test func ofLastChangesOnlyWhatIsOldEnoughIsTold() {
        let settled = stack("Models, 90 days old or more", [10, 90, 0, 0, 0, 0], measure: "change")
        let younger = stack("Models, younger", [66, 34, 0, 0, 0, 0], measure: "change")
        #expect(
            Work.title("change", [settled, younger])?.unspaced
                == "10 % of models of 90 days or more last changed within a day of their creation")
        #expect(
            Work.title("change", [younger])?.unspaced
                == "66 % of models younger than 90 days last changed within a day of their creation")
    }

    @Test func aListInWhichHardlyAnythingChangedIsDoubted() throws {
        let frozen = Work(changed(LastChange(days: 0, repos: 190), LastChange(days: 9, repos: 10)))
        #expect(frozen.isFrozen)
        #expect(
            frozen.leftAlone.plain.unspaced.contains("190 bear the day of their creation as that of the last change."))
        #expect(frozen.leftAlone.plain.contains("is not known"))
        let figure = try #require(frozen.figures.first)
        guard case .table(let titles)? = figure.chart.options["titles"] else { return #expect(Bool(false)) }
        #expect(titles["change"] == "The lists know hardly a change after a repo’s first day")
        #expect(!Work(changed(LastChange(days: 0, repos: 94), LastChange(days: 9, repos: 6))).isFrozen)
        #expect(!Work(changed(LastChange(days: 0, repos: 9))).isFrozen)
    }
}
