import JSON
import WebDriver

/// What tests ask of a page that a browser has open.
extension Session {
    /// Shows a page of the site and waits until its figures live, large tables included.
    func show(_ address: String) async throws {
        // A change of the hash alone loads nothing, so the page before goes first.
        try await open("about:blank")
        try await open(address)
        try await wait(
            for: "the figures of \(address)",
            until: """
                return document.readyState === 'complete'
                  && (!document.querySelector('[data-figure], [data-app], [data-model], [data-compare]')
                    || document.documentElement.dataset.ready === 'true')
                """, patienceSeconds: 40)
    }

    /// The texts that a script gives as an array.
    func texts(_ script: String, _ arguments: [JSONValue] = []) async throws -> [String] {
        (try await run(script, arguments).array ?? []).map { $0.string ?? $0.text }
    }

    func text(_ script: String) async throws -> String { try await run(script).string ?? "" }

    /// Two frames of the screen, in which what was changed is drawn.
    func settle() async throws {
        try await runAsync(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))")
    }
}

enum PageScript {
    /// Figures without a live drawing, or with their still left behind.
    static let unborn = """
        return [...document.querySelectorAll('[data-figure]')].flatMap((f) => {
          const stage = f.querySelector('[data-stage]');
          if (!stage.querySelector('svg, canvas')) return [f.id + ': nothing drawn'];
          return stage.querySelector('.still') ? [f.id + ': the still is left'] : [];
        });
        """

    /// For the page's own HTML: figures without still or table before any script.
    static let bare = """
        const before = new DOMParser().parseFromString(arguments[0], 'text/html');
        return [...before.querySelectorAll('[data-figure]')].flatMap((f) => {
          const lacks = [];
          for (const size of ['wide', 'narrow']) {
            if (!f.querySelector(`.still.${size} svg`)) lacks.push(`${f.id}: no ${size} still`);
          }
          const hasNumbers = f.querySelector('[data-table] tbody td') || f.querySelector('.number');
          return hasNumbers ? lacks : lacks.concat(`${f.id}: no numbers`);
        });
        """

    /// The live figures fill their tables when the reader opens them.
    static let openTables = """
        const done = arguments[0];
        for (const d of document.querySelectorAll('[data-table]')) d.open = true;
        requestAnimationFrame(() => setTimeout(done));
        """

    /// Where the table of the live figure says something else than the one that was there before script.
    static let differentTables = """
        const before = new DOMParser().parseFromString(arguments[0], 'text/html');
        const cells = (f) => [...f.querySelectorAll('[data-table] tbody tr')]
          .map((r) => [...r.children].map((c) => c.textContent.trim()).join(' | '));
        return [...document.querySelectorAll('[data-figure]')].flatMap((f) => {
          const still = cells(before.getElementById(f.id));
          const live = cells(f);
          const at = still.findIndex((row, i) => row !== live[i]);
          if (at >= 0) return [`${f.id}: row ${at + 1} is "${live[at]}", was "${still[at]}"`];
          return [];
        });
        """

    /// Where the words and numbers in the live drawing are not those of the still.
    static let differentPictures = """
        const before = new DOMParser().parseFromString(arguments[0], 'text/html');
        const words = (node) => [...node.querySelectorAll('svg text')].map((t) => t.textContent.trim()).filter(Boolean).sort();
        return [...document.querySelectorAll('[data-figure]')].flatMap((f) => {
          const data = JSON.parse(f.querySelector('[data-figure-json]').textContent);
          if (data.shard) return [];
          const still = words(before.getElementById(f.id).querySelector('.still.wide'));
          const live = words(f.querySelector('[data-stage]'));
          const lost = still.filter((w) => !live.includes(w));
          return lost.length ? [`${f.id}: not in the live drawing: ${lost.slice(0, 5).join('; ')}`] : [];
        });
        """

    /// Anything that could run and is not ours.
    static let foreignCode = """
        const odd = [...document.querySelectorAll('script')].filter((s) => !s.src && !/json/.test(s.type)).map((s) => s.outerHTML);
        for (const e of document.querySelectorAll('*')) {
          for (const a of e.attributes) {
            if (/^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value)) odd.push(`${e.tagName} ${a.name}`);
          }
        }
        return odd;
        """

    /// Elements that stick out of the page at its right; scrolling containers may hold wider things.
    static let overflow = """
        // The window's own width will not do: a phone's browser zooms out until everything fits.
        const width = document.documentElement.clientWidth;
        const wide = document.documentElement.scrollWidth;
        if (wide <= width) return [];
        const scrolls = (e) => e && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
        const out = [...document.body.querySelectorAll('*')]
          .filter((e) => e.getBoundingClientRect().right > width + 0.5 && !scrolls(e.parentElement))
          .map((e) => `${e.tagName}.${e.getAttribute('class') || ''} to ${Math.round(e.getBoundingClientRect().right)}`);
        return [`the page is ${wide} wide`, ...out.slice(0, 4)];
        """

    /// What a reader sees of a figure's state.
    static let state = """
        const f = document.querySelector('[data-figure]:has([data-toolbar])');
        return JSON.stringify({
          title: f.querySelector('.fig-title').textContent, subtitle: f.querySelector('.fig-sub').textContent,
          pressed: [...f.querySelectorAll('[aria-pressed]')].map((b) => b.textContent + b.getAttribute('aria-pressed')),
          drawn: [...f.querySelectorAll('[data-stage] svg text')].map((t) => t.textContent),
        });
        """

    /// Presses the first control of the main figure that is not pressed; its words, or nothing.
    static let pressSomething = """
        const f = document.querySelector('[data-figure]:has([data-toolbar])');
        const control = f && (f.querySelector('.seg button[aria-pressed="false"]:not([data-key="view"])')
          || f.querySelector('[data-legend] button[aria-pressed]'));
        if (!control) return '';
        const words = control.textContent;
        control.click();
        return words;
        """
}
