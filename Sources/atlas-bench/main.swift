// What `make bench` measures of modules that no command shows by themselves.
//
//     atlas-bench csv FILE  → {"bytes":112000000,"rows":183040,"bytesSeconds":0.21,"textsSeconds":0.9}

import CSV
import Core
import Foundation
import JSON

let words = CommandLine.arguments.dropFirst()
guard words.count == 2, words.first == "csv", let path = words.last else {
    print("usage: atlas-bench csv FILE")
    exit(64)
}

/// Seconds of one reading; `look` is shown every row.
func reading(_ look: (CSVRow) -> Int) throws -> (rows: Int, fields: Int, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let reader = CSVReader(named: path)
    var fields = 0
    try reader.read(path) { fields += look($0) }
    let spent = (clock.now - start).components
    return (reader.rowCount, fields, Double(spent.seconds) + Double(spent.attoseconds) * 1e-18)
}

let bytes = try reading { row in
    for i in 0..<row.count { row.withBytes(i) { _ = $0.first } }
    return row.count
}
let texts = try reading { $0.texts.count }
let answer: JSONValue = [
    "bytes": .integer(try OpenFile(path, .read).size), "rows": .integer(bytes.rows), "fields": .integer(texts.fields),
    "bytesSeconds": .number(bytes.seconds), "textsSeconds": .number(texts.seconds),
]
print(answer.text)
