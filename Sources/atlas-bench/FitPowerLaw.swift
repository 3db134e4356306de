import Foundation
import JSON
import Numerics
import Statistics

/// Values given one by one, as the peer gets them: counted, fitted with both curves, and the curves compared.
func fitPowerLaw(_ path: String) throws -> JSONValue {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let pairs = lines.map { $0.split(separator: " ").compactMap { Int($0) } }
    let numbers = pairs.flatMap { [Int](repeating: $0[0], count: $0[1]) }
    let (spread, counting) = timed { ValueCounts(of: numbers) }
    let (law, fitting) = timed { PowerLaw(spread) }
    guard let law else { return ["seconds": .number(counting + fitting)] }
    let (test, comparing) = timed {
        LogNormalTail(spread, xmin: law.xmin).flatMap { VuongTest(spread, law, $0) }
    }
    let (standing, inventing) = timed { law.plausibility(of: spread, worlds: 1000) }
    return [
        "alpha": .number(law.alpha), "xmin": .integer(law.xmin), "distance": .number(law.distance),
        "tail": .integer(law.tail), "ratio": JSONValue(test?.ratio), "p": JSONValue(test?.p),
        "plausibility": .number(standing.p), "values": .integer(numbers.count),
        "seconds": .number(counting + fitting + comparing), "fitSeconds": .number(fitting),
        "worldsSeconds": .number(inventing),
    ]
}
