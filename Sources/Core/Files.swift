#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Whole files and folders.
///
///     try Files.createFolder("out/data")
///     try Files.write(Array("{}".utf8), to: "out/data/a.json")
///     try Files.list("out/data") → ["a.json"]
package enum Files {
    /// - Parameter limit: a longer file is refused with `EFBIG`.
    package static func read(_ path: String, limit: Int = 1 << 31) throws -> [UInt8] {
        let file = try OpenFile(path, .read)
        let size = try file.size
        guard size <= limit else { throw FileError("read", path, code: EFBIG) }
        return try file.read(at: 0, count: size)
    }

    /// Writes beside and renames: a reader sees the old file or the new one, also after a crash.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = "\(path).\(getpid()).tmp"
        do {
            let file = try OpenFile(temporary, .replace)
            try file.append(bytes)
            try file.sync()
            try FileError.check("write", path) { renameFile(temporary, path) }
        } catch {
            // The reason is already on its way up; a left-over temporary file would only be a second one.
            unlink(temporary)
            throw error
        }
    }

    /// Makes the folder and those above it; fine when it is there.
    package static func createFolder(_ path: String) throws {
        if isFolder(path) { return }
        let parent = parent(of: path)
        if parent != path, !parent.isEmpty { try createFolder(parent) }
        do {
            try FileError.check("create the folder", path) { mkdir(path, 0o755) }
        } catch let error as FileError where error.code == EEXIST && isFolder(path) {
            // Another process made it in between.
        }
    }

    /// The names in a folder, sorted by their bytes.
    package static func list(_ path: String) throws -> [String] {
        guard let folder = opendir(path) else { throw FileError("read the folder", path, code: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether there is a file or a folder of that name.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether there is a folder of that name.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Removes one file; fine when it is missing.
    package static func remove(_ path: String) throws {
        do {
            try FileError.check("remove", path) { unlink(path) }
        } catch let error as FileError where error.isMissing {
            // Gone is what was asked for.
        }
    }

    /// Gives a file another name; one that has that name already is replaced.
    package static func rename(_ path: String, to newPath: String) throws {
        try FileError.check("rename", path) { renameFile(path, newPath) }
    }

    /// "a/b/c" → "a/b"; "c" → "."; "/c" → "/".
    package static func parent(of path: String) -> String {
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }
}

/// The system's `rename`, out of the reach of the method of that name.
private func renameFile(_ old: String, _ new: String) -> Int32 { rename(old, new) }
