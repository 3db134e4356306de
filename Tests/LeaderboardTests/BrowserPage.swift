import Foundation
import Server
import Synchronization

/// A page that behaves like a leaderboard's: a frame that comes late, in it a table that is filled late, of which only the
/// rows exist that can be seen; a search that hears of keys a moment later. Served on this machine.
final class BrowserPage: Sendable {
    private struct State {
        var searches: [String] = []
        var victim: Int32?
        var killAt: Int?
    }

    private let state = Mutex(State())
    private let server = Mutex<Server?>(nil)

    init() throws {
        let made = try Server { [weak self] request in self?.answer(request) ?? ServerResponse(status: 503, text: "") }
        server.withLock { $0 = made }
    }

    /// - Parameter search: "narrows", or "ignored": then only scrolling finds a row.
    func url(search: String = "narrows") -> String { "\(server.withLock { $0!.baseURL })/space?\(search)" }

    var searches: [String] { state.withLock { $0.searches } }

    /// Ends a browser's process in the middle of the search of that number.
    func kill(_ process: Int32, atSearch number: Int) {
        state.withLock { ($0.victim, $0.killAt) = (process, $0.searches.count + number) }
    }

    func stop() { server.withLock { $0.take() }?.stop() }

    private func answer(_ request: ServerRequest) -> ServerResponse {
        switch request.path {
        case "/space": return ServerResponse(html: Self.space)
        case "/app": return ServerResponse(html: Self.app)
        case "/searched":
            let victim = state.withLock { state in
                state.searches.append(request.value("q") ?? "")
                return state.searches.count == state.killAt ? state.victim : nil
            }
            if let victim { Foundation.kill(victim, SIGKILL) }
            return ServerResponse(text: "heard")
        default: return ServerResponse(status: 404, text: "")
        }
    }

    private static let space = """
        <!doctype html><html lang="en"><title>A space</title><iframe src="about:blank" title="of somebody else"></iframe>
        <script>
          setTimeout(() => {
            const frame = document.createElement('iframe');
            frame.id = 'iFrameResizer0';
            frame.src = '/app' + location.search;
            frame.style = 'width: 1000px; height: 500px';
            document.body.append(frame);
          }, 300);
        </script>
        """

    private static let app = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>An app</title>
        <input type="text" placeholder="Name of a column">
        <input type="text" placeholder="Search by model name">
        <div id="box" style="height: 200px; overflow-y: auto"><div id="root">Loading</div></div>
        <script>
          const columns = ['', 'Rank', 'Type', 'Model', 'Average', 'IFEval', 'BBH', 'MATH', 'GPQA', 'MUSR', 'MMLU-PRO',
            'CO₂ Cost', 'Remark'];
          const names = [...Array(300).keys()].map((i) => 'acme/model-' + i);
          names.splice(3, 0, 'acme/twice');
          names.push('acme/twice', 'Acme/Chat-7B', 'acme/model-1-instruct');
          const all = names.map((name, i) => ({ name, rank: i + 1 }));
          let shown = all;
          const box = document.getElementById('box'), root = document.getElementById('root');
          const cells = ({ name, rank }) => ['<button>pin</button>', rank, '🟢',
            '<a href="https://huggingface.co/' + name + '">' + name + '</a> <a href="#">📑</a>',
            (50 - rank / 10).toFixed(2) + ' %', '1.00 %', '2.00 %', '3.00 %', '4.00 %', '5.00 %', '6.00 %',
            '0.09 kg', 'says "hi", twice'].map((text) => '<td>' + text + '</td>').join('');
          const draw = () => {
            if (!shown.length) { root.innerHTML = '<p>No models found</p>'; return; }
            const first = Math.floor(box.scrollTop / 20), last = Math.min(shown.length, first + 12);
            const space = (rows) => '<tr><td style="padding: 0; height: ' + rows * 20 + 'px"></td></tr>';
            root.innerHTML = '<table><thead><tr>' + columns.map((c) => '<th>' + c + '</th>').join('')
              + '</tr></thead><tbody>' + space(first)
              + shown.slice(first, last).map((r) => '<tr style="height: 20px">' + cells(r) + '</tr>').join('')
              + space(shown.length - last) + '</tbody></table>';
          };
          setTimeout(draw, 400);
          box.addEventListener('scroll', () => setTimeout(draw, 30));
          let timer;
          document.querySelector('[placeholder^=Search]').addEventListener('input', (event) => {
            clearTimeout(timer);
            timer = setTimeout(() => {
              const words = event.target.value.toLowerCase();
              fetch('/searched?q=' + encodeURIComponent(words));
              if (location.search === '?ignored') return;
              shown = all.filter((r) => r.name.toLowerCase().includes(words));
              box.scrollTop = 0;
              draw();
            }, 150);
          });
        </script>
        """
}
