import Core

/// Which share of the requests goes wrong, and how.
///
///     try Faults("seed=1,429=0.02,500=0.01,reset=0.005,slow=0.01")
///
/// A request meets at most one fault, drawn from the seed and the request's number: the same requests in the same order
/// meet the same faults.
package struct Faults: Equatable, Sendable {
    /// What can go wrong with an answer.
    package enum Kind: String, Sendable, CaseIterable {
        /// The Hub's text; every other one with `Retry-After: 1`.
        case tooMany = "429"
        /// Status 429 with an HTML page.
        case html429
        /// Status 200 with `{"error":…}` where a list belongs.
        case error200
        case serverError = "500"
        /// Status 504 with an HTML page.
        case timeout = "504"
        /// The whole Content-Length, half the body, a TCP reset.
        case reset
        /// The whole Content-Length, half the body, an orderly end.
        case short
        /// Half the body under a Content-Length that agrees.
        case truncate
        /// The last record of the page before comes again at the start of this one.
        case duplicate = "dup"
        /// Late by `slowSeconds`.
        case slow
        /// Status 200 with an HTML page.
        case html200
        /// Status 200 without a body.
        case empty
        /// A byte in a text that is no UTF-8.
        case utf8
    }

    package var shares: [Kind: Double]
    package var seed: UInt64
    package var slowSeconds = 1.5

    /// Nothing goes wrong.
    package static let none = Faults([:])

    package init(_ shares: [Kind: Double], seed: UInt64 = 0, slowSeconds: Double = 1.5) {
        self.shares = shares
        self.seed = seed
        self.slowSeconds = slowSeconds
    }

    /// Reads `name=share,…`, with `seed=N` and `slow-ms=N` among them.
    ///
    /// - Throws: `FaultsError` for an unknown name, and for a share that is not in 0...1.
    package init(_ text: String) throws {
        self.init([:])
        for entry in text.split(separator: ",") {
            let parts = entry.split(separator: "=", maxSplits: 1).map { $0.trimmed }
            guard parts.count == 2 else { throw FaultsError(entry.trimmed) }
            if parts[0] == "seed", let seed = UInt64(parts[1]) {
                self.seed = seed
            } else if parts[0] == "slow-ms", let milliseconds = Double(parts[1]), milliseconds >= 0 {
                slowSeconds = milliseconds / 1000
            } else if let kind = Kind(rawValue: parts[0]), let share = Double(parts[1]), (0...1).contains(share) {
                shares[kind] = share
            } else {
                throw FaultsError(entry.trimmed)
            }
        }
    }

    /// The fault of a request, counted from 1.
    func draw(_ request: Int) -> Kind? {
        var chance = Chance(seed, "fault", String(request))
        var left = chance.share()
        // In a fixed order: a dictionary's own changes from run to run.
        for kind in Kind.allCases {
            guard let share = shares[kind] else { continue }
            if left < share { return kind }
            left -= share
        }
        return nil
    }
}

/// An entry of a list of faults that means nothing.
package struct FaultsError: Failure, Equatable {
    package var entry: String

    package init(_ entry: String) { self.entry = entry }

    package var description: String { "faults: \(problem)" }

    /// The same without saying where, for a caller who does.
    package var problem: String {
        let names = Faults.Kind.allCases.map(\.rawValue).joined(separator: " ")
        return "\"\(entry)\" is no NAME=SHARE with a share from 0 to 1; names are: \(names), and seed=N, slow-ms=N"
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
