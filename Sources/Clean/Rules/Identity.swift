package import Core
import Hub

/// Who a record is: its id of today, its owner, the Hub's own id.
///
///     "openai-community/gpt2"  → id "openai-community/gpt2", owner "openai-community"
///     "gpt2"                   → id "openai-community/gpt2": the name it was given when ids got owners
///     "my-own-old-model"       → id "my-own-old-model", no owner
///     _id "not hexadecimal"    → no `hubID`, with an `id.hub` diagnostic
package struct IdentityRule: Sendable {
    /// Old id → id of today.
    package private(set) var renames: [String: String]

    package init(renames: [String: String] = LegacyIDs.renames) { self.renames = renames }

    /// Another id that has changed.
    package mutating func add(rename old: String, to new: String) { renames[old] = new }

    /// The id of today: `current("gpt2")` → "openai-community/gpt2".
    package func current(_ id: String) -> String {
        // Only ids without an owner are known to have changed, so the others need no look-up.
        id.utf8.contains(UInt8(ascii: "/")) ? id : renames[id] ?? id
    }

    /// What stands before the slash; nil for an id without an owner.
    package func owner(of id: String) -> String? {
        id.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(id[..<$0]) }
    }

    /// The Hub's own id, if it is one.
    package func hubID(_ sent: String?, at id: String, _ diagnostics: inout [Diagnostic]) -> String? {
        guard let sent else { return nil }
        if sent.utf8.count == 24, sent.utf8.allSatisfy(Self.isHexadecimal) { return sent }
        diagnostics.append(Diagnostic("id.hub", at: id, sent))
        return nil
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
