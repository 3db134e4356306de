import Core

/// How the values of one column become bytes and come back; `read` gets the number of rows.
struct Codec<Value> {
    var write: (_ values: [Value], _ out: inout ByteWriter) -> Void
    var read: (_ bytes: inout ByteReader, _ rows: Int) throws(ByteReader.Damage) -> [Value]

    init(
        write: @escaping ([Value], inout ByteWriter) -> Void,
        read: @escaping (inout ByteReader, Int) throws(ByteReader.Damage) -> [Value]
    ) {
        self.write = write
        self.read = read
    }

    /// One value after the other.
    init(
        each write: @escaping (Value, inout ByteWriter) -> Void,
        _ read: @escaping (inout ByteReader) throws(ByteReader.Damage) -> Value
    ) {
        self.init { values, out in
            for value in values { write(value, &out) }
        } read: { bytes, rows throws(ByteReader.Damage) in
            try repeated(rows) { () throws(ByteReader.Damage) in try read(&bytes) }
        }
    }
}

/// So many results, in order. The standard library's `map` does not carry a typed error through a closure over `inout`.
func repeated<Result>(
    _ count: Int, _ next: () throws(ByteReader.Damage) -> Result
) throws(ByteReader.Damage) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(min(count, 1 << 20))
    for _ in 0..<count { results.append(try next()) }
    return results
}

extension Codec where Value == Int? {
    /// 0 for a missing value, else the value + 1. A value below zero is no count and goes as missing.
    static var count: Codec {
        Codec { value, out in
            out.append(value.flatMap { UInt64(exactly: $0) }.map { $0 + 1 } ?? 0)
        } _: { bytes throws(ByteReader.Damage) in
            let value = try bytes.number()
            guard value <= UInt64(Int.max) + 1 else { throw ByteReader.Damage(text: "a count beyond 63 bits") }
            return value == 0 ? nil : Int(value - 1)
        }
    }
}

extension Codec where Value == Bool {
    /// A byte each, 0 or 1: zstd makes next to nothing of them.
    static var flag: Codec {
        Codec {
            $1.append(byte: $0 ? 1 : 0)
        } _: { bytes throws(ByteReader.Damage) in
            try bytes.byte() != 0
        }
    }
}

extension Codec where Value == Day? {
    /// 0 for a missing day, else 1 + the zigzag of its distance from the Hub's first recorded day, 2022-03-02.
    static var day: Codec {
        Codec { day, out in
            guard let day else { return out.append(0) }
            out.append(1)
            out.append(signed: day.number - firstRecordedDay)
        } _: { bytes throws(ByteReader.Damage) in
            guard try bytes.number() != 0 else { return nil }
            return try readDay(&bytes)
        }
    }
}

extension Codec where Value == Instant? {
    /// All days first, as `day` has them, then for each that there is the second of the day.
    static var instant: Codec {
        Codec { instants, out in
            Codec<Day?>.day.write(instants.map { $0?.day }, &out)
            for instant in instants {
                if let instant { out.append(count: instant.seconds - instant.day.number * 86_400) }
            }
        } read: { bytes, rows throws(ByteReader.Damage) in
            let days = try Codec<Day?>.day.read(&bytes, rows)
            var instants: [Instant?] = []
            for day in days {
                guard let day else {
                    instants.append(nil)
                    continue
                }
                let second = try bytes.count()
                guard second < 86_400 else { throw ByteReader.Damage(text: "second \(second) of a day") }
                instants.append(Instant(seconds: day.number * 86_400 + second))
            }
            return instants
        }
    }
}

extension Codec where Value == String? {
    /// The distinct terms, most used first, then for each row 0 for none or the term's place + 1.
    static var term: Codec {
        Codec { values, out in
            let terms = Terms(values.compactMap { $0 })
            terms.write(to: &out)
            for value in values { out.append(count: value.map { terms.place(of: $0) + 1 } ?? 0) }
        } read: { bytes, rows throws(ByteReader.Damage) in
            let terms = try Terms(&bytes)
            return try repeated(rows) { () throws(ByteReader.Damage) in
                let place = try bytes.count()
                return place == 0 ? nil : try terms.term(at: place - 1)
            }
        }
    }
}

extension Codec where Value == [String] {
    /// The distinct terms, then how many each row has, then the places of all of them.
    static var terms: Codec {
        Codec { values, out in
            let terms = Terms(values.flatMap { $0 })
            terms.write(to: &out)
            for value in values { out.append(count: value.count) }
            for term in values.joined() { out.append(count: terms.place(of: term)) }
        } read: { bytes, rows throws(ByteReader.Damage) in
            let terms = try Terms(&bytes)
            let counts = try repeated(rows) { () throws(ByteReader.Damage) in try bytes.countOfRest() }
            var values: [[String]] = []
            for count in counts {
                guard count <= bytes.remaining else { throw ByteReader.Damage(text: "the bytes end early") }
                values.append(
                    try repeated(count) { () throws(ByteReader.Damage) in try terms.term(at: try bytes.count()) })
            }
            return values
        }
    }
}

extension Codec {
    /// A case of an enumeration as a term.
    static func choice<Choice: RawRepresentable<String>>() -> Codec where Value == Choice? {
        Codec { values, out in
            Codec<String?>.term.write(values.map { $0?.rawValue }, &out)
        } read: { bytes, rows throws(ByteReader.Damage) in
            var choices: [Choice?] = []
            for term in try Codec<String?>.term.read(&bytes, rows) {
                let choice = term.flatMap { Choice(rawValue: $0) }
                guard (choice == nil) == (term == nil) else {
                    throw ByteReader.Damage(text: "\(Choice.self) \"\(term ?? "")\" is not known")
                }
                choices.append(choice)
            }
            return choices
        }
    }
}

/// The Hub noted no creation before this day.
let firstRecordedDay = Day(year: 2022, month: 3, day: 2).number

private func readDay(_ bytes: inout ByteReader) throws(ByteReader.Damage) -> Day {
    let distance = try bytes.signed()
    // A million days are 2,700 years: more is no day, and could not be counted in seconds.
    guard abs(distance.clamped) < 1_000_000 else { throw ByteReader.Damage(text: "a day out of the calendar") }
    return Day(number: firstRecordedDay + distance)
}

extension Int {
    fileprivate var clamped: Int { Swift.min(Swift.max(self, -1_000_001), 1_000_001) }
}
