import Archive
import Catalog
import Core
import Hub
import Report
import Sources

/// One run's part of the walk over the chosen repos.
///
/// What is due is told by the archive alone, so a walk can be stopped at any time and goes on in the next run, which asks
/// first what was never asked and then what is known for longest. A walk ends when nothing is due any more.
struct ActivityWalk {
    /// Askings at the same time; the client paces them together.
    static let workers = 4
    /// As many in a row are no single repos' trouble.
    static let mostFailures = 5

    let aspect: Aspect
    let desk: Desk

    func run() async throws -> String {
        let repos = try Selection(
            archive: desk.archive, endpoint: desk.hub.endpoint, choice: desk.choice, filters: desk.filters
        ).repos()
        guard !repos.isEmpty else {
            throw SourceError(
                .notConfigured(
                    "the repos come from the lists, and none that fits is archived; 'hubatlas collect models' with the same "
                        + "filters first"),
                at: aspect.rawValue)
        }
        let due = Asking.due(
            of: repos, known: Knowledge.all(of: aspect, in: desk.archive, endpoint: desk.hub.endpoint),
            choice: desk.choice, now: desk.time.instant)
        let count = Format.count(repos.count, "repository", "repositories")
        guard !due.isEmpty else { return "\(count), all known for less than \(desk.choice.days) days" }
        announce(due)
        let walk = try beginOrGoOn(due)
        let (asked, failed, used) = try await ask(due, of: walk)
        if asked == due.count { try desk.archive.finish(walk.id) }
        // What was asked, what failed and what is left are all that was due.
        let dueCount = Format.count(due.count, "repository", "repositories")
        var words = "\(Format.int(asked - failed)) of \(dueCount) asked in \(Format.count(used, "request"))"
        if failed > 0 { words += ", \(Format.int(failed)) failed and will be asked again" }
        if due.count < repos.count { words += ", \(Format.int(repos.count - due.count)) known already" }
        if asked < due.count { words += ", \(Format.int(due.count - asked)) left for the next run" }
        return words
    }
}

extension ActivityWalk {
    /// Before the first request: how many there will be, and how long that takes.
    private func announce(_ due: [Asking]) {
        let needed = due.reduce(0) { $0 + $1.requests(of: aspect) }
        let least = due.contains(where: \.isOpen) ? "at least " : ""
        var words =
            "\(aspect.rawValue): \(least)\(budget(needed).words) for \(Format.count(due.count, "repository", "repositories"))"
        if needed > desk.choice.requests {
            words += "; \(Format.int(desk.choice.requests)) in this run, the rest in the next"
        }
        // Without a stage the line is the run's own, which is shown always.
        desk.log.info("", words)
    }

    private func budget(_ requests: Int) -> Budget {
        Budget(requests: requests, stated: desk.hub.statedLimit, hasToken: desk.hub.hasToken)
    }

    /// The plan names what is asked; behind the semicolon how much it was when it began, for who looks at the archive.
    private func beginOrGoOn(_ due: [Asking]) throws -> Walk {
        let choice = desk.choice
        let which =
            switch choice.order {
            case .likes: "the \(choice.count) most liked"
            case .downloads: "the \(choice.count) most downloaded"
            case .sample: "\(choice.count) by lot \(choice.seed)"
            case .all: "all"
            }
        let plan = "\(desk.hub.endpoint): \(aspect.rawValue) of \(which) of each kind, people of \(choice.people)"
        let open = desk.archive.walks.last { $0.name == aspect.rawValue && $0.plan.hasPrefix("\(plan);") }
        if let open, !open.isFinished, choice.days > 0 { return open }
        // Another choice takes over what others left: what is due is told by answers, not by walks.
        for other in desk.archive.walks
        where other.name == aspect.rawValue && !other.isFinished && other.plan.hasPrefix("\(desk.hub.endpoint): ") {
            try desk.archive.finish(other.id)
        }
        return try desk.archive.begin(aspect.rawValue, plan: "\(plan); \(due.count) due")
    }

    private func ask(_ due: [Asking], of walk: Walk) async throws -> (asked: Int, failed: Int, used: Int) {
        let ration = Ration(desk.choice.requests)
        let asker = Asker(
            aspect: aspect, walk: walk, archive: desk.archive, hub: desk.hub, time: desk.time, ration: ration)
        var waiting = due.makeIterator()
        var (asked, failed, inARow) = (0, 0, 0)
        let assumed = budget(due.count)
        try await withThrowingTaskGroup(of: (Asking, Asker.Outcome).self) { group in
            func startOne() {
                guard let next = waiting.next() else { return }
                group.addTask { (next, try await asker.ask(next)) }
            }
            for _ in 0..<Self.workers { startOne() }
            while let (asking, outcome) = try await group.next() {
                switch outcome {
                case .hungry: continue
                case .done: (asked, inARow) = (asked + 1, 0)
                case .failed(let error):
                    (asked, failed) = (asked + 1, failed + 1)
                    // One that failed the last time, too, says nothing new of the server.
                    if asking.known?.hasFailed != true { inARow += 1 }
                    guard inARow < Self.mostFailures else { throw error }
                    desk.log.warning("Collect", "\(error); asked again in the next run")
                }
                if asked == 1 { correct(assumed) }
                desk.log.progress("Collect", done: asked, total: due.count, unit: aspect.rawValue)
                startOne()
            }
        }
        return (asked, failed, ration.used)
    }

    /// The first answer says what is really granted.
    private func correct(_ assumed: Budget) {
        let real = budget(assumed.requests)
        if real != assumed { desk.log.info("", "\(aspect.rawValue): by its first answer \(real.words)") }
    }
}
