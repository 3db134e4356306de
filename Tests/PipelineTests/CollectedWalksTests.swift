import Catalog
import Core
import Site
import Testing

@testable import Archive
@testable import Pipeline

private func walk(
    _ id: String, plan: String, records: Int = 10, isFinished: Bool = true, name: String = "models"
) -> Walk {
    var walk = Walk(id: id, name: name, plan: plan, began: Instant("2026-11-21T08:00:00Z")!)
    walk.records = records
    walk.ended = isFinished ? Instant("2026-11-21T09:00:00Z") : nil
    return walk
}

private let whole = "https://huggingface.co?sort=createdAt&expand=tags"

@Suite struct CollectedWalksTests {
    @Test func takesTheNewestQuestionWithItsHistoryAndDetails() {
        let found = CollectedWalks([
            walk("models/2026-11-19", plan: "http://127.0.0.1:9?sort=createdAt"),
            walk("models/2026-11-20", plan: whole),
            walk("models/2026-11-21", plan: whole),
            walk("model-details/2026-11-21", plan: "the 5 most liked of models/2026-11-21", name: "model-details"),
            walk("model-pages/2026-11-21", plan: "model pages of model-details/2026-11-21", name: "model-pages"),
            walk("model-pages/2026-11-19", plan: "model pages of model-details/2026-11-19", name: "model-pages"),
        ])
        #expect(
            found.rounds.map { $0.walks.map(\.id) } == [
                ["models/2026-11-20"],
                ["models/2026-11-21", "model-details/2026-11-21", "model-pages/2026-11-21"],
            ])
    }

    @Test func findsNothingWhereNoRecordCame() {
        #expect(CollectedWalks([walk("models/2026-11-21", plan: whole, records: 0)]).rounds.isEmpty)
        #expect(CollectedWalks([]).rounds.isEmpty)
    }

    @Test func namesTheSource() {
        let source = SourceRow(walk("models/2026-11-21", plan: whole))
        #expect(source.key == "hub-models-2026-11-21")
        #expect(source.title == "Hub model list")
        #expect(source.url == "https://huggingface.co/api/models")
        #expect(source.coverage == .whole)
        #expect(source.note.isEmpty)
    }

    @Test func saysWhatKeepsModelsOut() {
        let plan = "https://huggingface.co?author=Qwen&sort=likes&expand=tags, limit 500"
        let source = SourceRow(walk("models/2026-11-21", plan: plan, isFinished: false))
        #expect(source.coverage == .slice)
        #expect(source.note == "Only models with author Qwen and limit 500. The list was not read to its end.")
    }

    @Test(
        arguments: [
            ("https://huggingface.co?sort=createdAt", ""), ("https://huggingface.co?author=Qwen", "author: Qwen"),
            (
                "u?author=a&pipeline_tag=fill-mask&filter=transformers&filter=fr&filter=license:mit&sort=likes, limit 5",
                "author: a · task: fill-mask · language: fr · library: transformers · license: mit"
            ),
            ("u?filter=jax", "library: jax"), ("u?filter=vie", "language: vie"), ("u?search=x", ""),
        ])
    func readsTheScopeBack(_ plan: String, _ sentence: String) {
        #expect(WalkQuestion(plan).scope.sentence == sentence)
        #expect(CollectedWalks([walk("models/2026-11-21", plan: plan)]).scope.sentence == sentence)
    }

    @Test func namesAnyOtherServer() {
        let source = SourceRow(walk("models/2026-11-21.2", plan: "http://127.0.0.1:8787?sort=createdAt"))
        #expect(source.title == "Model list of 127.0.0.1:8787")
        #expect(source.key == "hub-models-2026-11-21.2")
    }

    @Test func takesListsOfDatasetsAndSpacesFromTheNewestWholeOneOn() {
        let other = "http://127.0.0.1:9?sort=createdAt"
        let found = CollectedWalks([
            walk("models/2026-11-21", plan: whole),
            walk("datasets/2026-11-18", plan: whole, name: "datasets"),
            walk("datasets/2026-11-19", plan: whole, name: "datasets"),
            walk("datasets/2026-11-20", plan: whole, isFinished: false, name: "datasets"),
            walk("datasets/2026-11-21", plan: other, name: "datasets"),
            walk("spaces/2026-11-21", plan: whole, name: "spaces"),
            walk("spaces/2026-11-21.2", plan: "https://huggingface.co?author=a&sort=createdAt", name: "spaces"),
            walk("import/links.csv/2026-11-21", plan: "format=spaces-to-models-csv bytes=9", name: "import/links.csv"),
            walk("import/else.csv/2026-11-21", plan: "format=leaderboard-csv bytes=9", name: "import/else.csv"),
        ])
        #expect(found.rounds.count == 1)
        #expect(
            found.repoRounds.map { $0.walks[0].id } == [
                "datasets/2026-11-19", "datasets/2026-11-20", "spaces/2026-11-21", "import/links.csv/2026-11-21",
            ])
        #expect(
            found.repoRounds.map(\.source.title) == [
                "Hub dataset list", "Hub dataset list", "Hub Space list", "Spaces and the models they use",
            ])
        #expect(found.repoRounds.map(\.source.subject) == [.datasets, .datasets, .spaces, .spaces])
        #expect(found.repoRounds[1].source.note == "The list was not read to its end.")
        #expect(found.repoRounds[2].source.url == "https://huggingface.co/api/spaces")
        #expect(found.repoRounds[3].source.note.contains("links.csv."))
        #expect(found.pastRounds.map { $0.walks[0].id } == ["datasets/2026-11-18"])
        #expect(found.pastRounds.map(\.source.coverage) == [.slice])
        #expect(found.pastRounds[0].source.note == "Downloads and likes of that day, of those that are listed still.")
        #expect(found.pastRounds.allSatisfy(\.isPast) && !found.repoRounds.contains { $0.isPast })
    }
}
