import Report

extension CommunitiesPage {
    var shows: [Sentence] {
        [
            """
            A community here is an account that publishes models: a company, a laboratory, a person. It is called an \
            organization only where the Hub or the project’s own table says so; of all others nobody knows, and they are accounts.
            """,
            """
            Open one, and its models stand over time, then which of them are downloaded, what was made of them by others, its \
            place, and with whom it shares people. Up to six can be set side by side.
            """,
        ]
    }

    var method: [Sentence] {
        [
            """
            A model belongs to the account that owns its repository, whatever the case of the letters. A page has who is \
            among the first \(number: Format.int(ProfileRule.first)) by models, by downloads or by likes, and every organization that \
            was collected: \(number: Format.int(profiles.records.count)) of \(number: Format.int(profiles.accounts)). Of the \
            others the search shows the models.
            """,
            """
            Downloads are those of 30 days, as last counted, summed over an account’s models; what nobody counted adds \
            nothing. Ranks are among all accounts; equal ones have the same. A family is the one that a model’s name names \
            first, so derivatives count where their names say so. A model descends from an account if it names one of its \
            models as base; it counts once, however many it names.
            """,
            """
            The place is an organization’s seat with what each source claims (see the map for how one is chosen). People \
            never have a place. Accounts share people where at least two of them committed to repositories of both; only a \
            part of all repositories was asked about commits, so what is not there may not have been asked.
            """,
        ]
    }
}
