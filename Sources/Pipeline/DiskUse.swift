import Core
import Foundation

/// Bytes on disk.
enum DiskUse {
    /// Of a file, or of all files below a folder; 0 where there is nothing.
    static func bytes(below path: String) throws -> Int {
        guard Files.exists(path) else { return 0 }
        guard Files.isFolder(path) else {
            return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        }
        return try Files.list(path).reduce(0) { try $0 + bytes(below: "\(path)/\($1)") }
    }
}
