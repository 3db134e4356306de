/// What a chart is: its kind, the table it draws and which column feeds which channel. State (what the reader did) is not here.
package struct Chart: Equatable, Sendable {
    /// Each kind is one file in `assets/js/charts/`.
    package enum Kind: String, Sendable {
        case bubble, area, ribbon, skyline, sparkline, bars, adoption, race, multiples, world, network, tree, matrix,
            scatter, boxes, curves, stacks, heat
    }

    package var kind: Kind
    /// Channel name → column key, as the chart kind documents them: `["x": "createdOn", "y": "likes", "area": "parameters"]`.
    package var channels: [String: String]
    /// Fixed settings of this chart that are not columns: `["measureLabel": .text("likes")]`.
    package var options: [String: Option]
    /// At most three facts lettered into the chart, each computed or checked against the data.
    package var remarks: [Remark]

    /// A setting of a chart: what the script reads by its name.
    package enum Option: Equatable, Sendable {
        case text(String), number(Double), flag(Bool), texts([String]), table([String: String])
    }

    package init(
        _ kind: Kind, channels: [String: String], options: [String: Option] = [:], remarks: [Remark] = []
    ) {
        self.kind = kind
        self.channels = channels
        self.options = options
        self.remarks = remarks
    }
}

/// A remark of the editor: a place in the data and a line of text.
package struct Remark: Equatable, Sendable {
    /// A value of the x channel, or a row's key, as text.
    package var at: String
    package var title: String
    package var text: String

    package init(at: String, title: String, text: String) {
        self.at = at
        self.title = title
        self.text = text
    }
}

/// Where a number comes from: shown under every figure.
package struct Provenance: Equatable, Sendable {
    /// "Hub model list, 11 Jul 2024".
    package var source: String
    /// Rows counted: "760,000 models".
    package var rows: String
    /// What is left out or selected, one sentence; empty when nothing is.
    package var caveat: String

    package init(source: String, rows: String, caveat: String = "") {
        self.source = source
        self.rows = rows
        self.caveat = caveat
    }
}

/// One figure of a page: chart, its table, where it comes from.
package struct Figure: Equatable, Sendable {
    /// Where the page's template puts it.
    package enum Role: String, Sendable { case main, skyline, headline, story }

    /// Unique in the whole site: "growth", "home-sizes".
    package var id: String
    package var role: Role
    package var chart: Chart
    /// The rows that still and table hold, inline in the page: at most 500 marks.
    package var table: Table
    /// The rows that the live chart draws when they are more than the page can bear (at most 20,000): a shard of their own.
    package var liveTable: Table?
    /// Other tables that the reader may choose to see instead, each a shard that is loaded when it is chosen. The chart's
    /// option "shelf" says which key of the state holds the name of the chosen one.
    package var shelf: [Shelved]
    /// All rows that there are, of which table and live table hold the greatest.
    package var totalRows: Int
    /// A fixed title; nil when the chart's script words it from what is displayed.
    package var title: String?
    package var subtitle: String?
    package var provenance: Provenance
    /// Notes on the quality of this figure's data, each a sentence.
    package var notes: [String]
    /// Page that this figure opens into (home), with its question.
    package var opens: PageLink?
    /// For `headline`: the number and what it says.
    package var headline: Headline?

    package init(
        id: String, role: Role, chart: Chart, table: Table, liveTable: Table? = nil, shelf: [Shelved] = [],
        totalRows: Int,
        title: String? = nil, subtitle: String? = nil, provenance: Provenance, notes: [String] = [],
        opens: PageLink? = nil, headline: Headline? = nil
    ) {
        self.id = id
        self.role = role
        self.chart = chart
        self.table = table
        self.liveTable = liveTable
        self.shelf = shelf
        self.totalRows = totalRows
        self.title = title
        self.subtitle = subtitle
        self.provenance = provenance
        self.notes = notes
        self.opens = opens
        self.headline = headline
    }
}

/// One of several tables of a figure.
package struct Shelved: Equatable, Sendable {
    /// What the reader chooses it by, and what the address holds: unique in its figure.
    package var name: String
    /// What is said beside the name: "4,775".
    package var note: String
    package var table: Table

    package init(name: String, note: String, table: Table) {
        self.name = name
        self.note = note
        self.table = table
    }
}

/// A number that stands large at the top of a page.
package struct Headline: Equatable, Sendable {
    package var number: String
    package var caption: String

    package init(number: String, caption: String) {
        self.number = number
        self.caption = caption
    }
}

/// A way to another page.
package struct PageLink: Equatable, Sendable {
    package var page: String
    package var text: String

    package init(page: String, text: String) {
        self.page = page
        self.text = text
    }
}
