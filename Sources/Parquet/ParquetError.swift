import Core

/// Why a Parquet file could not be read or written.
///
///     ParquetError(.damaged("a page ends too early"), at: "models.parquet", "row group 2, column tags").description
///     → "models.parquet: row group 2, column tags: a page ends too early; fetch or make the file again"
package struct ParquetError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// It begins or ends with other bytes than PAR1.
        case notParquet
        case encrypted
        /// What it says cannot be: one sentence without a full stop.
        case damaged(String)
        /// What this reader does not know, or does not do.
        case unsupported(String)
        /// More than is believed of any sound file.
        case tooLarge(String)
        /// The disk's own words.
        case file(String)
    }

    package var reason: Reason
    package var path: String
    /// "row group 2, column tags", "footer"; empty for the whole file.
    package var place: String

    package init(_ reason: Reason, at path: String = "", _ place: String = "") {
        self.reason = reason
        self.path = path
        self.place = place
    }

    package var description: String {
        switch reason {
        case .notParquet: "\(whole)this is no Parquet file; name one that is"
        case .encrypted: "\(whole)the file is encrypted, which cannot be read here; ask for it in the clear"
        case .damaged(let what): "\(whole)\(what); fetch or make the file again"
        case .unsupported(let what): "\(whole)\(what), which cannot be read here; write it with other settings"
        case .tooLarge(let what): "\(whole)\(what); the file is damaged or hostile"
        case .file(let words): words
        }
    }

    private var whole: String { [path, place].filter { !$0.isEmpty }.map { "\($0): " }.joined() }
}

extension ParquetError {
    static func damaged(_ what: String) -> ParquetError { ParquetError(.damaged(what)) }
    static func unsupported(_ what: String) -> ParquetError { ParquetError(.unsupported(what)) }
    static func tooLarge(_ what: String) -> ParquetError { ParquetError(.tooLarge(what)) }

    /// What `body` gives; an error of it says where it was.
    static func located<Result>(_ path: String, _ place: String, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch var error as ParquetError {
            if error.path.isEmpty { error.path = path }
            if error.place.isEmpty { error.place = place }
            throw error
        }
    }
}
