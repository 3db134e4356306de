import Catalog

/// The names under which models state their bases, and which models they mean.
///
/// A name means the model that bears it, whatever its case, as the Hub has it; else the model that once bore it. No name is
/// taken for one that is only like it.
package struct BaseNames: Sendable {
    /// How many statements are odd, and some of them: "child → base".
    package struct Oddity: Equatable, Sendable {
        package var count = 0
        package var examples: [String] = []

        mutating func add(_ statements: Int, _ example: @autoclosure () -> String) {
            count += statements
            if statements > 0, examples.count < 5 { examples.append(example()) }
        }
    }

    private var rows: [Int32] = []
    private var codes: [Int32] = []
    private var relations: [BaseModel.Relation] = []
    /// Each name once without case, as first spelled.
    private var spelled: [String] = []
    private var codeOf: [String: Int32] = [:]
    /// Lower-cased already; bases repeat from row to row.
    private var lowered: [String: Int32] = [:]
    private var meant: [Int32] = []
    package private(set) var missing: [String] = []
    /// Found only without regard to case, or under a name of before.
    package private(set) var otherCase = Oddity()
    package private(set) var renamed = Oddity()
    /// Names without an owner that mean no model of the list.
    package private(set) var ownerless = Oddity()
    /// Names that mean no model of the list; those without an owner too.
    package private(set) var unlisted = Oddity()

    mutating func add(row: Int, _ base: BaseModel) {
        rows.append(Int32(row))
        codes.append(code(of: base.repoID))
        relations.append(base.relation)
    }

    private mutating func code(of name: String) -> Int32 {
        if let known = lowered[name] { return known }
        let key = name.lowercased()
        let code = codeOf[key] ?? Int32(spelled.count)
        if code == spelled.count {
            spelled.append(name)
            codeOf[key] = code
        }
        lowered[name] = code
        return code
    }

    mutating func resolve(_ models: ModelColumns, formerNames: [(name: String, row: Int)]) {
        meant = [Int32](repeating: -1, count: spelled.count)
        var statements = [Int](repeating: 0, count: spelled.count)
        for code in codes { statements[Int(code)] += 1 }
        guard !spelled.isEmpty else { return }
        for row in 0..<models.count {
            let id = models.repoIDs[row]
            guard let code = codeOf[id.lowercased()] else { continue }
            meant[Int(code)] = Int32(row)
        }
        for (name, row) in formerNames {
            guard let code = codeOf[name.lowercased()], meant[Int(code)] < 0 else { continue }
            meant[Int(code)] = Int32(row)
            renamed.add(statements[Int(code)], "\(name) → \(models.repoIDs[row])")
        }
        for (name, code) in lowered.sorted(by: { $0.key < $1.key }) where meant[Int(code)] >= 0 {
            let id = models.repoIDs[Int(meant[Int(code)])]
            if name != id, name.lowercased() == id.lowercased() { otherCase.add(1, "\(name) → \(id)") }
        }
        nameMissing(statements, models.count)
    }

    private mutating func nameMissing(_ statements: [Int], _ listed: Int) {
        let absent = spelled.indices.filter { meant[$0] < 0 }.sorted { (statements[$1], $0) < (statements[$0], $1) }
        for code in absent {
            meant[code] = Int32(listed + missing.count)
            missing.append(spelled[code])
            unlisted.add(statements[code], spelled[code])
            if !spelled[code].contains("/") { ownerless.add(statements[code], spelled[code]) }
        }
    }

    func edges() -> [LineageGraph.Edge] {
        rows.indices.map {
            LineageGraph.Edge(child: rows[$0], parent: meant[Int(codes[$0])], relation: relations[$0])
        }
    }
}
