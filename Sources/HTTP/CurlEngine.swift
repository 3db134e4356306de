private import CCurl
private import Foundation
import Synchronization

/// One thread that runs libcurl's multi interface; tasks leave their transfers in its inbox.
///
/// A cancellation may overtake the submission that it means. It is therefore a flag of the transfer itself, which the
/// thread looks at when it takes the submission; a cancellation of a transfer that the thread does not have is nothing.
/// So no list of identifiers is kept that could grow.
final class CurlEngine: Sendable {
    private struct Inbox {
        var submitted: [Transfer] = []
        var cancelled: [Transfer] = []
        var isStopping = false
        /// The thread has ended, or soon will: the multi handle must not be touched.
        var isClosed = false
    }

    private let inbox = Mutex(Inbox())
    private let multi: MultiHandle

    init(connectionsPerHost: Int) throws {
        guard CurlEngine.isReady, let handle = curl_multi_init() else {
            throw HTTPError(.other("libcurl does not start"), at: "libcurl")
        }
        multi = MultiHandle(pointer: handle)
        _ = atlas_multi_set_long(handle, CURLMOPT_MAX_HOST_CONNECTIONS, connectionsPerHost)
        // The thread keeps the engine alive until it ends.
        let thread = Thread { [self] in run() }
        thread.name = "http"
        thread.start()
    }

    func submit(_ transfer: Transfer, resuming continuation: CheckedContinuation<HTTPResponse, any Error>) {
        transfer.continuation = continuation
        let isAccepted = inbox.withLock { inbox in
            guard !inbox.isStopping else { return false }
            inbox.submitted.append(transfer)
            return true
        }
        guard isAccepted else { return transfer.fail(HTTPError(.clientStopped, at: transfer.request.url)) }
        wake()
    }

    func cancel(_ transfer: Transfer) {
        transfer.isCancelled.store(true, ordering: .sequentiallyConsistent)
        inbox.withLock { $0.cancelled.append(transfer) }
        wake()
    }

    /// Ends the thread; transfers under way fail.
    func stop() {
        inbox.withLock { $0.isStopping = true }
        wake()
    }

    private func wake() {
        inbox.withLock { if !$0.isClosed { _ = curl_multi_wakeup(multi.pointer) } }
    }

    private static let isReady = atlas_global_init() == 0
}

/// The pointer is used on the engine's thread only, but for waking it, which libcurl allows from anywhere.
private struct MultiHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
}

// MARK: - On the thread

extension CurlEngine {
    private func run() {
        var active: [UnsafeMutableRawPointer: Transfer] = [:]
        while takeInbox(&active) {
            var running: Int32 = 0
            curl_multi_perform(multi.pointer, &running)
            finishTransfers(&active)
            // Also wakes for `wake()`; the time only bounds what a lost wake-up could cost.
            curl_multi_poll(multi.pointer, nil, 0, 10_000, nil)
        }
        close(&active)
    }

    /// False when it is time to stop.
    private func takeInbox(_ active: inout [UnsafeMutableRawPointer: Transfer]) -> Bool {
        let (submitted, cancelled, isStopping) = inbox.withLock { inbox in
            defer { (inbox.submitted, inbox.cancelled) = ([], []) }
            return (inbox.submitted, inbox.cancelled, inbox.isStopping)
        }
        for transfer in submitted { start(transfer, &active) }
        for transfer in cancelled { drop(transfer, &active) { $0.fail(CancellationError()) } }
        return !isStopping
    }

    private func start(_ transfer: Transfer, _ active: inout [UnsafeMutableRawPointer: Transfer]) {
        guard !transfer.isCancelled.load(ordering: .sequentiallyConsistent) else {
            return transfer.fail(CancellationError())
        }
        guard let handle = transfer.prepare(), curl_multi_add_handle(multi.pointer, handle) == CURLM_OK else {
            transfer.release()
            return transfer.fail(HTTPError(.other("libcurl takes no more requests"), at: transfer.request.url))
        }
        active[handle] = transfer
    }

    private func drop(
        _ transfer: Transfer, _ active: inout [UnsafeMutableRawPointer: Transfer], then end: (Transfer) -> Void
    ) {
        guard let handle = transfer.handle, active.removeValue(forKey: handle) != nil else { return }
        curl_multi_remove_handle(multi.pointer, handle)
        end(transfer)
        transfer.release()
    }

    private func finishTransfers(_ active: inout [UnsafeMutableRawPointer: Transfer]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi.pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let transfer = active[message.pointee.easy_handle] else {
                continue
            }
            let result = atlas_message_result(message).rawValue
            drop(transfer, &active) { $0.finish(code: result) }
        }
    }

    private func close(_ active: inout [UnsafeMutableRawPointer: Transfer]) {
        for transfer in Array(active.values) {
            drop(transfer, &active) { $0.fail(HTTPError(.clientStopped, at: $0.request.url)) }
        }
        inbox.withLock { $0.isClosed = true }
        curl_multi_cleanup(multi.pointer)
    }
}
