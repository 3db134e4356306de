import Foundation

/// Seconds of some work, and what came of it.
func timed<Result>(_ work: () throws -> Result) rethrows -> (result: Result, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let spent = (clock.now - start).components
    return (result, Double(spent.seconds) + Double(spent.attoseconds) * 1e-18)
}

func usage() -> Never {
    print("usage: atlas-bench csv|lineage|parquet|powerlaw FILE")
    exit(64)
}
