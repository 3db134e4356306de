/// The least and the greatest of some values, as the format writes them; nil where there is none, or it is too long to tell.
struct Bounds {
    typealias Pair = (min: [UInt8], max: [UInt8])

    /// Of a piece of the values.
    var of: (Range<Int>) -> Pair?
    /// Whether one such value is less than another.
    var isLess: ([UInt8], [UInt8]) -> Bool

    init(_ values: ColumnValues) {
        switch values {
        case .booleans(let values):
            self.init(of: { Self.bounds(of: values[$0]) }, isLess: { $0[0] < $1[0] })
        case .int32s(let values): self.init(numbers: values)
        case .int64s(let values): self.init(numbers: values)
        case .floats(let values): self.init(numbers: values)
        case .doubles(let values): self.init(numbers: values)
        case .bytes(let values):
            self.init(of: { TextBounds.of($0, in: values) }, isLess: { $0.lexicographicallyPrecedes($1) })
        }
    }

    private init<Value: PlainValue>(numbers values: [Value]) {
        self.init(
            of: { Self.bounds(of: values[$0]) },
            isLess: { one, other in
                one.withUnsafeBytes { one in
                    other.withUnsafeBytes { one.loadUnaligned(as: Value.self) < $0.loadUnaligned(as: Value.self) }
                }
            })
    }

    private init(of: @escaping (Range<Int>) -> Pair?, isLess: @escaping ([UInt8], [UInt8]) -> Bool) {
        self.of = of
        self.isLess = isLess
    }

    private static func bounds(of values: ArraySlice<Bool>) -> Pair? {
        guard !values.isEmpty else { return nil }
        return ([values.contains(false) ? 0 : 1], [values.contains(true) ? 1 : 0])
    }

    /// Of all pages together; none where a page with values does not tell its own.
    func merged(_ pages: [(bounds: Pair?, isEmpty: Bool)]) -> Pair? {
        var all: Pair?
        for page in pages where !page.isEmpty {
            guard let own = page.bounds else { return nil }
            guard let known = all else {
                all = own
                continue
            }
            all = (
                isLess(own.min, known.min) ? own.min : known.min,
                isLess(known.max, own.max) ? own.max : known.max
            )
        }
        return all
    }

    private static func bounds<Value: PlainValue>(of values: ArraySlice<Value>) -> Pair? {
        guard var least = values.first(where: \.isOrdered) else { return nil }
        var greatest = least
        for value in values where value.isOrdered {
            if value < least { least = value }
            if value > greatest { greatest = value }
        }
        let (min, max) = Value.bounds(least, greatest)
        return (min.plainBytes, max.plainBytes)
    }
}
