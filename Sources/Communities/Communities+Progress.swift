package import Archive

extension Communities {
    /// How far a walk of this source is: questions that are answered, and those that were known when a run ended; nil for other
    /// walks, and where no run came to its end.
    ///
    ///     "communities-wikidata/2026-11-21"  → 300 of 412
    package static func progress(of walk: Walk, in archive: Archive) -> (answered: Int, due: Int)? {
        guard Part.allCases.contains(where: { $0.walk == walk.name }) else { return nil }
        let entries = archive.entries.filter { $0.walk == walk.id && $0.format != AnswerFormat.unknown }
        let answered = entries.count { $0.format != AnswerFormat.left }
        if walk.isFinished { return (answered, answered) }
        guard let note = entries.lastIndex(where: { $0.format == AnswerFormat.left }) else { return nil }
        let since = entries.count - 1 - note
        return (answered, answered + max(0, (entries[note].records ?? 0) - since))
    }
}
