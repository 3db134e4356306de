/// The distinct texts of a column and their places: most used first, so that the most used have the shortest numbers.
struct Terms {
    private let list: [String]
    private let places: [String: Int]

    init(_ values: [String]) {
        var counts: [String: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        list = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        places = Dictionary(uniqueKeysWithValues: zip(list, list.indices))
    }

    init(_ bytes: inout ByteReader) throws(ByteReader.Damage) {
        let count = try bytes.countOfRest()
        list = try repeated(count) { () throws(ByteReader.Damage) in try bytes.text() }
        places = [:]
    }

    func write(to out: inout ByteWriter) {
        out.append(count: list.count)
        for term in list { out.append(term) }
    }

    func place(of term: String) -> Int { places[term]! }

    func term(at place: Int) throws(ByteReader.Damage) -> String {
        guard list.indices.contains(place) else {
            throw ByteReader.Damage(text: "term \(place) of \(list.count)")
        }
        return list[place]
    }
}
