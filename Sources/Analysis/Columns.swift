import Report

extension DataPage {
    /// What is known of a model: the columns of the catalog, and what they mean.
    var columnsTable: TitledTable {
        TitledTable(
            id: "columns", title: "What is known of a model",
            text: "An empty value is unknown. Not every source has every column.",
            table: Table(
                id: "columns",
                columns: [
                    (Column("column", "Column", .text), .texts(Self.columns.map(\.name))),
                    (Column("meaning", "Meaning", .text), .texts(Self.columns.map(\.meaning))),
                    (Column("values", "Values", .text), .texts(Self.columns.map(\.values))),
                ]))
    }

    private static let columns: [(name: String, meaning: String, values: String)] = [
        ("repoID", "Name on the Hub", "owner/name; canonical names of old have no slash"),
        ("hubID", "The Hub’s own number", "24 hexadecimal digits"),
        ("createdAt", "When it was made", "UTC; empty when older than 2 March 2022"),
        ("isBeforeRecord", "Older than the record of dates", "yes or no"),
        ("lastModified", "When it last changed", "UTC"),
        ("task", "What it says it is for", "one of the Hub’s tasks, as sent"),
        ("modality", "The task’s modality", "nlp, cv, mm, audio, tab, rl, other, none"),
        ("library", "The library it loads with", "as sent"),
        ("license", "License", "SPDX where SPDX knows it, else the Hub’s spelling"),
        (
            "licenseClass", "What the license allows",
            "permissive, copyleft, responsible-ai, community, non-commercial, other, none"
        ),
        ("languages", "Languages", "ISO 639-1, else 639-3"),
        ("bases", "Models that it is made from", "name and relation: finetune, adapter, quantized, merge, unknown"),
        ("parameters", "Size in parameters", "a number"),
        ("parametersFrom", "Where the size comes from", "safetensors, gguf, page, list, name"),
        ("formats", "Formats of its weight files", "safetensors, gguf, pytorch, onnx and more"),
        ("weightBits", "Bits a weight", "where tags, files or the name say so"),
        ("architecture", "Family", "llama, bert and more"),
        ("gated", "Whether one must ask for it", "open, auto, manual"),
        ("downloads", "Downloads of the last 30 days", "a count, with the day it was counted"),
        ("likes", "Likes", "a count, with the day it was counted"),
    ]

    /// What each kind of diagnostic means; a kind that is not here stands by its identifier alone.
    static let meanings: [String: String] = [
        "activity.disabled": "A repository whose discussions, or which itself, is closed to callers without rights",
        "activity.failed": "A repository about which no answer came: asked again, never counted as zero",
        "activity.gone": "A repository that is no longer there, or not for everyone",
        "archive.page": "A page of the archive could not be read",
        "arxiv.bad": "A tag that should name a paper does not",
        "base.bad": "A base model whose name is none",
        "base.self": "A model that says it is made from itself",
        "base.tooMany": "More base models than can be",
        "csv.duplicateHeader": "A table’s second column of a name: read under a name of its own",
        "csv.encoding": "A text that is not UTF-8: read as Windows-1252",
        "csv.namelessColumn": "A table’s column without a name",
        "csv.raggedRow": "A row that is shorter or longer than its table",
        "csv.unclosedQuote": "A quote that never closes: read as a letter",
        "commits.noTotal": "A history of which the server did not say how long it is",
        "dataset.bad": "A tag that should name a dataset does not",
        "date.bad": "A date that is none",
        "discussions.noCount": "A list of discussions that does not say how many there are",
        "downloads.glitch": "A day on which a counter was broken, low between two highs: marked, not mended",
        "field.negative": "A count below zero",
        "field.tooLarge": "A number too large to be one",
        "field.tooLong": "A text too long to be a name",
        "field.tooMany": "A list too long to be kept whole",
        "field.type": "A value of another type than the field’s",
        "gated.unknown": "A way of asking for a model that is not known",
        "id.hub": "A number on the Hub that is none",
        "join.ambiguous": "A name of another source that several models bear: joined to none",
        "join.none": "A name of another source that no model here bears",
        "language.unknown": "A language that ISO 639 does not know",
        "leaderboard.duplicate": "A result that its table has twice: counted once",
        "leaderboard.noAverage": "A result without its average",
        "leaderboard.noModel": "A result without a model’s name",
        "leaderboard.type": "A type of model that is not known",
        "library.bad": "A library whose name is none",
        "license.unknown": "A license that no list of licenses knows",
        "page.damaged": "A page that is not JSON",
        "page.format": "A page in a form that is not known",
        "field.missing": "A field that every answer should have",
        "page.tooLong": "A page too long to be read",
        "page.noColumn": "A table without a column that it should have",
        "page.noList": "A page that is no list",
        "page.status": "A page that the server answered with an error",
        "parameters.implausible": "A size that no model has",
        "parameters.packed": "A size counted in packed weights: unpacked where the bits are known, else left out",
        "record.badID": "A record whose name cannot be one",
        "record.duplicate": "A record that was there already: counted once",
        "record.malformed": "A record that is not JSON",
        "record.noID": "A record without a name",
        "record.unlisted": "A record of a model that no list has",
        "tag.bad": "A tag that is no word: mark-up, an address, something invisible",
        "tag.tooLong": "A tag too long to be a word",
        "tag.tooMany": "More tags than are kept",
        "task.bad": "A task whose name is none",
        "task.unknown": "A task that the Hub’s table does not have",
    ]
}
