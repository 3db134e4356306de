import Core

/// Why bytes could not be packed or unpacked.
///
///     CompressionError(.tooLarge(limit: 100), in: "zstd").description
///     → "zstd: unpacks to more than 100 bytes; the data is damaged or hostile, or the limit is too low for it"
package struct CompressionError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// The bytes are no such format, or were changed; the library's own words.
        case damaged(String)
        /// The bytes end before the format does.
        case truncated
        case tooLarge(limit: Int)
        case outOfMemory
    }

    package var reason: Reason
    /// "zstd" or "gzip".
    package var format: String

    package init(_ reason: Reason, in format: String) {
        self.reason = reason
        self.format = format
    }

    package var description: String {
        switch reason {
        case .damaged(let words): "\(format): damaged data (\(words)); fetch or make the file again"
        case .truncated: "\(format): the data ends too early; fetch or make the file again"
        case .tooLarge(let limit):
            "\(format): unpacks to more than \(limit) bytes; the data is damaged or hostile, or the limit is too low for it"
        case .outOfMemory: "\(format): no memory left; close other programs and try again"
        }
    }
}
