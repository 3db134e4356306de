import Core

/// Why a run as a whole could not begin or go on, where no stage says it better.
///
///     PipelineError(.busy(by: "process 4711, hubatlas build"), at: ".hubatlas").description
///     → ".hubatlas: in use by process 4711, hubatlas build; wait for it to end, or name another folder with --data-dir"
package struct PipelineError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case busy(by: String)
        case noCheckout(tried: [String])
        case noSnapshot
        case notFoundHere
        case badKey
        case noCatalog
        /// For a task, among those that models have.
        case noModels(task: String?, known: [String])
        /// `others`: what else was asked for was collected.
        case sourcesFailed([SourceFailure], others: Bool)
        /// What each source that was asked says to the file.
        case fileNotTaken([String])
    }

    package let reason: Reason
    package let path: String

    package init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    package var description: String {
        switch reason {
        case .busy(let holder):
            "\(path): in use by \(holder); wait for it to end, or name another folder with --data-dir"
        case .noCheckout(let tried):
            "no folder with templates/ and assets/ (looked in \(tried.joined(separator: ", "))); name the checkout of "
                + "hubatlas with --root"
        case .noSnapshot: "\(path): holds no snapshot; collect something first, or name the checkout with --root"
        case .noCatalog:
            "\(path): no catalog to choose models from; run 'hubatlas build' first, or name a file with their ids"
        case .noModels(nil, _): "\(path): holds no model; collect some"
        case .noModels(let task?, let known):
            "\(path): no model is for the task \"\(task.visible)\"" + near(task, known)
        case .fileNotTaken(let why) where why.isEmpty:
            "\(path): none of the sources that are named takes files; name one, as in 'collect leaderboard --file FILE'"
        case .fileNotTaken(let why): "\(path): \(why.joined(separator: "; "))"
        case .badKey:
            "\(path): holds no key of 32 bytes; put the right file back, or delete it for new pseudonyms"
        case .notFoundHere: "\(path): there is no such file or folder; name a built site, or run 'hubatlas build' first"
        case .sourcesFailed(let failures, let others):
            "not collected: \(failures.map(\.why).joined(separator: "; "))"
                + (others ? ". Everything else is in \(path)" : "")
                + (failures.allSatisfy(\.isAboutSetup) ? "" : "; run again to go on")
        }
    }

    /// The tasks whose names are nearest, or which there are.
    private func near(_ task: String, _ known: [String]) -> String {
        if let meant = guess(task, among: known) { return "; did you mean \(meant)?" }
        let alike = known.filter { name in
            task.lowercased().split(separator: "-").contains { $0.count > 2 && name.contains($0) }
        }
        let shown = (alike.isEmpty ? known : alike).prefix(12)
        return shown.isEmpty
            ? ""
            : "; \(alike.isEmpty ? "there are" : "near are") \(shown.joined(separator: ", "))"
                + (shown.count < (alike.isEmpty ? known : alike).count ? ", …" : "")
    }
}

/// A source that gave nothing, or not all, and why.
package struct SourceFailure: Equatable, Sendable {
    package let source: String
    package let why: String
    /// Somebody has to set something up, or to agree: running again changes nothing.
    package var isAboutSetup = false
}
