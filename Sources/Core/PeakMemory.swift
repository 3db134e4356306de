#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// How much memory the process has held at its greatest.
package enum PeakMemory {
    /// Bytes that were resident at one time, since the process began: it never shrinks.
    package static func bytes() -> Int {
        var usage = rusage()
        // 0 is RUSAGE_SELF, whose type differs between systems. The call fails for nothing but another number.
        getrusage(0, &usage)
        #if canImport(Darwin)
            return Int(usage.ru_maxrss)
        #else
            return Int(usage.ru_maxrss) * 1024
        #endif
    }
}
