#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Places from one number to another, both above zero, each the same number of times the one before: even on a logarithmic scale.
///
///     logSteps(from: 1, to: 100, 2)  → [1, 10, 100]
package func logSteps(from low: Double, to high: Double, _ steps: Int) -> [Double] {
    precondition(low > 0 && high > 0 && steps > 0, "a logarithmic scale begins above zero")
    return (0...steps).map { step in
        if step == steps { return high }
        return low * exp(log(high / low) * Double(step) / Double(steps))
    }
}
