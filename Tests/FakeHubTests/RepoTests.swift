import Core
import FakeHub
import JSON
import Server
import Testing

@Suite struct RepoTests {
    let hub = FakeHub(modelCount: 400, seed: 5)

    @Test func oneModelHasWhatTheListLacks() throws {
        let model = try #require(hub.models.first { $0.hasConfig && $0.formats == [.safetensors] && !$0.isHostile })
        let item = try json(ask(hub, "/api/models/\(model.id)"))
        #expect(item["id"]?.string == model.id)
        #expect(item["safetensors"]?["total"]?.integer == model.parameters)
        #expect(item["config"]?["model_type"]?.string == model.architecture)
        #expect(item["siblings"]?.array?.isEmpty == false)
        #expect(try json(ask(hub, "/api/models/\(model.id)/revision/refs%2Fpr%2F1?expand=likes"))["likes"] != nil)
    }

    @Test func descendantsNameTheirBaseThreeTimes() throws {
        let child = try #require(hub.models.first { $0.relation == .quantized && !$0.isHostile })
        let base = child.baseModels[0]
        let item = try json(ask(hub, "/api/models/\(child.id)?expand=baseModels&expand=tags"))
        #expect(item["baseModels"]?["relation"] == "quantized")
        #expect(item["baseModels"]?["models"]?.array?.first?["id"]?.string == base)
        #expect(child.tags.contains("base_model:\(base)") && child.tags.contains("base_model:quantized:\(base)"))
        let parent = try json(ask(hub, "/api/models/\(base)?expand=childrenModelCount"))
        #expect((parent["childrenModelCount"]?["quantized"]?.integer ?? 0) > 0)
    }

    @Test func aMissingRepoLooksPrivateToAnonymousCallers() throws {
        let anonymous = ask(hub, "/api/models/nobody/nothing")
        #expect(anonymous.status == 401)
        #expect(anonymous.header("X-Error-Code") == "RepoNotFound")
        #expect(ask(hub, "/api/models/nobody/nothing", headers: ["authorization": "Bearer hf_x"]).status == 404)
    }

    @Test func legacyNamesRedirect() throws {
        let (old, new) = try #require(hub.renames.sorted { $0.key < $1.key }.first)
        let answer = ask(hub, "/api/models/\(old)/commits/main?limit=1")
        #expect(answer.status == 307)
        #expect(answer.header("Location") == "/api/models/\(new)/commits/main?limit=1")
        #expect(ask(hub, try #require(answer.header("Location"))).status == 200)
    }

    @Test func commitsAreCountedInAHeader() throws {
        let model = try #require(hub.models.max { $0.likes < $1.likes })
        let one = ask(hub, "/api/models/\(model.id)/commits/main?limit=1")
        let count = try #require(one.header("X-Total-Count").flatMap(Int.init))
        #expect(count > 1 && one.next != nil)
        let all = try walk(hub, "/api/models/\(model.id)/commits/main?limit=100")
        #expect(all.count == count)
        #expect(all.last?["title"] == "initial commit")
        let dates = all.compactMap { $0["date"]?.string }
        #expect(dates == dates.sorted(by: >))
    }

    @Test func importedHistoriesBeginWithTheSystem() throws {
        let old = try #require(hub.models.first { $0.createdAt.day.description == "2022-03-02" && !$0.isHostile })
        let commits = try walk(hub, "/api/models/\(old.id)/commits/main")
        #expect(commits.last?["authors"]?.array?.first?["user"] == "system")
    }

    @Test func discussionsComeByPageAndKind() throws {
        let model = try #require(hub.models.max { $0.likes < $1.likes })
        let first = try json(ask(hub, "/api/models/\(model.id)/discussions"))
        let count = try #require(first["count"]?.integer)
        #expect(first["numClosedDiscussions"] != nil)
        let pulls = try json(ask(hub, "/api/models/\(model.id)/discussions?type=pull_request"))["count"]?.integer ?? 0
        let talks = try json(ask(hub, "/api/models/\(model.id)/discussions?type=discussion"))["count"]?.integer ?? 0
        #expect(pulls + talks == count)
        #expect(try json(ask(hub, "/api/models/\(model.id)/discussions?p=1"))["numClosedDiscussions"] == nil)
    }

    @Test func ownersAreOrganizationsOrPeople() throws {
        let organization = try json(ask(hub, "/api/organizations/lantern-lab/overview"))
        #expect(organization["type"] == "org")
        #expect(organization["numModels"]?.integer == hub.models.count { $0.owner == "lantern-lab" })
        #expect(ask(hub, "/api/users/lantern-lab/overview").status == 404)
        #expect(ask(hub, "/api/organizations/gguf-mill/overview").status == 404)
        #expect(try json(ask(hub, "/api/users/gguf-mill/overview"))["type"] == "user")
    }

    @Test(arguments: ["/", "/api", "/api/nothing", "/api/models/a/b/c/d", "/elsewhere"])
    func unknownPlacesAreNotFound(target: String) {
        #expect([401, 404].contains(ask(hub, target).status))
    }

    @Test func aTreeHasASizeAndAPageSaysWhatTheListDoesNot() throws {
        let models = hub.models.filter { !$0.isHostile }
        let model = try #require(models.first { $0.pageSize != nil })
        let size = try json(ask(hub, "/api/models/\(model.id)/treesize/main/"))
        #expect(size["size"]?.integer == model.treeSizeBytes && size["path"] == "")
        #expect(ask(hub, "/api/models/\(model.id)/treesize/other/").status == 404)
        let words = { (path: String) in String(decoding: ask(hub, "/\(path)").body, as: UTF8.self) }
        #expect(words(model.id).contains("<div>Model size</div>\n<div>\(model.pageSize!) params</div>"))
        let silent = try #require(models.first { $0.pageSize == nil })
        #expect(!words(silent.id).contains("<div>Model size</div>"))
        #expect(words("robots.txt").hasPrefix("User-agent: *\n"))
        let (old, new) = try #require(hub.renames.sorted { $0.key < $1.key }.first)
        #expect(ask(hub, "/\(old)").header("Location") == "/\(new)")
        #expect(ask(hub, "/nobody/nothing").status == 404)
    }
}
