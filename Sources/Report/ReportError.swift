import Core

/// Why a report could not be written or read: the file, what is wrong with it, what to do.
///
///     "report/growth.json: figures[0].chart kind "pie" is not known; run 'hubatlas build --force'"
package struct ReportError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case missing, notJSON(String), version(String), malformed(String), unwritable(String)
    }

    package var reason: Reason
    package var path: String

    package init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    package var description: String {
        switch reason {
        case .missing: "\(path): there is no report here; run the analysis first"
        case .notJSON(let cause): "\(path): is not JSON (\(cause)); run 'hubatlas build --force'"
        case .version(let found):
            "\(path): has report version \(found), this program reads \(ReportStore.version); run 'hubatlas build --force'"
        case .malformed(let what): "\(path): \(what); run 'hubatlas build --force'"
        case .unwritable(let cause): "\(path): cannot be written (\(cause)); check the folder's permissions and space"
        }
    }
}
