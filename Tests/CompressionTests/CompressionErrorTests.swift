import Compression
import Testing

@Test(
    arguments: [
        (.damaged("Unknown frame"), "zstd: damaged data (Unknown frame); fetch or make the file again"),
        (.truncated, "zstd: the data ends too early; fetch or make the file again"),
        (
            .tooLarge(limit: 100),
            "zstd: unpacks to more than 100 bytes; the data is damaged or hostile, or the limit is too low for it"
        ),
        (.outOfMemory, "zstd: no memory left; close other programs and try again"),
    ] as [(CompressionError.Reason, String)])
func compressionErrorsSayWhatToDo(reason: CompressionError.Reason, text: String) {
    #expect(CompressionError(reason, in: "zstd").description == text)
}
