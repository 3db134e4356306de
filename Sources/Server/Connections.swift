private import CMicroHTTPD
private import Dispatch
private import Synchronization

/// The library's side of a server: its callbacks, and the connections that wait for a delayed answer.
///
/// The library keeps an unretained reference to this object. `stop()` joins its threads, so the reference outlives none
/// of them; `Server` calls it before it lets go.
final class Connections: Sendable {
    private struct State: Sendable {
        var daemon: Handle?
        /// Connections that wait, by a running number: a handle may be used again after its connection is gone.
        var waiting: [Int: Handle] = [:]
        var lastWait = 0
        var isStopping = false
    }

    let handler: Server.Handler
    private let state = Mutex(State())

    init(handler: @escaping Server.Handler) { self.handler = handler }

    /// The port that was bound; nil, with `errno` set, when none was.
    func start(port: UInt16, threads: Int) -> Int? {
        let context = Unmanaged.passUnretained(self).toOpaque()
        guard let daemon = atlas_mhd_start(port, UInt32(max(2, threads)), access, context, begin, completed) else {
            return nil
        }
        state.withLock { $0.daemon = Handle(daemon) }
        return Int(atlas_mhd_port(daemon))
    }

    func stop() {
        let daemon = state.withLock { state in
            state.isStopping = true
            // The library refuses to stop while a connection is suspended.
            for connection in state.waiting.values { MHD_resume_connection(connection.pointer) }
            state.waiting = [:]
            defer { state.daemon = nil }
            return state.daemon
        }
        if let daemon { MHD_stop_daemon(daemon.pointer) }
    }

    /// Takes the connection off its thread until the time has passed; false when the server is about to stop.
    func suspend(_ connection: OpaquePointer, seconds: Double) -> Bool {
        let number: Int? = state.withLock { state in
            guard !state.isStopping else { return nil }
            state.lastWait += 1
            state.waiting[state.lastWait] = Handle(connection)
            MHD_suspend_connection(connection)
            return state.lastWait
        }
        guard let number else { return false }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.resume(number) }
        return true
    }

    private func resume(_ number: Int) {
        state.withLock { state in
            if let connection = state.waiting.removeValue(forKey: number) { MHD_resume_connection(connection.pointer) }
        }
    }
}

/// A pointer that the library allows on any thread.
private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
    init(_ pointer: OpaquePointer) { self.pointer = pointer }
}

// MARK: - Callbacks

/// What is known of a request between two calls of the library. Used on its connection's thread only.
private final class Exchange {
    let target: String
    var body: [UInt8] = []
    var hasBegun = false
    var answer: ServerResponse?

    init(target: String) { self.target = target }
}

/// Longer requests are refused; this server is no place for uploads.
private let largestRequestBody = 16 << 20

/// Called with the first line of a request, where its target is still as sent.
private func begin(
    _: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    Unmanaged.passRetained(Exchange(target: target.map { String(cString: $0) } ?? "/")).toOpaque()
}

private func completed(
    _: UnsafeMutableRawPointer?, _: OpaquePointer?, _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    _: MHD_RequestTerminationCode
) {
    guard let raw = slot?.pointee else { return }
    Unmanaged<Exchange>.fromOpaque(raw).release()
    slot?.pointee = nil
}

/// Called when the headers are there, for each piece of the body, at its end, and after a wait.
private func access(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _ piece: UnsafePointer<CChar>?,
    _ size: UnsafeMutablePointer<Int>?, _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let context, let connection, let method, let size, let raw = slot?.pointee else { return .NO }
    let connections = Unmanaged<Connections>.fromOpaque(context).takeUnretainedValue()
    let exchange = Unmanaged<Exchange>.fromOpaque(raw).takeUnretainedValue()
    if !exchange.hasBegun {
        exchange.hasBegun = true
        return .YES
    }
    if size.pointee > 0 {
        exchange.body += UnsafeRawBufferPointer(start: piece, count: size.pointee)
        size.pointee = 0
        return exchange.body.count <= largestRequestBody ? .YES : .NO
    }
    if let answer = exchange.answer { return send(answer, on: connection) ? .YES : .NO }
    let request = ServerRequest(
        method: String(cString: method), target: exchange.target, headers: headers(of: connection), body: exchange.body)
    let answer = connections.handler(request).packed(for: request)
    exchange.answer = answer
    if answer.delaySeconds > 0, connections.suspend(connection, seconds: answer.delaySeconds) { return .YES }
    return send(answer, on: connection) ? .YES : .NO
}

private func headers(of connection: OpaquePointer) -> [String: String] {
    final class Box { var headers: [String: String] = [:] }
    let box = Box()
    atlas_mhd_headers(
        connection,
        { raw, _, name, value in
            guard let raw, let name else { return .YES }
            let box = Unmanaged<Box>.fromOpaque(raw).takeUnretainedValue()
            box.headers[String(cString: name).lowercased()] = value.map { String(cString: $0) } ?? ""
            return .YES
        }, Unmanaged.passUnretained(box).toOpaque())
    return box.headers
}
