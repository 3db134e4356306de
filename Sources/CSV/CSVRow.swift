/// One record of a table, to be looked at while it is handed over, and no longer.
///
///     row.text(0)  → "a/b"
///     row.text(7)  → nil, where the record has fewer fields
package struct CSVRow {
    /// The header is 1, the first row 2; empty lines are not counted.
    package let number: Int
    /// How many fields the record has.
    package let count: Int
    /// The record as it lies in the file (UTF-16: as it would in UTF-8), its line end included.
    package let raw: UnsafeBufferPointer<UInt8>
    let bytes: UnsafeBufferPointer<UInt8>
    let fields: UnsafeBufferPointer<CSVScanner.Field>
    let notes: CSVNotes

    /// A field's text; nil where the record is too short. Bytes that are not UTF-8 are read as Windows-1252, and counted.
    package func text(_ column: Int) -> String? {
        guard column < fields.count else { return nil }
        let field = fields[column]
        let piece = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
        guard field.isTangled else { return decoded(piece) }
        return untangled(piece).withUnsafeBufferPointer(decoded)
    }

    /// The field's bytes, without its quotes; none where the record is too short.
    package func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
        -> Result?
    {
        guard column < fields.count else { return nil }
        let field = fields[column]
        let piece = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
        return field.isTangled ? try untangled(piece).withUnsafeBufferPointer(body) : try body(piece)
    }

    /// All fields' texts, in order.
    package var texts: [String] { fields.indices.map { text($0) ?? "" } }

    private func decoded(_ piece: UnsafeBufferPointer<UInt8>) -> String {
        if let text = String(validating: piece, as: UTF8.self) { return text }
        let mended = Windows1252.mend(piece)
        notes.note("csv.encoding", record: number, mended)
        return mended
    }

    /// Without the quotes around it, and one quote of each two.
    private func untangled(_ piece: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(piece.count)
        var position = 1
        while position < piece.count {
            if piece[position] == quote {
                position += 1
                guard position < piece.count, piece[position] == quote else { break }
            }
            out.append(piece[position])
            position += 1
        }
        return out + piece[min(position, piece.count)...]
    }
}
