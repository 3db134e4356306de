import Sources

extension Activity: FileSource {
    /// Whole histories of models come in files, too: a model a line, `{"id":…,"commits":[{"id":…,"authors":…,"date":…}]}`.
    package func format(ofFile name: String, beginning: [UInt8]) throws -> String {
        guard aspect == .commits else {
            throw SourceError(.notTaken("no files of discussions are known"), at: self.name)
        }
        // A history is longer than a beginning, so it is looked at and not parsed.
        let start = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
        let text = String(decoding: start.prefix(4096), as: UTF8.self)
        for field in ["id", "commits"] where !text.hasPrefix("{") || !text.contains("\"\(field)\"") {
            throw SourceError(.notTaken("\(name) has no lines of objects with \(field)"), at: self.name)
        }
        return Self.fileFormat
    }
}
