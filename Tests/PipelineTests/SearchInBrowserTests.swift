import Foundation
import JSON
import Server
import Testing
import WebDriver

/// The search as its reader has it: from disk, by a real browser, with the index of the bundled snapshot.
@Suite(.serialized, .enabled(if: whyNoBrowser == nil, whySkipped), .timeLimit(.minutes(30)))
struct SearchInBrowserTests {
    @Test("typed, found, filtered, opened, compared; back and forth; the console empty, nothing from the network")
    func isUsed() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.resize(width: 1280, height: 900)
            try await window.search(site)
            #expect(try await window.hits().count == 20, "an empty query shows the most downloaded")
            try await window.find("#q").type("whisper")
            try await window.answered()
            #expect(try await window.hash() == "#q=whisper")
            let found = try await window.hits()
            #expect(found.first?.hasPrefix("openai/whisper") == true)
            #expect(try await window.says("[data-list] > [data-id]:first-of-type mark") == "whisper")
            let all = try await window.count()

            let filter = "document.querySelector('[data-focus=\"license=MIT\"]').click()"
            try await window.run(filter)
            try await window.answered()
            #expect(try await window.hash() == "#q=whisper&license=MIT")
            #expect(try await window.count() != all)
            let licenses = try await window.texts(
                "return [...document.querySelectorAll('[data-list] .by .open')].map((l) => l.textContent)")
            #expect(!licenses.isEmpty && licenses.allSatisfy { $0.hasPrefix("MIT") }, "\(licenses)")
            let address = try await window.currentURL()
            let filtered = try await window.hits()

            try await window.run("document.querySelector('[data-open]').click()")
            try await window.wait(
                for: "the model's page",
                until:
                    "return location.pathname.endsWith('/model.html') && document.documentElement.dataset.ready === 'true'"
            )
            #expect(try await window.says(".fact-group h2").contains("What it runs on") == true)
            try await window.run("history.back()")
            try await window.wait(for: "the search again", until: "return location.pathname.endsWith('/search.html')")
            try await window.answered()
            // Ten rows stand first; the others follow.
            try await window.wait(
                for: "all rows",
                until: "return document.querySelectorAll('[data-list] > [data-id]').length === \(filtered.count)",
                patienceSeconds: 90)
            #expect(try await window.hits() == filtered, "back from a model")
            #expect(try await window.says("#q").isEmpty, "a field has a value, not a text")
            #expect(try await window.text("return document.querySelector('#q').value") == "whisper")

            try await window.show(address)
            try await window.answered()
            #expect(try await window.hits() == filtered, "a link is a state")
            try await window.run("document.querySelector('.ways button').click()")
            try await window.run("document.querySelectorAll('[data-list] > [data-id]')[1].click()")
            try await window.settle()
            try await window.run("document.querySelector('.ways button').click()")
            try await window.settle()
            try await window.run("document.querySelector('.pins a.act').click()")
            try await window.wait(
                for: "the comparison",
                until:
                    "return location.pathname.endsWith('/compare.html') && document.documentElement.dataset.ready === 'true'"
            )
            let compared = try await window.texts(
                "return [...document.querySelectorAll('.compare thead th a')].map((a) => a.hash.slice(1))")
            #expect(compared == Array(filtered.prefix(2)))
            try await expectQuiet(window)
        }
    }

    @Test("a misspelled name is understood, and that can be taken back")
    func forgives() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.search(site, "q=lama+3+instuct")
            #expect(try await window.hits().first == "meta-llama/Meta-Llama-3-8B-Instruct")
            #expect(
                try await window.says(".meant").hasPrefix("Also searched for llama and instruct."),
                "lama is a name, too")
            try await window.search(site, "q=wisper+large")
            #expect(try await window.hits().first?.hasPrefix("openai/whisper-large") == true)
            #expect(try await window.says(".meant").hasPrefix("Results for whisper large."))
            try await window.run("document.querySelector('.meant button').click()")
            try await window.answered()
            #expect(try await window.hash() == "#q=wisper+large&exact=1")
            #expect(try await window.says(".meant").hasPrefix("Only what is spelled wisper large."))
            try await window.run("document.querySelector('.meant button').click()")
            try await window.answered()
            #expect(try await window.hash() == "#q=wisper+large", "and back")
        }
    }

    @Test("\"fits 8 GB, code, apache\" is one link")
    func holdsTheHardware() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.resize(width: 1280, height: 900)
            try await window.search(site, "q=code&license=Apache-2.0&fits=8GB&at=4")
            let words = try await window.count()
            #expect(words.contains("fit 8\u{A0}GB at 4 bit"))
            let needs = try await window.texts(
                """
                return [...document.querySelectorAll('[data-list] .m:nth-child(2) > span')].map((s) => s.textContent)
                """)
            #expect(!needs.isEmpty && needs.allSatisfy { $0.hasPrefix("≈") }, "\(needs)")
            let pressed = try await window.texts(
                "return [...document.querySelectorAll('[data-hardware] [aria-pressed=true]')].map((b) => b.textContent)"
            )
            #expect(pressed == ["8\u{A0}GB", "4 bit"])
        }
    }

    @Test("by keyboard alone: slash from any page, down, along, open, back to the field")
    func isWalkedByKeyboard() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.resize(width: 1280, height: 900)
            try await window.show(site.url("growth.html"))
            try await window.press("/")
            try await window.wait(for: "the search", until: "return location.pathname.endsWith('/search.html')")
            try await window.answered()
            #expect(try await window.text("return document.activeElement.id") == "q")
            try await window.press("b", "e", "r", "t")
            try await window.answered()
            try await window.press(Key.down, Key.down)
            let second = try await window.hits()[1]
            #expect(try await window.text("return document.activeElement.dataset.open") == second)
            try await window.settle()
            #expect(try await window.says("[data-rail] > h2") == second.split(separator: "/").last.map(String.init))
            try await window.press(Key.up, Key.up)
            #expect(try await window.text("return document.activeElement.id") == "q")
            try await window.press(Key.down, Key.escape)
            #expect(try await window.text("return document.activeElement.id") == "q")
            try await window.press(Key.down, Key.down, Key.enter)
            try await window.wait(for: "the model", until: "return location.pathname.endsWith('/model.html')")
            #expect(try await window.hash() == "#\(second)")
        }
    }

    @Test("nothing found says which filter to loosen, and loosening it helps")
    func saysWhatToLoosen() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.search(site, "q=whisper&license=MIT&task=translation")
            #expect(try await window.hits() == [])
            #expect(try await window.says(".nothing").contains("Do without"))
            try await window.run("document.querySelector('.loosen button').click()")
            try await window.answered()
            #expect(try await !window.hits().isEmpty)
        }
    }

    @Test(
        "odd queries are answered or declined in words",
        arguments: [
            "%00%01", "!!!+???", "%F0%9F%98%80", "%D7%A9%D7%9C%D7%95%D7%9D", "%3Cscript%3Ealert(1)%3C/script%3E", "a",
            "100%", String(repeating: "whisper+", count: 1250),
        ])
    func survives(query: String) async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.search(site, "q=\(query)")
            let isThere = try await window.run(
                "return !!document.querySelector('[data-list] > [data-id], .nothing, [data-notes] p')")
            #expect(isThere == true)
            #expect(try await window.texts(PageScript.foreignCode) == [])
            try await expectQuiet(window)
        }
    }

    @Test("a damaged file is named, the rest answers")
    func survivesDamage() async throws {
        let spoilt = try SpoiltSite(try await BuiltSite.built(from: .bundled))
        try spoilt.spoil("f") { $0.replacingOccurrences(of: "H4sI", with: "AAAA") }
        try await withBrowser { window in
            try await window.search(spoilt.site, "q=whisper")
            #expect(try await !window.hits().isEmpty, "words are found without the counts")
            #expect(try await window.says("[data-notes] .figure-says").contains("damaged"))
        }
    }

    @Test("without its manifest the page says so and lists what it can")
    func survivesLoss() async throws {
        let spoilt = try SpoiltSite(try await BuiltSite.built(from: .bundled))
        try spoilt.spoil("manifest") { _ in nil }
        try await withBrowser { window in
            try await window.show(spoilt.site.url("search.html#q=whisper"))
            #expect(try await window.says("[data-says]").hasPrefix("The file manifest could not be loaded."))
            #expect(
                try await window.run("return document.querySelector('[data-static] table').offsetHeight > 0") == true)
            try await window.show(spoilt.site.url("model.html#gpt2"))
            #expect(try await window.says(".lede").hasPrefix("The file manifest could not be loaded."))
        }
    }

    @Test("an unknown model has near names, an unknown hash no error")
    func knowsWhatItDoesNotKnow() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.show(site.url("model.html#openai/whisper-largev3"))
            #expect(try await window.says("h1") == "This atlas knows no such model")
            #expect(try await window.says(".near a").contains("openai/whisper-large-v3"))
            for hash in ["", "#", "#100%", "#%3Cscript%3E", "#a/b/c/d"] {
                try await window.show(site.url("model.html\(hash)"))
                #expect(try await !window.says("h1").isEmpty)
            }
            try await window.show(site.url("compare.html#gpt2,nobody/nothing"))
            #expect(try await window.says(".scope").contains("nobody/nothing"))
            try await expectQuiet(window)
        }
    }

    @Test("what strangers wrote is only ever text")
    func escapes() async throws {
        let site = try await BuiltSite.built(from: .invented)
        try await withBrowser { window in
            for query in ["", "q=svg+onload", "q=script", "q=probe", "q=tag-1"] {
                try await window.search(site, query)
                #expect(try await window.texts(PageScript.foreignCode) == [], "\(query)")
                if let first = try await window.hits().first {
                    try await window.show(site.url("model.html#\(first)"))
                    #expect(try await window.texts(PageScript.foreignCode) == [], "\(first)")
                }
            }
            try await expectQuiet(window)
        }
    }

    @Test("on a phone nothing sticks out, and the filters are a sheet")
    func fitsAPhone() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.resize(width: 390, height: 844, isPhone: true)
            try await window.search(site, "q=speech+recognition&fits=8GB")
            #expect(try await window.texts(PageScript.overflow) == [])
            try await window.run("document.querySelector('[data-list] > [data-id]').click()")
            try await window.settle()
            #expect(try await window.texts(PageScript.overflow) == [])
            #expect(try await window.run("return !!document.querySelector('[data-list] [data-rail]')") == true)
            try await window.run("document.querySelector('[data-focus=fold]').click()")
            try await window.settle()
            #expect(try await window.run("return document.querySelector('[data-facets]').offsetHeight > 200") == true)
            #expect(try await window.texts(PageScript.overflow) == [])
            for page in [
                "model.html#openai/whisper-large-v3", "compare.html#openai/whisper-large-v3,gpt2,Qwen/Qwen3-8B",
            ] {
                try await window.show(site.url(page))
                #expect(try await window.texts(PageScript.overflow) == [], "\(page)")
            }
        }
    }

    @Test("the map comes when it is asked for, lights what matches, and is part of the link")
    func showsTheMap() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.resize(width: 1280, height: 900)
            try await window.search(site, "q=whisper")
            #expect(try await !window.requestedURLs().contains { $0.contains("/assets/map.") })
            try await window.run("document.querySelector('[data-focus=\"view=map\"]').click()")
            try await window.wait(
                for: "the map's words",
                until:
                    "return !!document.querySelector('[data-map] canvas') && !!document.querySelector('.map-panel li')",
                patienceSeconds: 90)
            #expect(try await window.hash() == "#q=whisper&view=map")
            #expect(try await window.says(".map-panel h2").contains("match"))
            #expect(try await window.run("return document.querySelector('[data-list]').hidden") == true)
            try await window.search(site, "q=whisper&view=map")
            try await window.wait(
                for: "the map again", until: "return !!document.querySelector('[data-map] canvas')", patienceSeconds: 20
            )
            try await window.run("document.querySelector('[data-focus=\"view=list\"]').click()")
            #expect(try await window.hash() == "#q=whisper")
            #expect(try await window.run("return document.querySelector('[data-map]').hidden") == true)
            try await expectQuiet(window)
        }
    }

    @Test("where the map is looked at is in the link, steps back and forth, and comes again")
    func linksToALook() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.resize(width: 1280, height: 900)
            // Not what is listed beside it: whether a hit lies in this corner is the layout's affair.
            let isThere =
                "return !!document.querySelector('.map-stage canvas') && !!document.querySelector('.map-panel h2')"
            try await window.search(site, "q=whisper&view=map&map=4,0.8,0.4&off=cv")
            try await window.wait(for: "the map", until: isThere, patienceSeconds: 90)
            #expect(try await window.hash() == "#q=whisper&view=map&map=4,0.8,0.4&off=cv", "to look changes no link")
            try await window.run("document.querySelector('.map-bar [aria-label=\"Zoom in\"]').click()")
            try await window.wait(
                for: "the address to follow", until: "return location.hash.includes('map=8,')", patienceSeconds: 5)
            let near = try await window.hash()
            try await window.run("history.back()")
            try await window.wait(
                for: "the step back", until: "return location.hash.includes('map=4,')", patienceSeconds: 5)
            try await window.search(site, String(near.dropFirst()))
            try await window.wait(for: "the map again", until: isThere, patienceSeconds: 90)
            #expect(try await window.hash() == near)
            let stage = "document.querySelector('.map-stage')"
            #expect(try await window.run("return \(stage).offsetWidth > 900") == true, "as wide near as afar")
            let key = "new KeyboardEvent('keydown', {key: 'n', bubbles: true})"
            try await window.run("\(stage).dispatchEvent(\(key))")
            try await window.wait(
                for: "the step to a hit", until: "return location.hash.includes('dot=openai/whisper')",
                patienceSeconds: 90)
            #expect(try await window.says(".map-chosen").contains("whisper"))
            try await expectQuiet(window)
        }
    }

    @Test("from a plain server, below a path")
    func worksBelowAPath() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        let server = try serve(site, below: "/some/place/")
        defer { server.stop() }
        try await withBrowser { window in
            try await window.show("\(server.baseURL)/some/place/search.html#q=whisper")
            try await window.answered()
            #expect(try await window.hits().first?.hasPrefix("openai/whisper") == true)
            #expect(try await window.console() == [])
            let elsewhere = try await window.requestedURLs().filter {
                !$0.hasPrefix(server.baseURL) && !$0.hasPrefix("blob:") && !$0.hasPrefix("about:")
                    && !$0.hasPrefix("data:")
            }
            #expect(elsewhere == [])
        }
    }

    private func expectQuiet(_ window: Session, at place: SourceLocation = #_sourceLocation) async throws {
        #expect(try await window.console() == [], sourceLocation: place)
        let elsewhere = try await window.requestedURLs().filter { url in
            !["file:", "data:", "blob:", "about:"].contains { url.hasPrefix($0) }
        }
        #expect(elsewhere == [], sourceLocation: place)
    }
}
