package import Catalog
package import Core

/// What a model does: its task as sent, and the modality that the Hub counts the task to.
///
///     "text-generation"       → "text-generation", nlp
///     "my-own-task"           → "my-own-task", other    with a `task.unknown` diagnostic
///     "a sentence of my own"  → nil, unknown            with a `task.bad` diagnostic
///     nil                     → nil, unknown
package enum TaskRule {
    /// The task as sent, and its modality.
    package static func read(
        _ sent: String?, at subject: String, _ diagnostics: inout [Diagnostic]
    ) -> (task: String?, modality: Modality) {
        guard let sent, !sent.isEmpty else { return (nil, .unknown) }
        guard Word.isSimple(sent) else {
            diagnostics.append(Diagnostic("task.bad", at: subject, ""))
            return (nil, .unknown)
        }
        let modality = Modality(task: sent)
        if modality == .other, !otherTasks.contains(sent) {
            diagnostics.append(Diagnostic("task.unknown", at: subject, sent))
        }
        return (sent, modality)
    }

    /// The tasks that the Hub itself counts to "other".
    private static let otherTasks: Set<String> = ["graph-ml", "other"]
}
