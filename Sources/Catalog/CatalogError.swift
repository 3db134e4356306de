import Core
package import SQLite

/// Why a catalog cannot be used, and what to do about it.
///
///     CatalogError(.damaged("malformed"), at: "c.sqlite").description
///     → "c.sqlite: the catalog is damaged (malformed); delete the file and clean again, the archive still has everything"
package struct CatalogError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case missing
        case damaged(String)
        /// Written by a later version of the program: the migration it has and we do not know.
        case newer(String)
        /// A value in the file that no version of the program writes.
        case unknownValue(String)
        case database(DatabaseError)
    }

    package var reason: Reason
    package var path: String

    package init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    package var description: String {
        let again = "delete the file and clean again, the archive still has everything"
        return switch reason {
        case .missing: "\(path): there is no catalog here; collect and clean first"
        case .damaged(let why): "\(path): the catalog is damaged (\(why)); \(again)"
        case .newer(let name): "\(path): made by a newer hubatlas (\(name)); update the program, or \(again)"
        case .unknownValue(let value): "\(path): the catalog holds \(value), which has no meaning here; \(again)"
        case .database(let error): error.description
        }
    }
}

extension CatalogError {
    /// The same trouble in the catalog's words.
    init(_ error: DatabaseError) {
        switch error.reason {
        case .damaged: self.init(.damaged(error.message), at: error.path)
        default: self.init(.database(error), at: error.path)
        }
    }
}
