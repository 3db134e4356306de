import Core
import JSON

/// The bytes of a file of an embedder.
func readFile(_ path: String) throws(EmbeddingError) -> [UInt8] {
    do { return try Files.read(path) } catch {
        throw EmbeddingError((error as? FileError).map { .file($0) } ?? .damaged("\(error)"), at: path)
    }
}

/// A file that is a JSON object; one that cannot be read is told from one that is none.
func readObject(_ path: String) throws(EmbeddingError) -> JSONValue {
    try parsedObject(try readFile(path), called: "it", at: path)
}

func parsedObject(_ bytes: [UInt8], called name: String, at path: String) throws(EmbeddingError) -> JSONValue {
    let json: JSONValue
    do { json = try JSONValue.parse(bytes) } catch { throw EmbeddingError(.damaged("\(name) is \(error)"), at: path) }
    guard json.object != nil else { throw EmbeddingError(.damaged("\(name) is no JSON object"), at: path) }
    return json
}
