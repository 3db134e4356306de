import Foundation
import JSON
import TestSupport
import Testing
import WebDriver

/// A page of our own, opened from disk by a real browser.
@Suite(.serialized, .enabled(if: Browser.chrome.isInstalled, "skipped: no Chrome with chromedriver on PATH"))
struct SessionTests {
    private let page: Folder = [
        "page.html": """
        <!doctype html><html lang="en"><title>A page</title>
        <input id="name"><button id="go">Go</button><p id="said"></p>
        <script>
          document.getElementById('go').onclick = () => {
            document.getElementById('said').textContent = 'Hello ' + document.getElementById('name').value;
          };
          addEventListener('keydown', e => { if (e.key === 'Escape') document.title = 'escaped'; });
          console.error('heard');
        </script>
        """
    ]

    @Test("drives a page: types, clicks, presses, reads, pictures")
    func drives() async throws {
        let folder = try TemporaryFolder()
        try page.write(to: folder.path)
        try await withBrowser(.chrome) { window in
            try await window.open("file://\(folder.path)/page.html")
            try await window.find("#name").type("reader")
            try await window.find("#go").click()
            #expect(try await window.find("#said").text() == "Hello reader")
            try await window.press(Key.escape)
            #expect(try await window.run("return document.title") == "escaped")
            #expect(try await window.run("return arguments[0] * 2", [21]) == 42)
            #expect(try await window.runAsync("setTimeout(arguments[0], 1, 'later')") == "later")
            #expect(try await window.console().contains { $0.contains("heard") })
            #expect(try await window.screenshot().starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
    }

    @Test("tells the page its size and its reader's wishes")
    func emulates() async throws {
        let folder = try TemporaryFolder()
        try page.write(to: folder.path)
        try await withBrowser(.chrome) { window in
            try await window.resize(width: 390, height: 844, isPhone: true)
            try await window.emulate(features: ["prefers-color-scheme": "dark"])
            try await window.open("file://\(folder.path)/page.html")
            #expect(try await window.run("return matchMedia('(prefers-color-scheme: dark)').matches") == true)
            #expect(try await window.run("return screen.width") == 390)
            #expect(try await window.requestedURLs() == ["file://\(folder.path)/page.html"])
        }
    }

    @Test("goes into frames and back, waits for what comes late, puts one text in place of another")
    func frames() async throws {
        let folder = try TemporaryFolder()
        let pages: Folder = [
            "outer.html": """
            <!doctype html><title>Outer</title><p>outside</p><script>
              setTimeout(() => {
                document.body.insertAdjacentHTML('beforeend', '<iframe src="inner.html"></iframe>');
              }, 200);
            </script>
            """,
            "inner.html": """
            <!doctype html><title>Inner</title><p class="a">one</p><p class="a">two</p><input value="old words">
            <script>document.querySelector('input').oninput = (e) => { document.title = e.target.value; };</script>
            """,
        ]
        try pages.write(to: folder.path)
        try await withBrowser(.chrome) { window in
            try await window.open("file://\(folder.path)/outer.html")
            try await window.enter(try await window.waitFor("iframe"))
            _ = try await window.waitFor("input")
            let found = try await window.findAll(".a")
            #expect(found.count == 2)
            #expect(try await found.last?.html() == "<p class=\"a\">two</p>")
            try await window.find("input").replaceText(with: "new")
            #expect(try await window.run("return document.title") == "new")
            try await window.leaveFrames()
            #expect(try await window.find("p").text() == "outside")
            #expect(try await window.findAll(".a").isEmpty)
        }
    }

    @Test("an element that is not there is an error of the standard, and the browser is closed all the same")
    func missesElement() async throws {
        let folder = try TemporaryFolder()
        try page.write(to: folder.path)
        await #expect(throws: WebDriverError.self) {
            try await withBrowser(.chrome) { window in
                try await window.open("file://\(folder.path)/page.html")
                _ = try await window.find("#nowhere")
            }
        }
    }

    @Test("a script that throws is an error that says so")
    func scriptThrows() async throws {
        _ = try await withBrowser(.chrome) { window in
            await #expect {
                try await window.run("throw new Error('on purpose')")
            } throws: { error in
                (error as? WebDriverError)?.description.contains("on purpose") == true
            }
        }
    }

    @Test("the browser is gone after a cancellation")
    func isCancelled() async throws {
        let (opened, signal) = AsyncStream.makeStream(of: Int32?.self)
        let task = Task {
            defer { signal.finish() }
            try await withBrowser(.chrome) { window in
                signal.yield(window.browserProcess)
                try await window.runAsync("/* never answers */")
            }
        }
        var first: Int32?
        for await process in opened {
            first = process
            task.cancel()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(kill(try #require(first), 0) != 0)
    }

    @Test("a picture of the whole page is as high as the page")
    func picturesAll() async throws {
        try await withBrowser(.chrome) { window in
            try await window.resize(width: 700, height: 500)
            try await window.open("data:text/html,<body style='margin:0;height:2100px'>")
            let picture = try await window.screenshotOfWholePage()
            // Width and height stand in a PNG's first chunk, eight bytes behind its signature.
            #expect(picture[16..<20].reduce(0) { $0 << 8 | Int($1) } == 700)
            #expect(picture[20..<24].reduce(0) { $0 << 8 | Int($1) } == 2100)
        }
    }
}
