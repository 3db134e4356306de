import Core
import Report

extension Race {
    private var hasMentions: Bool { races.contains { !["downloads", "likes"].contains($0.key) } }
    private var hasCounts: Bool { races.contains { ["downloads", "likes"].contains($0.key) } }

    var shows: [Sentence] {
        [
            """
            A bar is as long as its count; the dates below are those on which something was counted. Between two of them \
            everything is interpolated, and the picture says so.
            """,
            """
            Color is the modality of the models that people like most in a family. Gray are families with closed weights, of \
            which the Hub has no models, and those of which no model here is known. A chip takes its color out of the race.
            """,
        ]
    }

    var method: [Sentence] {
        [
            hasMentions ? countingSentence : .empty, ratesSentence,
            """
            At a date every bar has the length of its count and the place of its rank; of equal counts the first by name comes \
            first. Between two dates lengths run straight from one count to the next and places follow the lengths. Who has no \
            count on the date before comes from below the last rank in the second half of the way; who has none on the next \
            goes there in the first half. A bar without a count between two dates that have one is drawn pale, its number \
            marked with ≈. A count of zero has no bar.
            """, hasCounts ? countsSentence : .empty, ownersSentence,
        ].filter { !$0.isEmpty }
    }

    private var countingSentence: Sentence {
        """
        A post counts once for every family that it names. The names of \(number: Format.count(families, "family", "families")), \
        the company that an ambiguous name needs and the longer names that make it something else are a table of this project \
        (assets/mentions/families.json). 400 titles of Hacker News were labeled by hand before the matcher was written; on the \
        half that was kept apart precision and recall are both \(number: "1.000") (109 of 109), so that up to three in a \
        hundred may still be wrong (95\u{202F}% confidence). A month before a family’s first is not counted.
        """
    }

    private var ratesSentence: Sentence {
        guard races.contains(where: \.hasPosts) else { return .empty }
        return """
            Where the number of all posts of a month is known, counts are shown of 10,000 posts: a sample that grows makes every \
            count grow. Sentences take the first and the last three months together, and the first leader from the first month \
            with at least \(number: Format.int(RaceStory.solidPosts)) posts.
            """
    }

    private var countsSentence: Sentence {
        """
        Downloads (of 30 days) and likes are those of the models in this atlas on days on which at least one in \
        \(number: Format.words(RaceCounts.share)) of them was counted, where a list tells them. A model that a day’s list leaves \
        out is missing, not at zero. Of a model’s name the first family counts.
        """
    }

    private var ownersSentence: Sentence {
        var parts: [Sentence] = []
        if hasMentions {
            parts.append(
                "A maker’s mentions are the sum over its families of the table; a post that names two counts twice.")
        }
        if hasCounts {
            parts.append(
                """
                An owner’s or a family’s downloads and likes are summed over its models that were counted on that day, which \
                are not all that it has: the number of models stands under the date.
                """)
        }
        return .paragraph(parts)
    }
}
