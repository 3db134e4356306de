import Core
import Hashing

/// Reads an index from its folder.
///
///     let folder = try IndexFolder(".hubatlas/search")
///     let manifest = try folder.manifest()
///     let shard = try TermShard(number: 3, contents: folder.contents(ShardName(.terms, 3), manifest.termHashes[3]))
package struct IndexFolder: Sendable {
    package let path: String
    package let list: IndexList

    /// Throws `SearchFormatError`.
    package init(_ path: String) throws {
        self.path = path
        let file = "\(path)/\(IndexList.fileName)"
        guard Files.exists(file) else { throw SearchFormatError(.missing, at: path) }
        list = try IndexList(contents: try inFormatWords { try Files.read(file, limit: SearchFormat.maxShardBytes) })
    }

    package func manifest() throws -> Manifest {
        try Manifest(contents: try Shard.unpack(try bytes(of: list.manifest), as: ShardName(.manifest)))
    }

    package func words() throws -> WordTable {
        try WordTable(contents: try Shard.unpack(try bytes(of: list.words), as: ShardName(.words)))
    }

    /// The unpacked contents of a shard.
    package func contents(_ name: ShardName, _ hash: ShardHash) throws -> [UInt8] {
        try Shard.unpack(try bytes(of: name.file(hash)), as: name)
    }

    /// The bytes of a file.
    package func bytes(of name: String) throws -> [UInt8] {
        let file = "\(path)/\(name)"
        guard Files.exists(file) else { throw SearchFormatError(.missingFile, at: name) }
        return try inFormatWords { try Files.read(file, limit: 1 << 40) }
    }

    /// What is wrong with the files of an index: missing, of another size or hash, or there though no index names them.
    package func problems() throws -> [String] {
        var problems: [String] = []
        for file in list.files + list.library {
            guard Files.exists("\(path)/\(file.name)") else {
                problems.append("\(file.name) is missing")
                continue
            }
            let bytes = try bytes(of: file.name)
            if bytes.count != file.bytes {
                problems.append("\(file.name) has \(bytes.count) bytes instead of \(file.bytes)")
            } else if SHA256.hex(bytes) != file.sha256 {
                problems.append("\(file.name) has another hash than \(IndexList.fileName) says")
            }
        }
        let known = Set((list.files + list.library).map(\.name) + [IndexList.fileName])
        let foreign = try inFormatWords { try Files.list(path) }.filter { !known.contains($0) }
        return problems + foreign.map { "\($0) belongs to no index" }
    }
}
