import Foundation

/// A program running beside this one, silent, in a process group of its own, so that its own children end with it.
///
/// It ends with this program, too, whatever way that goes: a shell in its group waits for the end of a pipe that only this
/// program holds, and the system closes pipes of the killed as well.
///
/// Foundation's `Process` hands the calling thread's blocked signals on: a child started from a task would never hear
/// SIGTERM. This one starts with none blocked.
final class ChildProcess: Sendable {
    private let id: pid_t
    private let guardian: pid_t
    /// What the guardian waits for the end of.
    private let lifeline: Int32

    /// Asks the group to end when this program is gone, and makes it after two seconds.
    private static let guarding = "trap '' TERM INT HUP; read -r line; kill -TERM 0; sleep 2; kill -KILL 0"

    /// - Throws: `POSIXError` when the program cannot be started.
    init(_ executable: String, _ arguments: [String]) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
        defer { close(ends[0]) }
        // No program that is started may hold it.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        lifeline = ends[1]
        do {
            id = try spawn(executable, arguments)
        } catch {
            close(ends[1])
            throw error
        }
        do {
            guardian = try spawn("/bin/sh", ["-c", Self.guarding], group: id, input: ends[0])
        } catch {
            kill(-id, SIGKILL)
            waitpid(id, nil, 0)
            close(ends[1])
            throw error
        }
    }

    /// Whether it still runs. Once it does not, it is gone for good.
    var isRunning: Bool { waitpid(id, nil, WNOHANG) == 0 }

    /// Asks it to end, and makes it after two seconds.
    func stop() async {
        kill(-id, SIGTERM)
        for _ in 0..<100 {
            guard isRunning else { break }
            // A cancelled task stops waiting at once, and goes on to the harder way.
            guard (try? await Task.sleep(for: .milliseconds(20))) != nil else { break }
        }
        kill(-id, SIGKILL)
        waitpid(id, nil, 0)
        waitpid(guardian, nil, 0)
        close(lifeline)
    }
}

/// - Parameters:
///   - group: the process group to join; 0 for one of its own.
///   - input: what it reads; nil for nothing.
private func spawn(
    _ executable: String, _ arguments: [String], group: pid_t = 0, input: Int32? = nil
) throws -> pid_t {
    var attributes = noAttributes()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, group)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var files = noFileActions()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor: Int32 in 0...2 {
        posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    if let input { posix_spawn_file_actions_adddup2(&files, input, 0) }
    let words = ([executable] + arguments).map { strdup($0) }
    let surroundings = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") }
    defer { (words + surroundings).forEach { free($0) } }
    var id = pid_t()
    let code = posix_spawn(&id, executable, &files, &attributes, words + [nil], surroundings + [nil])
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    return id
}

// Pointers on macOS, records on Linux.
#if canImport(Darwin)
    private func noAttributes() -> posix_spawnattr_t? { nil }
    private func noFileActions() -> posix_spawn_file_actions_t? { nil }
#else
    private func noAttributes() -> posix_spawnattr_t { posix_spawnattr_t() }
    private func noFileActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
#endif
