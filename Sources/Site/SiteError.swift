import Core

/// Why a site cannot be built or checked: where, why, what to do.
///
///     hubatlas.conf:7: "tittle" is no setting (did you mean "title"?)
package struct SiteError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case unknownSetting(String, known: [String])
        case notASetting(String)
        case repeatedSetting(String)
        case badValue(setting: String, problem: String)
        case missingProgram(String, package: String)
        case programFailed(String, said: String)
        case missingFile(hint: String)
        case noPages
        case noStill(figure: String)
        case badStills(String)
        /// With the first name that stands there.
        case notOurs(String)
        /// The search index is not what its list says.
        case badIndex(String)
        /// Another build is at work on the folder.
        case busy(by: String)
        case unreadable(String)
        case unwritable(String)
    }

    package var reason: Reason
    /// A file, with its line after a colon where there is one; or a folder.
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    package var description: String { "\(place): \(sentence)" }

    private var sentence: String {
        switch reason {
        case .unknownSetting(let name, let known): "\"\(name)\" is no setting\(didYouMean(name, among: known))"
        case .notASetting(let line): "\"\(line)\" is no setting; write: name = value"
        case .repeatedSetting(let name): "\"\(name)\" is set twice; keep one of them"
        case .badValue(let setting, let problem): "\(setting) \(problem)"
        case .missingProgram(let program, let package):
            "\(program) is not installed; run make setup, or: apt-get install \(package)"
        case .programFailed(let program, let said): "\(program) failed: \(said)"
        case .missingFile(let hint): "is not here; \(hint)"
        case .noPages: "there is nothing to show: the report has no page \"index\"; run the analysis first"
        case .noStill(let figure): "the program of stills drew nothing for figure \"\(figure)\""
        case .badStills(let problem): "the program of stills answered with \(problem)"
        case .notOurs(let name):
            "holds \"\(name)\", which no build of a site wrote, and would be replaced; move it or name another folder"
        case .badIndex(let problem):
            "\(problem); remove the folder and build again, which makes the search index anew"
        case .busy(let holder): "is being built by \(holder); wait for it to end, or name another folder with --out"
        case .unreadable(let cause): "cannot be read (\(cause))"
        case .unwritable(let cause): "cannot be written (\(cause)); check its permissions and the space on the disk"
        }
    }
}
