import Core
import Foundation
import TestSupport
import Testing

@Suite struct FilesTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func writtenFilesReadBackAndLeaveNothingBeside() throws {
        let path = folder.path("a.txt")
        try Files.write([1, 2, 3], to: path)
        try Files.write([4], to: path)
        #expect(try Files.read(path) == [4])
        #expect(try Files.list(folder.path) == ["a.txt"])
    }

    @Test func foldersAreMadeWithThoseAbove() throws {
        try Files.createFolder(folder.path("a/b/c"))
        try Files.createFolder(folder.path("a/b/c/"))
        #expect(Files.isFolder(folder.path("a/b/c")))
    }

    @Test func errorsNameThePathAndTheRemedy() throws {
        try Files.write([], to: folder.path("file"))
        let error = #expect(throws: FileError.self) { try Files.createFolder(folder.path("file/below")) }
        #expect(
            "\(try #require(error))"
                == "\(folder.path("file")): cannot create the folder (File exists); a file of that name is in the way; "
                + "choose another folder")
        let missing = #expect(throws: FileError.self) { try Files.read(folder.path("none")) }
        #expect(try #require(missing).isMissing)
        let failed = #expect(throws: FileError.self) { try Files.write([1], to: folder.path("none/x")) }
        #expect(try #require(failed).isMissing)
        #expect(throws: FileError("read", folder.path("file"), code: EFBIG)) {
            try Files.write([1, 2], to: folder.path("file"))
            _ = try Files.read(folder.path("file"), limit: 1)
        }
    }

    @Test(arguments: [("a/b/c", "a/b"), ("c", "."), ("/c", "/"), ("a/b/", "a"), ("/", "/")])
    func parents(path: String, parent: String) {
        #expect(Files.parent(of: path) == parent)
    }

    @Test func openFileReadsAnywhereAndCuts() throws {
        let file = try OpenFile(folder.path("f"), .append)
        try file.append([1, 2, 3, 4])
        #expect(try file.read(at: 1, count: 2) == [2, 3])
        #expect(try file.read(at: 3, count: 10) == [4])
        #expect(try file.read(at: 9, count: 1) == [])
        try file.truncate(to: 1)
        try file.append([9])
        #expect(try Files.read(folder.path("f")) == [1, 9])
        #expect(try file.size == 2)
    }

    @Test func openFileIsWrittenOverInPlace() throws {
        try Files.write([1, 2, 3], to: folder.path("f"))
        let file = try OpenFile(folder.path("f"), .update)
        try file.overwrite([9], at: 1)
        #expect(try Files.read(folder.path("f")) == [1, 9, 3])
        try file.overwrite([7, 8], at: 2)
        #expect(try Files.read(folder.path("f")) == [1, 9, 7, 8])
    }

    @Test func removingTwiceIsFine() throws {
        try Files.write([], to: folder.path("f"))
        try Files.remove(folder.path("f"))
        try Files.remove(folder.path("f"))
        #expect(!Files.exists(folder.path("f")))
    }
}
