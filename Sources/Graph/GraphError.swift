import Core

/// What igraph could not do.
///
///     GraphError(task: "communities", reason: "Out of memory").description
///     → "graph: communities could not be computed: Out of memory"
package struct GraphError: Failure, Equatable {
    package var task: String
    package var reason: String

    package init(task: String, reason: String) {
        (self.task, self.reason) = (task, reason)
    }

    package var description: String { "graph: \(task) could not be computed: \(reason)" }
}
