extension Sentence {
    /// A sentence that says nothing.
    package static let empty = Sentence(runs: [])

    package var isEmpty: Bool { runs.isEmpty }

    /// Sentences after one another, with a space between those that say something.
    ///
    ///     Sentence.paragraph(["One.", .empty, "Two."]).plain → "One. Two."
    package static func paragraph(_ sentences: [Sentence]) -> Sentence {
        let said = sentences.filter { !$0.isEmpty }
        return Sentence(runs: said.enumerated().flatMap { $0 == 0 ? $1.runs : [.text(" ")] + $1.runs })
    }

    package static func + (a: Sentence, b: Sentence) -> Sentence { Sentence(runs: a.runs + b.runs) }
}
