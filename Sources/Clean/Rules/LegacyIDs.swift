/// Models of the first days, whose ids had no owner, and the owner each was given in 2024.
///
///     LegacyIDs.renames["gpt2"] → "openai-community/gpt2"
///
/// Tags and cards still use the old ids. Source: the ids without owner of the model list of February 2022, and the models
/// of the same name in the list of July 2024 that the Hub numbered in the same first minute.
package enum LegacyIDs {
    /// Id without an owner → id of today.
    package static let renames: [String: String] = {
        var renames: [String: String] = [:]
        for (owner, names) in namesByOwner {
            for name in names.split(separator: " ") { renames[String(name)] = "\(owner)/\(name)" }
        }
        return renames
    }()

    private static let namesByOwner: [(String, String)] = [
        (
            "albert",
            """
            albert-base-v1 albert-base-v2 albert-large-v1 albert-large-v2 albert-xlarge-v1 albert-xlarge-v2 \
            albert-xxlarge-v1 albert-xxlarge-v2
            """
        ),
        ("almanach", "camembert-base"),
        (
            "distilbert",
            """
            distilbert-base-cased distilbert-base-cased-distilled-squad distilbert-base-german-cased \
            distilbert-base-multilingual-cased distilbert-base-uncased distilbert-base-uncased-distilled-squad \
            distilbert-base-uncased-finetuned-sst-2-english distilgpt2 distilroberta-base
            """
        ),
        (
            "FacebookAI",
            """
            roberta-base roberta-large roberta-large-mnli xlm-clm-ende-1024 xlm-clm-enfr-1024 xlm-mlm-100-1280 \
            xlm-mlm-17-1280 xlm-mlm-en-2048 xlm-mlm-ende-1024 xlm-mlm-enfr-1024 xlm-mlm-enro-1024 \
            xlm-mlm-tlm-xnli15-1024 xlm-mlm-xnli15-1024 xlm-roberta-base xlm-roberta-large \
            xlm-roberta-large-finetuned-conll02-dutch xlm-roberta-large-finetuned-conll02-spanish \
            xlm-roberta-large-finetuned-conll03-english xlm-roberta-large-finetuned-conll03-german
            """
        ),
        (
            "google-bert",
            """
            bert-base-cased bert-base-cased-finetuned-mrpc bert-base-chinese bert-base-german-cased \
            bert-base-german-dbmdz-cased bert-base-german-dbmdz-uncased bert-base-multilingual-cased \
            bert-base-multilingual-uncased bert-base-uncased bert-large-cased \
            bert-large-cased-whole-word-masking bert-large-cased-whole-word-masking-finetuned-squad \
            bert-large-uncased bert-large-uncased-whole-word-masking \
            bert-large-uncased-whole-word-masking-finetuned-squad
            """
        ),
        ("google-t5", "t5-11b t5-3b t5-base t5-large t5-small"),
        (
            "openai-community",
            """
            gpt2 gpt2-large gpt2-medium gpt2-xl openai-gpt roberta-base-openai-detector \
            roberta-large-openai-detector
            """
        ),
        ("Salesforce", "ctrl"),
        ("transfo-xl", "transfo-xl-wt103"),
        ("xlnet", "xlnet-base-cased xlnet-large-cased"),
    ]
}
