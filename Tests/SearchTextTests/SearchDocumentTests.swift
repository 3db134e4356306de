import Catalog
import SearchText
import Testing

@Suite struct SearchDocumentTests {
    @Test func putsWhatARowSaysIntoFields() {
        let terms = SearchDocument(of: whisper).terms
        #expect(terms.texts(in: .name) == ["whisper", "small", "v3"])
        #expect(terms.texts(in: .namePart) == [])
        #expect(terms.texts(in: .owner) == ["@openai", "openai"])
        #expect(
            terms.texts(in: .tag) == [
                "#automatic-speech-recognition", "automatic", "speech", "recognition", "#lib:transformers",
                "#license:apache-2.0", "#lang:de", "#lang:en", "#format:safetensors", "whisper", "audio", "medical",
                "dictation",
            ])
        #expect(terms.texts(in: .base) == ["whisper", "large", "common", "voice"])
    }

    @Test func leavesOutTagsThatSayNothingNew() {
        var row = ModelRow(repoID: "a/b")
        row.task = "fill-mask"
        row.languages = ["en"]
        row.tags = ["fill-mask", "en", "region:us", "endpoints_compatible", "model-index", "Biology"]
        #expect(SearchDocument(of: row).terms.texts(in: .tag) == ["#fill-mask", "fill", "mask", "#lang:en", "biology"])
    }

    @Test func readsManyRowsInTheSameMemory() {
        var document = SearchDocument(of: whisper)
        document.read(ModelRow(repoID: "gpt2"))
        #expect(document.terms == SearchDocument(of: ModelRow(repoID: "gpt2")).terms)
        #expect(document.terms.texts(in: .namePart) == ["gpt", "2"])
        #expect(document.terms.texts(in: .owner) == [])
    }

    private var whisper: ModelRow {
        var row = ModelRow(repoID: "openai/whisper-small-v3")
        row.owner = "openai"
        row.task = "automatic-speech-recognition"
        row.library = "transformers"
        row.license = "Apache-2.0"
        row.languages = ["de", "en"]
        row.formats = ["safetensors"]
        row.architecture = "whisper"
        row.tags = ["audio", "medical dictation"]
        row.bases = [BaseModel(repoID: "openai/whisper-large", relation: .finetune)]
        row.datasets = ["mozilla/common_voice"]
        return row
    }
}
