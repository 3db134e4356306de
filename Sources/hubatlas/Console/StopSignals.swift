import Dispatch
import Foundation

/// Turns SIGINT and SIGTERM into a call, until it is ended.
///
/// The first asks the work to stop; when it is asked again, or does not stop within three seconds, the process ends. That
/// loses nothing: artefacts are written beside the old ones and renamed, and an archived page is on the disk.
final class StopSignals {
    private var sources: [any DispatchSourceSignal] = []

    /// - Parameter asked: is told whether it is asked again; true ends the process at once.
    init(asked: @escaping @Sendable (_ again: Bool) -> Bool) {
        let queue = DispatchQueue(label: "hubatlas.signals")
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            // Only this queue runs the handlers, one after another.
            nonisolated(unsafe) var isAgain = false
            source.setEventHandler {
                if asked(isAgain) { exit(1) }
                isAgain = true
                queue.asyncAfter(deadline: .now() + 3) { exit(1) }
            }
            source.resume()
            sources.append(source)
        }
    }

    func end() { for source in sources { source.cancel() } }
}
