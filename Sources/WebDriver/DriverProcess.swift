import Foundation
import HTTP

/// The driver as a child process, listening on a loopback port.
final class DriverProcess: Sendable {
    let baseURL: String
    private let process: ChildProcess

    /// Starts the driver and waits until it says that it is ready.
    ///
    /// Throws `driverDidNotStart` when it ends or stays silent.
    init(_ browser: Browser, executable: String, http: HTTPClient, patienceSeconds: Double = 60) async throws {
        let port = try freePort(for: browser)
        baseURL = "http://127.0.0.1:\(port)"
        do {
            process = try ChildProcess(executable, browser.driverArguments(port: port))
        } catch {
            throw WebDriverError(.driverDidNotStart("\(error)"), at: browser.rawValue)
        }
        do {
            try await waitUntilReady(browser, http: http, patienceSeconds: patienceSeconds)
        } catch {
            await process.stop()
            throw error
        }
    }

    func stop() async { await process.stop() }
}

extension DriverProcess {
    private static let fewestTries = 40

    private func waitUntilReady(_ browser: Browser, http: HTTPClient, patienceSeconds: Double) async throws {
        let deadline = ContinuousClock.now + .seconds(patienceSeconds)
        var tries = 0
        // Where every core is taken, a minute may pass between two tries: it must have been asked often enough, too.
        while ContinuousClock.now < deadline || tries < Self.fewestTries {
            tries += 1
            guard process.isRunning else {
                throw WebDriverError(.driverDidNotStart("it ended at once"), at: browser.rawValue)
            }
            // Refused connections are what waiting looks like.
            if let answer = try? await http.send(HTTPRequest("\(baseURL)/status", timeoutSeconds: 2)),
                answer.status == 200
            {
                return
            }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw WebDriverError(.driverDidNotStart("silent for \(Int(patienceSeconds)) s"), at: browser.rawValue)
    }
}

/// A loopback port that nobody listens on now. Drivers cannot all choose one themselves and tell it.
private func freePort(for browser: Browser) throws -> Int {
    let socket = socket(AF_INET, streamType, 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
        }
    }
    guard bound else { throw WebDriverError(.driverDidNotStart("no free port on 127.0.0.1"), at: browser.rawValue) }
    return Int(UInt16(bigEndian: address.sin_port))
}

#if canImport(Glibc)
    private let streamType = Int32(SOCK_STREAM.rawValue)
#else
    private let streamType = SOCK_STREAM
#endif
