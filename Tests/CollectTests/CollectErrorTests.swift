import Collect
import Testing

@Test(
    arguments: [
        (.emptyFile, "f: holds no record; check that it is the right file"),
        (.damagedFile("zstd: torn"), "f: zstd: torn"),
        (
            .recordTooLong(limit: 9),
            "f: 9 bytes without the end of a record; check that the format is the right one"
        ),
    ] as [(CollectError.Reason, String)])
func collectErrorsSayWhatToDo(reason: CollectError.Reason, text: String) {
    #expect(CollectError(reason, at: "f").description == text)
}
