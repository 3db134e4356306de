import Core
import Numerics

/// The vectors of all documents in a file that is searched where it lies. Numbers lowest byte first:
///
///     line       32 bytes: "HubAtlas vectors 1\n", filled with zeros
///     vectors    8 bytes: n, in the order of the documents
///     dimensions 8 bytes: d
///     scales     n floats: a vector is scale · bytes, of length 1 within a thousandth; 0 for no vector
///     bytes      n · d signed bytes
///
///     let file = try VectorFile("search/vectors.1a2b3c4d.bin")
///     file.nearest(to: query, count: 10) { licenses[$0] == "mit" }   → [(document: 17, cosine: .93), …]
package struct VectorFile: Sendable {
    private static let line = "HubAtlas vectors 1\n"
    package let count: Int
    package let dimensions: Int
    private let file: MappedFile

    /// The file's bytes, a few megabytes at a time: all at once would take as much memory as the vectors again.
    package static func pieces(_ vectors: PackedVectors) -> some Sequence<[UInt8]> {
        var head = LittleEndianWriter(line: line, vectors.count, vectors.dimensions)
        head.append(vectors.scales)
        let (bytes, size) = (vectors.bytes, 1 << 22)
        let rest = stride(from: 0, to: bytes.count, by: size).lazy.map { first in
            bytes[first..<min(first + size, bytes.count)].map { UInt8(bitPattern: $0) }
        }
        return [AnySequence([head.bytes]), AnySequence(rest)].lazy.joined()
    }

    /// - Throws: `EmbeddingError`.
    package init(_ path: String) throws(EmbeddingError) {
        do {
            file = try MappedFile(path)
        } catch {
            throw EmbeddingError((error as? FileError).map { .file($0) } ?? .damaged("\(error)"), at: path)
        }
        let head = file.withBytes { Array($0.prefix(LittleEndianReader.headerSize)) }
        var reader = try LittleEndianReader(head, line: Self.line, at: path)
        count = try reader.count(below: 1 << 40)
        dimensions = try reader.count(below: 1 << 16)
        guard file.count == LittleEndianReader.headerSize + count * (4 + dimensions) else {
            throw EmbeddingError(.damaged("\(file.count) bytes for \(count) vectors of \(dimensions)"), at: path)
        }
    }

    /// One document's vector, of length 1; nil where it has none.
    package func vector(of document: Int) -> [Float]? {
        file.withBytes { bytes in
            let rows = Rows(bytes, count: count, dimensions: dimensions)
            guard rows.scale(document) > 0 else { return nil }
            let row = rows.row(document).map { Float($0) }
            let length = row.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
            return row.map { $0 / length }
        }
    }

    /// Compares a vector with all: exact, but for the bytes that vectors are kept in, about .0006 of a cosine.
    ///
    /// - Parameters:
    ///   - vector: of length 1.
    ///   - allows: asked for every document before it is compared; what is left out takes no place among the nearest.
    /// - Returns: the nearest first; of equal ones the smaller document.
    package func nearest(
        to vector: [Float], count limit: Int, where allows: @Sendable (_ document: Int) -> Bool = { _ in true }
    ) -> [(document: Int, cosine: Float)] {
        precondition(vector.count == dimensions, "a query of \(vector.count) dimensions among \(dimensions)")
        guard limit > 0 else { return [] }
        let query = WideQuery(vector)
        let blocks = Blocks(of: 1 << 14, count: count)
        var found = [Nearest](repeating: Nearest(limit), count: blocks.number)
        file.withBytes { bytes in
            nonisolated(unsafe) let bytes = bytes
            found.withUnsafeMutableBufferPointer {
                nonisolated(unsafe) let found = $0
                blocks.concurrently { block, range in
                    let rows = Rows(bytes, count: count, dimensions: dimensions)
                    for document in range where rows.scale(document) > 0 && allows(document) {
                        found[block].take(document, query.product(rows.row(document)) * rows.scale(document))
                    }
                }
            }
        }
        var all = Nearest(limit)
        for part in found { for hit in part.hits { all.take(hit.document, hit.cosine) } }
        return all.hits.map { ($0.document, min(1, $0.cosine)) }
    }
}

/// The rows of the file.
private struct Rows {
    private let scales: UnsafeRawPointer
    private let bytes: UnsafeRawPointer
    private let dimensions: Int

    init(_ file: UnsafeRawBufferPointer, count: Int, dimensions: Int) {
        scales = file.baseAddress! + LittleEndianReader.headerSize
        bytes = scales + 4 * count
        self.dimensions = dimensions
    }

    func scale(_ row: Int) -> Float { scales.loadUnaligned(fromByteOffset: 4 * row, as: Float.self) }

    func row(_ row: Int) -> UnsafeBufferPointer<Int8> {
        UnsafeBufferPointer(
            start: (bytes + row * dimensions).assumingMemoryBound(to: Int8.self), count: dimensions)
    }
}

/// A query as whole numbers of 12 bits: products with signed bytes add up exactly, in any order.
private struct WideQuery: Sendable {
    private let values: [Int16]
    private let scale: Float

    init(_ vector: [Float]) {
        let greatest = vector.reduce(Float(0)) { max($0, abs($1)) }
        scale = greatest / 2047
        values = vector.map { greatest > 0 ? Int16(($0 / greatest * 2047).rounded()) : 0 }
    }

    func product(_ row: UnsafeBufferPointer<Int8>) -> Float {
        values.withUnsafeBufferPointer { query in
            var sum: Int32 = 0
            for i in 0..<query.count { sum &+= Int32(query[i]) &* Int32(row[i]) }
            return Float(sum) * scale
        }
    }
}

/// The best so far, in a short sorted list. Documents come in ascending order, so of equal ones the first stays first.
private struct Nearest: Sendable {
    private let limit: Int
    private(set) var hits: [(document: Int, cosine: Float)] = []

    init(_ limit: Int) { self.limit = limit }

    mutating func take(_ document: Int, _ cosine: Float) {
        if hits.count == limit, cosine <= hits[limit - 1].cosine { return }
        var place = hits.count
        while place > 0, hits[place - 1].cosine < cosine { place -= 1 }
        hits.insert((document, cosine), at: place)
        if hits.count > limit { hits.removeLast() }
    }
}
