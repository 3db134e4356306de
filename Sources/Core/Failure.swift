/// What every module's error says: where it stopped, why, and what the reader can do. Worded by the module, printed by the rim.
///
///     throw ArchiveError(.locked, at: "…/archive")   // prints: "…/archive: in use by another hubatlas (process 4711); wait for it or stop it"
///
/// A module has one error struct that conforms.
package protocol Failure: Error, CustomStringConvertible, Sendable {}
