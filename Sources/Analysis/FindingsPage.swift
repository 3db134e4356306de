import Report

/// Every answer of the atlas, a sentence each, on one page.
struct FindingsPage {
    /// The pages that ask, in their order.
    let pages: [Page]

    private var findings: Int { pages.reduce(0) { $0 + $1.findings.count } }
    private var questions: Int { pages.count { !$0.findings.isEmpty } }

    private var lede: Sentence {
        guard findings > 0 else { return "Nothing that was collected answers a question of this atlas yet." }
        let answers = "\(number: Format.count(findings, "answer"))" as Sentence
        return answers + " to \(number: Format.count(questions, "question")). "
            + """
            Each is a sentence that the numbers chose: another collection may turn it round. Beside each stand the figure it \
            is read from, its rows, and how it was computed.
            """ + unanswered
    }

    /// The questions that nothing collected answers.
    private var unanswered: Sentence {
        let open = pages.filter { $0.plate > 0 && $0.findings.isEmpty }.map { "“\($0.question)”" }
        guard !open.isEmpty else { return .empty }
        return
            " Without an answer so far: \(Format.list(open)) \(open.count == 1 ? "Its page says" : "Their pages say") what to collect."
    }

    var page: Page {
        Page(
            id: "findings", name: "Findings", plate: 0, question: "What did it find?", lede: lede,
            method: [
                """
                A sentence says that something rose or fell only where it changed by a tenth or more, and gives the first and the \
                last number. Where too few rows are known it says so instead. Programs read the same from data/findings.json.
                """
            ])
    }
}
