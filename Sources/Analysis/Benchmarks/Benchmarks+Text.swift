import Core
import Report
import Statistics

extension Benchmarks {
    var shows: [Sentence] {
        guard let board, let both = sizeAndScore else { return [] }
        return [
            """
            One dot is one model. The black line is the least-squares line on the logarithm of size; its band holds, with 95\u{202F}% \
            confidence, the mean score at that size, not the single model. The red steps are the front: nothing of that size \
            or smaller scores higher.
            """,
            residual(both), gate(board).map { gateSentence($0) } ?? noGate(board),
        ].filter { !$0.isEmpty }
    }

    private func residual(_ both: SizeAndScore) -> Sentence {
        """
        A model lies \(number: Format.decimal(both.line.fit.residualError, digits: 1) + " points") off the line (standard \
        deviation): as much as \(number: Format.decimal(times(both), digits: 1)) times the size moves the mean.
        """
    }

    /// The factor in size that moves the line by the residual's standard deviation.
    private func times(_ both: SizeAndScore) -> Double {
        SizeAndScore.tenTo(both.line.fit.residualError / max(abs(both.line.slope), 1e-9))
    }

    private func noGate(_ board: MeasuredBoard) -> Sentence {
        """
        Of too few models it is known whether one must ask for them to compare open with gated ones; \
        hubatlas collect models asks the Hub.
        """
    }

    var method: [Sentence] {
        guard let board, sizeAndScore != nil else { return [] }
        return [
            .paragraph([scores(board), choice(board)]),
            """
            Pearson’s r with its interval by Fisher’s transformation; Spearman’s ρ with p from Student’s t; least squares with the \
            band of its mean; LOESS after Cleveland (1979), first degree, over two fifths of the models; Welch’s test (1947) \
            with Satterthwaite’s degrees of freedom and Hedges’ g (1981); analysis of covariance with one slope for both \
            groups. What a filter leaves is counted again in the browser by the same formulas.
            """,
            """
            Many models descend from a few: relatives are no independent witnesses, so true uncertainty is greater than an interval \
            says. Who is measured is who was sent in, not all models.
            """,
            """
            CO₂ is an estimate of the leaderboard from the time that measuring took: 5.6 kW for eight processors, 269.8 grams \
            for each kilowatt-hour. It is the evaluation’s, never that of training.
            """,
            """
            A study of 34 such results gives r\u{202F}=\u{202F}0.75 and t\u{202F}=\u{202F}−1.76 in its text. From its own rows \
            follow r\u{202F}=\u{202F}0.696 on plain size and 0.786 on its logarithm (33 rows with a size) and \
            t\u{202F}=\u{202F}−1.233 at 14.3 degrees of freedom. What its text says is true of 30 of the rows (0.745 and −1.758): \
            without three models that stand in it twice and without Qwen2.5-14B-Instruct. Names had been shortened until different \
            models joined: quantized copies and SmolLM2 have scores of others, and that one has those of its sibling for a million \
            tokens. Here a name joins only to a model that bears it.
            """,
        ].filter { !$0.isEmpty }
    }

    private func scores(_ board: MeasuredBoard) -> Sentence {
        board.isAboveGuessing
            ? "Scores are points above guessing: 0 is what chance gives, 100 is all right."
            : "Scores are hundredths of right answers, so that guessing gives more than 0."
    }

    private func choice(_ board: MeasuredBoard) -> Sentence {
        let several = board.results.count - board.models.count
        guard several > 0 else { return "No model has more than one result." }
        return """
            A model that was measured several times, in several precisions, revisions or with its chat template, counts \
            once, with its highest average: \(number: Format.int(board.results.count)) results are \
            \(number: Format.count(board.models.count, "model")), \(number: Format.int(board.sized.count)) of known size.
            """
    }
}
