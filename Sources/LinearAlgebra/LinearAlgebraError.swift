import Core

/// Why a matrix could not be decomposed.
///
///     LinearAlgebraError(.notFinite).description
///     → "matrix: holds a number that is not finite; the values it was made of are damaged or too large"
package struct LinearAlgebraError: Failure, Equatable {
    package enum Reason: Equatable, Sendable { case notFinite, notConverged }

    package var reason: Reason

    package init(_ reason: Reason) { self.reason = reason }

    package var description: String {
        switch reason {
        case .notFinite:
            "matrix: holds a number that is not finite; the values it was made of are damaged or too large"
        case .notConverged: "matrix: its eigenvalues were not found; report this with the input that shows it"
        }
    }
}
