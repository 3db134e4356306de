import Foundation
import JSON
import Testing
import WebDriver

/// The built site as its reader has it: opened from disk by a real browser.
@Suite(.serialized, .enabled(if: whyNoBrowser == nil, whySkipped), .timeLimit(.minutes(30)))
struct SiteInBrowserTests {
    @Test(
        "every page: an empty console, no network, nothing foreign that could run", arguments: BuiltSite.Source.allCases
    )
    func isQuiet(source: BuiltSite.Source) async throws {
        let site = try await BuiltSite.built(from: source)
        try await withBrowser { window in
            for page in try site.pages {
                try await window.show(site.url(page))
                expectNone(try await window.console(), on: page)
                let elsewhere = try await window.requestedURLs().filter { url in
                    !["file:", "data:", "blob:", "about:"].contains { url.hasPrefix($0) }
                }
                expectNone(elsewhere, on: page)
                expectNone(try await window.texts(PageScript.foreignCode), on: page)
            }
        }
    }

    @Test(
        "every figure: still and table before script, then live, with the same numbers",
        arguments: BuiltSite.Source.allCases)
    func figuresAgree(source: BuiltSite.Source) async throws {
        let site = try await BuiltSite.built(from: source)
        try await withBrowser { window in
            try await window.emulate(features: ["prefers-reduced-motion": "reduce"])
            try await window.resize(width: 1280, height: 900)
            for page in try site.pages {
                let html = JSONValue.string(try site.html(page))
                try await window.show(site.url(page))
                expectNone(try await window.texts(PageScript.bare, [html]), on: page)
                expectNone(try await window.texts(PageScript.unborn), on: page)
                expectNone(try await window.texts(PageScript.differentPictures, [html]), on: page)
                try await window.runAsync(PageScript.openTables)
                expectNone(try await window.texts(PageScript.differentTables, [html]), on: page)
            }
        }
    }

    @Test(
        "a control changes the address, and the address restores what was seen",
        arguments: ["growth.html", "evolution.html", "sizes.html", "map.html"])
    func addressesHoldTheState(page: String) async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.emulate(features: ["prefers-reduced-motion": "reduce"])
            try await window.resize(width: 1280, height: 900)
            try await window.show(site.url(page))
            let atRest = try await window.text(PageScript.state)
            let pressed = try await window.text(PageScript.pressSomething)
            try #require(!pressed.isEmpty, "no control to press")
            try await window.settle()
            let address = try await window.currentURL()
            #expect(address.contains("#"), "after \(pressed)")
            let changed = try await window.text(PageScript.state)
            #expect(changed != atRest)
            try await window.show(address)
            #expect(try await window.text(PageScript.state) == changed)
            try await window.show(site.url(page))
            #expect(try await window.text(PageScript.state) == atRest)
        }
    }

    @Test("light and dark, as the system says and as the reader chooses")
    func hasTwoThemes() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        let paper = "return getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color"
        try await withBrowser { window in
            for page in try site.pages {
                try await window.emulate(features: ["prefers-color-scheme": "light"])
                try await window.show(site.url(page))
                let light = try await window.text(paper)
                try await window.emulate(features: ["prefers-color-scheme": "dark"])
                try await window.settle()
                let dark = try await window.text(paper)
                #expect(light != dark, "\(page)")
            }
            try await window.show(site.url("index.html"))
            let system = try await window.text(paper)
            try await window.run("document.querySelector('[data-theme-switch]').click()")
            try await window.settle()
            #expect(try await window.text(paper) != system)
        }
    }

    @Test("on a phone nothing sticks out", arguments: BuiltSite.Source.allCases)
    func fitsAPhone(source: BuiltSite.Source) async throws {
        let site = try await BuiltSite.built(from: source)
        try await withBrowser { window in
            try await window.resize(width: 390, height: 844, isPhone: true)
            for page in try site.pages {
                try await window.show(site.url(page))
                expectNone(try await window.texts(PageScript.overflow), on: page)
            }
        }
    }

    @Test(
        "Tab reaches the marks, and Escape closes what they say",
        arguments: ["growth.html", "evolution.html", "sizes.html", "map.html"])
    func isReachedByKeyboard(page: String) async throws {
        let site = try await BuiltSite.built(from: .bundled)
        try await withBrowser { window in
            try await window.resize(width: 1280, height: 900)
            try await window.show(site.url(page))
            var isThere = false
            for _ in 0..<80 where !isThere {
                try await window.press(Key.tab)
                isThere =
                    try await window.run("return !!document.activeElement.closest('[data-stage] svg')").bool == true
            }
            try #require(isThere, "eighty times Tab")
            // A chart that is one stop shows its marks with the arrows.
            if try await window.run(card).bool != true { try await window.press(Key.right) }
            #expect(try await window.run(card) == true)
            #expect(try await window.text("return document.querySelector('[data-stage] .card.on').textContent") != "")
            try await window.press(Key.escape)
            #expect(try await window.run(card) == false)
        }
    }

    private func expectNone(_ complaints: [String], on page: String, at place: SourceLocation = #_sourceLocation) {
        if !complaints.isEmpty {
            Issue.record("\(page): \(complaints.joined(separator: "\n"))", sourceLocation: place)
        }
    }

    private let card = "return !!document.querySelector('[data-stage] .card.on')"
}
