import SearchFormat
import Testing

@testable import SearchIndex

struct VectorPlacesTests {
    @Test func copiesAreThoseOfAGroupThatBearOneName() {
        let group = DocumentEntry.VectorPlace(cell: 3, group: 7)
        let other = DocumentEntry.VectorPlace(cell: 3, group: 8)
        let models: [(String, DocumentEntry.VectorPlace?)] = [
            ("openai/whisper-small", group), ("mirror/Whisper_Small", group), ("openai/whisper-large", group),
            ("mirror2/whisper-small", other), ("lost/whisper-small", nil), ("bert-base", group),
        ]
        let places = VectorPlaces(models.map(\.1)) { models[$0].0 }
        #expect(places.copies == [2, 2, 1, 1, 1, 1])
        #expect(places.places == models.map(\.1))
    }
}
