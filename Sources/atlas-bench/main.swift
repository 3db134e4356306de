// What `make bench` measures of modules that no command shows by themselves.
//
//     atlas-bench csv FILE       → {"bytes":112000000,"rows":183040,"bytesSeconds":0.21,"textsSeconds":0.9}
//     atlas-bench lineage FILE   → {"models":760000,"edges":125985,…}: FILE is a catalog
//     atlas-bench parquet FILE   → {"rows":100000,"readSeconds":0.1,"snappySeconds":0.15,…}: written to FILE.snappy, FILE.zstd
//     atlas-bench powerlaw FILE  → {"alpha":1.97,"xmin":23,…,"seconds":0.01}: FILE has a value and its count a line

import JSON

let words = CommandLine.arguments.dropFirst()
guard words.count == 2, let section = words.first, let path = words.last else { usage() }
let answer: JSONValue
switch section {
case "csv": answer = try readCSV(path)
case "lineage": answer = try countLineage(path)
case "parquet": answer = try copyParquet(path)
case "powerlaw": answer = try fitPowerLaw(path)
default: usage()
}
print(answer.text)
