import Core
import Report
import Templates

extension Atlas {
    /// What a page's own template is filled with.
    func context(of page: Page) -> [String: TemplateValue] {
        let figures = page.figures.map { figure in (role: figure.role, value: figureContext(figure)) }
        func list(_ role: Figure.Role) -> TemplateValue {
            .list(figures.filter { $0.role == role }.map { .object($0.value) })
        }
        var context = site
        context["id"] = .text(page.id)
        context["name"] = .text(page.name)
        context["plate"] = .text(page.plate > 0 ? String(page.plate) : "")
        context["question"] = .text(page.question)
        context["lede"] = .html(html(page.lede))
        context["main"] = list(.main)
        context["skyline"] = list(.skyline)
        context["headlines"] = list(.headline)
        context["stories"] = list(.story)
        let stories = page.figures.count { $0.role == .story }
        context["storyCount"] = .text("\(Format.words(stories)) \(Format.noun(stories, "chart"))")
        context["tables"] = .list(page.tables.map { TableContext.value($0, pages: tablePages) })
        context["shows"] = paragraphs(page.shows)
        context["graphs"] = graphs(of: page)
        context["records"] = data.records[page.id].map { .html($0.json.textInScript) } ?? TemplateValue.none
        context["hasGraphs"] = .flag(!page.graphs.isEmpty)
        context["method"] = paragraphs(page.method)
        context["notes"] = notes(of: page)
        // An outer section asks for these, because a list's own name would open once an item.
        context["hasNotes"] = .flag(page.figures.contains { !$0.notes.isEmpty })
        context["hasShows"] = .flag(!page.shows.isEmpty)
        context["hasMethod"] = .flag(!page.method.isEmpty)
        context["hasTables"] = .flag(!page.tables.isEmpty)
        context["next"] = link(page.next)
        context["nextText"] = .text(page.nextText)
        context["answers"] = answers(of: page)
        context["downloads"] = downloads(of: page)
        context["methods"] = methods(of: page)
        return context
    }

    private var tablePages: TableContext.Pages {
        TableContext.Pages(models: search != nil, communities: data.records["community"] != nil)
    }

    /// Escaped text, its computed numbers in `b`.
    func html(_ sentence: Sentence) -> String {
        sentence.runs.map { run in
            switch run {
            case .text(let text): escapeHTML(text)
            case .number(let text): "<b>\(escapeHTML(text))</b>"
            }
        }.joined()
    }
}

extension Atlas {
    private func paragraphs(_ sentences: [Sentence]) -> TemplateValue { .list(sentences.map { .html(html($0)) }) }

    private func graphs(of page: Page) -> TemplateValue {
        .list(
            (data.graphs[page.id] ?? []).map { graph in
                [
                    "title": .text(graph.title), "text": .text(graph.text),
                    "files": .list(
                        [
                            ("GraphML", graph.graphML), ("nodes, CSV", graph.nodes.csv),
                            ("edges, CSV", graph.edges.csv),
                        ].map { label, file in
                            [
                                "label": .text(label), "href": .text(file.name),
                                "size": .text(Format.bytes(file.sizeBytes)),
                            ]
                        }),
                ]
            })
    }

    private func notes(of page: Page) -> TemplateValue { .list(page.figures.flatMap(\.notes).map { .text($0) }) }

    private func link(_ link: PageLink?) -> TemplateValue {
        link.map { ["href": .text("\($0.page).html"), "text": .text($0.text)] } ?? .none
    }

    private func figureContext(_ figure: Figure) -> [String: TemplateValue] {
        // The workshop refused to go on with a figure undrawn.
        let still = stills[figure.id]!
        let files = data.entry(of: figure.id)
        return [
            "id": .text(figure.id), "kind": .text(figure.chart.kind.rawValue),
            "title": .text(figure.title ?? still.title), "subtitle": .text(figure.subtitle ?? still.subtitle),
            "wide": .html(still.wide), "narrow": .html(still.narrow), "legend": .html(still.legend),
            "table": .html(still.table), "extra": .html(still.extra["head"] ?? ""),
            "json": .html(data.json(of: figure).textInScript),
            "source": .text(figure.provenance.source), "rows": .text(figure.provenance.rows),
            "caveat": .text(figure.provenance.caveat), "noteCount": .text(Format.int(figure.notes.count)),
            "hasNotes": .flag(!figure.notes.isEmpty), "csv": .text(files?.csv.name ?? ""),
            "data": .text(files?.json.name ?? ""),
            "svg": TemplateValue(pictures.entries[figure.id]?.svg.name),
            "png": TemplateValue(pictures.entries[figure.id]?.png.name),
            "opens": link(figure.opens),
            "headline": figure.headline.map { ["number": .text($0.number), "caption": .text($0.caption)] } ?? .none,
        ]
    }

    /// Every answer of the atlas by the question it answers, on the page that collects them.
    private func answers(of page: Page) -> TemplateValue {
        guard page.id == "findings" else { return .list([]) }
        return .list(
            pages.filter { !$0.findings.isEmpty }.map { asked in
                [
                    "question": .text(asked.question), "href": .text("\(asked.id).html"),
                    "findings": .list(asked.findings.map(finding)),
                ]
            })
    }

    private func finding(_ finding: Finding) -> TemplateValue {
        let links = FindingLinks(finding, pages: pages)
        return [
            "id": .text(finding.id), "sentence": .html(html(finding.sentence)), "figure": .text(links.figure),
            "rowsFile": TemplateValue(links.table.flatMap { data.entry(of: $0)?.csv.name }),
            "method": TemplateValue(links.method), "source": .text(finding.provenance.source),
            "rows": .text(finding.provenance.rows), "caveat": .text(finding.provenance.caveat),
        ]
    }

    private func downloads(of page: Page) -> TemplateValue {
        guard page.id == "data" else { return .list([]) }
        return .list(
            data.entries.map { entry in
                let owner = pages.first { $0.id == entry.page }
                return [
                    "title": .text(entry.title ?? stillTitle(of: entry) ?? entry.table.id),
                    "href": .text("\(entry.page).html"), "page": .text(owner?.name ?? entry.page),
                    "rows": .text(Format.int(entry.table.rowCount)), "csv": .text(entry.csv.name),
                    "json": .text(entry.json.name), "csvSize": .text(Format.bytes(entry.csv.sizeBytes)),
                    "jsonSize": .text(Format.bytes(entry.json.sizeBytes)),
                    "columns": .text(entry.table.columns.map(\.key).joined(separator: ", ")),
                ]
            })
    }

    private func stillTitle(of entry: DataFiles.Entry) -> String? {
        let figure = pages.flatMap(\.figures).first { "data/\($0.id).csv" == entry.csv.name }
        return figure.flatMap { $0.headline?.caption ?? stills[$0.id]?.title }
    }

    /// How each plate is computed, on the page that collects it.
    private func methods(of page: Page) -> TemplateValue {
        guard page.id == "data" else { return .list([]) }
        return .list(
            pages.filter { $0.plate > 0 }.map { plate in
                [
                    "href": .text("\(plate.id).html"), "name": .text(plate.name), "question": .text(plate.question),
                    "paragraphs": paragraphs(plate.method),
                    "plateNotes": notes(of: plate),
                    "hasPlateNotes": .flag(plate.figures.contains { !$0.notes.isEmpty }),
                ]
            })
    }
}
