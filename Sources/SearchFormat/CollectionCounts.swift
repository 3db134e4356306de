import JSON

/// How many models of the whole collection there are of each, for what has no table: counts of facets without a query.
///
///     {"gating": [0, 1200, …], "kind": […], "marks": {"conversational": 7, …}, "weightBits": [[4, 1000], …],
///      "none": {"task": 3, "library": …, "license": …, "languages": …, "formats": …, "architecture": …, "parameters": …}}
package struct CollectionCounts: Equatable, Sendable {
    /// By raw value.
    package var gating = [Int](repeating: 0, count: Gating.allCases.count)
    package var kind = [Int](repeating: 0, count: ModelKind.allCases.count)
    package var conversational = 0
    package var merge = 0
    package var mixtureOfExperts = 0
    package var removed = 0
    /// Bits → models, by bits.
    package var weightBits: [Bits] = []
    package var withoutTask = 0
    package var withoutLibrary = 0
    package var withoutLicense = 0
    package var withoutLanguages = 0
    package var withoutFormats = 0
    package var withoutArchitecture = 0
    package var withoutParameters = 0

    package init() {}

    package struct Bits: Equatable, Sendable {
        package var bits: Int
        package var count: Int

        package init(bits: Int, count: Int) {
            self.bits = bits
            self.count = count
        }
    }
}

extension CollectionCounts {
    private static var marks: [(String, WritableKeyPath<Self, Int>)] {
        [
            ("conversational", \.conversational), ("merge", \.merge), ("mixtureOfExperts", \.mixtureOfExperts),
            ("removed", \.removed),
        ]
    }
    private static var none: [(String, WritableKeyPath<Self, Int>)] {
        [
            ("task", \.withoutTask), ("library", \.withoutLibrary), ("license", \.withoutLicense),
            ("languages", \.withoutLanguages), ("formats", \.withoutFormats), ("architecture", \.withoutArchitecture),
            ("parameters", \.withoutParameters),
        ]
    }

    var json: JSONValue {
        func object(_ members: [(String, WritableKeyPath<Self, Int>)]) -> JSONValue {
            .object(Dictionary(uniqueKeysWithValues: members.map { ($0, .integer(self[keyPath: $1])) }))
        }
        return [
            "gating": .array(gating.map { .integer($0) }), "kind": .array(kind.map { .integer($0) }),
            "marks": object(Self.marks), "none": object(Self.none),
            "weightBits": .array(weightBits.map { [.integer($0.bits), .integer($0.count)] }),
        ]
    }

    init?(_ json: JSONValue?) {
        guard let gating = json?["gating"]?.array?.map(\.integer), gating.count == Gating.allCases.count,
            let kind = json?["kind"]?.array?.map(\.integer), kind.count == ModelKind.allCases.count,
            let bits = json?["weightBits"]?.array
        else { return nil }
        self.gating = gating.compactMap { $0 }
        self.kind = kind.compactMap { $0 }
        guard self.gating.count == gating.count, self.kind.count == kind.count else { return nil }
        for row in bits {
            guard let row = row.array, row.count == 2, let bits = row[0].integer, let count = row[1].integer else {
                return nil
            }
            weightBits.append(Bits(bits: bits, count: count))
        }
        for (members, key) in [(Self.marks, "marks"), (Self.none, "none")] {
            for (name, path) in members {
                guard let count = json?[key]?[name]?.integer else { return nil }
                self[keyPath: path] = count
            }
        }
    }
}
