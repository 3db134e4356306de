#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// The two streams. A reader who went away is no error: `hubatlas status | head -1` ends well.
enum Output {
    /// A result, on standard output.
    static func result(_ text: String) { write("\(text)\n", to: STDOUT_FILENO) }

    /// A message, on standard error.
    static func message(_ text: String) { write("\(text)\n", to: STDERR_FILENO) }

    /// Without a line end: for a line that is written over.
    static func messagePart(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Whether standard error is a terminal that can write over a line.
    static func isTerminal(environment: [String: String]) -> Bool {
        isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    }

    /// Letters in a line of the terminal; 80 where it does not tell.
    static var terminalWidth: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Letters in a line of results: the terminal's, or no limit where they go elsewhere.
    static var resultWidth: Int { isatty(STDOUT_FILENO) == 1 ? terminalWidth : .max }

    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress!, $0.count) }
            if count < 0 && errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

/// A write to a pipe that nobody reads any more gives an error in place of ending the process.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
