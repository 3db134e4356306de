package import Core

/// Why a file of the search index cannot be read or written.
///
///     SearchFormatError(.damaged("the bytes end early"), at: "t0003", offset: 17).description
///     → "t0003, byte 17: damaged (the bytes end early); build the index again ('hubatlas build')"
package struct SearchFormatError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case damaged(String)
        /// No `index.json` in the folder.
        case missing
        case missingFile
        case unknownVersion(Int)
        /// It is another kind of file, or has another number, than its name says.
        case wrongFile(String)
        case file(FileError)
    }

    package var reason: Reason
    /// The shard or the file.
    package var place: String
    /// Byte of the unpacked contents, where it is known.
    package var offset: Int?

    package init(_ reason: Reason, at place: String, offset: Int? = nil) {
        self.reason = reason
        self.place = place
        self.offset = offset
    }

    package var description: String {
        let here = offset.map { "\(place), byte \($0)" } ?? place
        let again = "build the index again ('hubatlas build')"
        return switch reason {
        case .damaged(let what): "\(here): damaged (\(what)); \(again)"
        case .missing: "\(here): no search index here; 'hubatlas build' makes it"
        case .missingFile: "\(here): missing, though the index names it; \(again)"
        case .unknownVersion(let version):
            "\(here): written in version \(version) of the format, this program reads version "
                + "\(SearchFormat.version); use a newer hubatlas, or \(again)"
        case .wrongFile(let what): "\(here): holds something else (\(what)); \(again)"
        case .file(let error): error.description
        }
    }
}
