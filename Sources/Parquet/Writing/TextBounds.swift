/// The least and the greatest of some texts, byte by byte.
enum TextBounds {
    /// A longer text is not told: its beginning alone would be no bound to every reader.
    private static let longest = 256

    static func of(_ range: Range<Int>, in values: ByteStrings) -> (min: [UInt8], max: [UInt8])? {
        guard var least = range.first else { return nil }
        var greatest = least
        values.bytes.withUnsafeBytes { bytes in
            for i in range.dropFirst() {
                if isLess(values, i, least, bytes) {
                    least = i
                } else if isLess(values, greatest, i, bytes) {
                    greatest = i
                }
            }
        }
        return told(values[least], values[greatest])
    }

    /// The same of texts that are told by their place in a dictionary: each is compared once.
    static func of(_ indices: ArraySlice<UInt32>, in entries: ByteStrings) -> (min: [UInt8], max: [UInt8])? {
        guard let first = indices.first.map({ Int($0) }) else { return nil }
        var (least, greatest) = (first, first)
        var isSeen = [Bool](repeating: false, count: entries.count)
        entries.bytes.withUnsafeBytes { bytes in
            for index in indices where !isSeen[Int(index)] {
                let i = Int(index)
                isSeen[i] = true
                if isLess(entries, i, least, bytes) { least = i }
                if isLess(entries, greatest, i, bytes) { greatest = i }
            }
        }
        return told(entries[least], entries[greatest])
    }

    private static func told(_ least: ArraySlice<UInt8>, _ greatest: ArraySlice<UInt8>) -> (min: [UInt8], max: [UInt8])?
    {
        max(least.count, greatest.count) <= longest ? (Array(least), Array(greatest)) : nil
    }

    @inline(__always)
    private static func isLess(_ values: ByteStrings, _ a: Int, _ b: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let (a, b) = (bytes[values.start(a)..<values.ends[a]], bytes[values.start(b)..<values.ends[b]])
        var (i, j) = (a.startIndex, b.startIndex)
        while i < a.endIndex, j < b.endIndex {
            if bytes[i] != bytes[j] { return bytes[i] < bytes[j] }
            i += 1
            j += 1
        }
        return a.count < b.count
    }
}
