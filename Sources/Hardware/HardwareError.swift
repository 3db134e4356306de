import Core

/// Why the table of devices cannot be read.
package struct HardwareError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// The version it says, as written; nil when none.
        case version(String?)
        case noDevices
        case field(String, row: Int)
        /// The key that two devices have.
        case twice(String)
    }

    package var reason: Reason
    package var path: String

    package init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    package var description: String { "\(path): \(sentence)" }

    private var sentence: String {
        switch reason {
        case .version(let version):
            "a table of devices of version \(version ?? "none"), and this program knows version 1; update the program"
        case .noDevices: "no devices in the table; take the file from the checkout again"
        case .field(let name, let row): "device \(row): \"\(name)\" is missing or cannot be; correct the row"
        case .twice(let key): "two devices are called \"\(key)\"; give one another id"
        }
    }
}
