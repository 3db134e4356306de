import Report

extension WorldMap {
    var shows: [Sentence] {
        [
            """
            A circle is a community, an organization on the Hub; its area is the measure. Where circles would cover one \
            another they stand side by side, and come apart as you come nearer. A country’s shade is the sum of its \
            communities. What has no place stands in the bar below the map, always at its full length.
            """,
            """
            The slider counts what was published until a month, with the downloads and likes that it has today. Press a \
            country, and the list is of that country.
            """,
        ]
    }

    var method: [Sentence] {
        [
            """
            A model belongs to the community that owns its repository, and a community to one place: its seat, as the \
            project’s own table has it, else what Wikidata, Wikipedia, GitHub or its own page say, the surest first, each with its \
            confidence from 0 to 1; below 0.25 it is no place. A second source within 50 km confirms the table, one elsewhere \
            makes it disputed, none leaves it unverified. Towns are read by the gazetteer, which takes a name that several bear \
            only by a clear margin.
            """,
            """
            Only organizations have a place here. People never do: all owners that are no known community are “unknown \
            place” together, \(number: Format.count(tally.unknown.owners, "owner")) in all. Communities without one seat, \
            known as such, are told apart. Sums are over all models \(place); a share of a country is of what has a known \
            place, unless it says otherwise.
            """,
            """
            The projection is Equal Earth (Šavrič, Patterson, Jenny 2018), which keeps areas true. Classes of shade step by \
            factors of about three or ten, whatever covers the measure in six. No circle is smaller \
            than a dot of two pixels, so the very smallest are drawn too large. Circles are moved apart by the forces of d3-force, from the same start each \
            time, and never sized by it.
            """,
            """
            Shapes and boundaries follow Natural Earth (public domain, 1:110 million), which draws who holds a place in fact: \
            they are its lines and no statement of ours. States too small for it are dots. Towns are from GeoNames (CC BY \
            4.0), other places from Wikidata (CC0) and the communities’ own pages.
            """,
        ]
    }
}
