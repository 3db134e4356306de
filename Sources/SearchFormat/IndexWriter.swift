import Core
import Hashing
import Synchronization

/// Writes an index into its folder, beside the index that is there, and makes it the valid one at the end.
///
///     let writer = try IndexWriter(folder: ".hubatlas/search")
///     let hashes = try writer.write(.terms, count: 700) { TermShard(…).written }
///     try writer.finish(manifest: manifest, words: table)
///
/// File names carry hashes, so old and new do not disturb one another, and what has not changed is not written again. Until
/// `finish` has replaced `index.json`, the old index is whole; then files that it alone had are removed.
package final class IndexWriter: Sendable {
    package let folder: String
    private let files = Mutex<[String: IndexList.File]>([:])
    private let library = Mutex<[String: IndexList.File]>([:])

    /// Throws `SearchFormatError`.
    package init(folder: String) throws {
        self.folder = folder
        try inFormatWords { try Files.createFolder(folder) }
    }

    /// Writes files 0, 1, … of a kind, on all cores.
    ///
    /// - Returns: their hashes, in order.
    package func write(
        _ kind: ShardKind, count: Int, written: @Sendable (_ number: Int) throws -> ByteWriter
    ) throws -> [ShardHash] {
        try concurrentMap(count) { try write(try written($0), as: ShardName(kind, $0)) }
    }

    /// The same of bytes that are all of a kind.
    package func write(
        _ kind: ShardKind, count: Int, contents: @Sendable (_ number: Int) throws -> [UInt8]
    ) throws -> [ShardHash] {
        try concurrentMap(count) { try write(try contents($0), as: ShardName(kind, $0)) }
    }

    /// Writes one file.
    @discardableResult
    package func write(_ written: ByteWriter, as name: ShardName) throws -> ShardHash {
        try write(written.bytes, cuts: written.cuts, as: name)
    }

    /// Writes one file. `cuts`: see `ByteWriter`.
    @discardableResult
    package func write(_ contents: [UInt8], cuts: [Int] = [], as name: ShardName) throws -> ShardHash {
        precondition(contents.count <= SearchFormat.maxShardBytes, "\(name.stem) is larger than a shard may be")
        let file = try Shard.pack(contents, cuts: cuts, as: name)
        let entry = self.entry(file) { name.file(ShardHash(ofFile: file)) }
        try put(file, entry)
        files.withLock { $0[entry.name] = entry }
        return ShardHash(ofFile: file)
    }

    /// Writes a file that only this program reads, and that a site does not serve: `vectors.1a2b3c4d.bin`. It gets its name
    /// when it is whole, so that its pieces need not be in memory together.
    package func writeLibraryFile(_ stem: String, _ pieces: some Sequence<[UInt8]>) throws {
        let path = "\(folder)/\(stem).unfinished"
        let (hash, file) = (SHA256(), try inFormatWords { try OpenFile(path, .replace) })
        var size = 0
        for piece in pieces {
            hash.update(piece)
            try inFormatWords { try file.append(piece) }
            size += piece.count
        }
        let digest = hash.finish()
        let name = "\(stem).\(ShardHash(bytes: digest.prefix(4)).hex).bin"
        try inFormatWords { try Files.rename(path, to: "\(folder)/\(name)") }
        let entry = IndexList.File(name: name, bytes: size, sha256: SHA256.hexadecimal(digest))
        library.withLock { $0[name] = entry }
    }

    /// Makes what was written the index of this folder, and removes what belongs to none.
    package func finish(manifest: Manifest, words: WordTable) throws -> IndexList {
        let manifestHash = try write(manifest.contents, as: ShardName(.manifest))
        let wordsHash = try write(words.written, as: ShardName(.words))
        let list = IndexList(
            modelCount: manifest.modelCount, manifest: ShardName(.manifest).file(manifestHash),
            words: ShardName(.words).file(wordsHash), files: files.withLock { Array($0.values) },
            library: library.withLock { Array($0.values) })
        try inFormatWords {
            try Files.write(list.contents, to: "\(folder)/\(IndexList.fileName)")
            let kept = Set((list.files + list.library).map(\.name) + [IndexList.fileName])
            for name in try Files.list(folder) where !kept.contains(name) { try Files.remove("\(folder)/\(name)") }
        }
        return list
    }
}

extension IndexWriter {
    private func entry(_ file: [UInt8], name: () -> String) -> IndexList.File {
        IndexList.File(name: name(), bytes: file.count, sha256: SHA256.hex(file))
    }

    private func put(_ bytes: [UInt8], _ entry: IndexList.File) throws {
        let path = "\(folder)/\(entry.name)"
        try inFormatWords {
            if Files.exists(path), try Files.read(path) == bytes { return }
            // Without a sync for each of thousands of files: a power cut may cost the index, which can be made again, and
            // `hubatlas check` sees it.
            try OpenFile(path, .replace).append(bytes)
        }
    }
}

func inFormatWords<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as FileError {
        throw SearchFormatError(.file(error), at: error.path)
    }
}
