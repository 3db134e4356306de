import Core
import Foundation
import HTTP
import Server
import TestSupport
import Testing

/// Encryption that does not prove who answers is no answer.
@Suite struct CertificateTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    func isTLS(_ error: HTTPError?) -> Bool {
        if case .tls = error?.reason { true } else { false }
    }

    func openssl(_ arguments: [String]) -> (process: Process, output: Pipe) {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardInput = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        return (process, output)
    }

    @Test func aCertificateOfOnesOwnIsRefused() async throws {
        let (key, certificate) = (folder.path("key.pem"), folder.path("certificate.pem"))
        let (maker, _) = openssl(
            ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2"]
                + ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"])
        try maker.run()
        maker.waitUntilExit()
        guard maker.terminationStatus == 0 else {
            return print("skipped: a server with its own certificate, as there is no openssl program to run one")
        }
        let (server, output) = openssl(
            ["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www"])
        try server.run()
        defer {
            // A child inherits the signals that the test runner's threads block, so it would not hear a milder one.
            kill(server.processIdentifier, SIGKILL)
            server.waitUntilExit()
        }
        var said = ""
        while !said.contains("ACCEPT"), case let bytes = output.fileHandleForReading.availableData, !bytes.isEmpty {
            said += String(decoding: bytes, as: UTF8.self)
        }
        let port = try #require(said.split(whereSeparator: { !$0.isNumber }).last, "no port in: \(said)")
        let client = try HTTPClient()
        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest("https://127.0.0.1:\(port)/", timeoutSeconds: 20))
        }
        #expect(isTLS(error), "\(String(describing: error))")
        #expect(error?.isTransient == false)
    }

    @Test func aServerWithoutEncryptionIsRefusedWhereItIsAskedFor() async throws {
        let server = try Server { _ in ServerResponse(text: "plain") }
        let client = try HTTPClient()
        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest("https://127.0.0.1:\(server.port)/"))
        }
        #expect(isTLS(error), "\(String(describing: error))")
    }
}
