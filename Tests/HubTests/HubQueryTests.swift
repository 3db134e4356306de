import HTTP
import Hub
import Testing

@Suite struct HubQueryTests {
    func text(_ query: some HubQuery) -> String { QueryString(query.parameters).text }

    @Test func modelsInTheServersWords() {
        #expect(text(ModelQuery()) == "")
        let query = ModelQuery(
            author: "Qwen", search: "a b", task: "text-generation", library: "gguf", language: "fr", license: "mit",
            sort: .createdAt, isAscending: true, limit: 10, expand: ["likes", "tags"])
        #expect(
            text(query) == "author=Qwen&search=a%20b&pipeline_tag=text-generation&filter=gguf&filter=fr"
                + "&filter=license%3Amit&sort=createdAt&direction=1&limit=10&expand=likes&expand=tags")
    }

    @Test func datasetsAndSpacesInTheServersWords() {
        let datasets = DatasetQuery(task: "translation", language: "fr", license: "mit", sort: .downloads)
        #expect(
            text(datasets)
                == "filter=task_categories%3Atranslation&filter=language%3Afr&filter=license%3Amit&sort=downloads")
        #expect(text(SpaceQuery(author: "a", model: "b/c", limit: 5)) == "author=a&models=b%2Fc&limit=5")
    }

    @Test func aValueCanBeNoMoreThanAValue() {
        #expect(text(ModelQuery(author: "a&limit=1#x")) == "author=a%26limit%3D1%23x")
        let items = QueryString("author=a%26limit%3D1%23x&e=&f").items
        #expect(items.map(\.name) == ["author", "e", "f"])
        #expect(items[0].value == "a&limit=1#x")
    }
}
