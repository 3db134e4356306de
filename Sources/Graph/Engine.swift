private import CGraph
private import Synchronization

/// The door to igraph: one caller at a time, seeded, and nothing it finds wrong ends the process.
///
/// igraph's random numbers and error handlers belong to the process (Debian builds it without thread-local storage), so
/// whoever is inside has it alone, and begins with the same seed: the same graph gives the same answer.
final class Engine {
    private static let door = Mutex(())

    /// Runs `work` on a copy of the ties that igraph understands.
    ///
    /// - Throws: `GraphError` that names the task.
    static func on<Answer: Sendable>(
        _ ties: Ties, _ task: String, seed: UInt64 = 1, _ work: (Engine) throws -> Answer
    ) throws -> Answer {
        try door.withLock { _ in
            hubatlas_graph_quiet(seed)
            return try work(try Engine(ties, task))
        }
    }

    private var graph = igraph_t()
    private var isMade = false
    private let weights: Reals
    private let strengths: [Double]
    private let task: String

    private init(_ ties: Ties, _ task: String) throws {
        self.task = task
        weights = try Reals(ties.weights, task)
        strengths = ties.strengths
        let ends = try Integers(zip(ties.left, ties.right).flatMap { [$0, $1] }, task)
        let code = igraph_create(&graph, &ends.vector, hubatlas_graph_int(ties.count), false)
        try Self.check(code, task)
        isMade = true
    }

    // What igraph could not finish it has freed itself.
    deinit { if isMade { igraph_destroy(&graph) } }

    fileprivate static func check(_ code: igraph_error_t, _ task: String) throws {
        guard code != IGRAPH_SUCCESS else { return }
        throw GraphError(task: task, reason: String(cString: igraph_strerror(code)))
    }
}

extension Engine {
    func components() throws -> [Int] {
        let membership = try Integers([], task)
        try Self.check(igraph_connected_components(&graph, &membership.vector, nil, nil, IGRAPH_WEAK), task)
        return membership.values
    }

    func coreness() throws -> [Int] {
        let cores = try Integers([], task)
        try Self.check(igraph_coreness(&graph, &cores.vector, IGRAPH_ALL), task)
        return cores.values
    }

    /// nil where it is not defined.
    func assortativity() throws -> Double? { try number { igraph_assortativity_degree(&graph, $0, false) } }

    func globalClustering() throws -> Double? {
        try number { igraph_transitivity_undirected(&graph, $0, IGRAPH_TRANSITIVITY_NAN) }
    }

    func meanLocalClustering() throws -> Double? {
        try number { igraph_transitivity_avglocal_undirected(&graph, $0, IGRAPH_TRANSITIVITY_ZERO) }
    }

    func leiden() throws -> [Int] {
        let membership = try Integers([], task)
        let masses = try Reals(strengths, task)
        let resolution = 1 / strengths.reduce(0, +)
        try Self.check(
            hubatlas_graph_leiden(&graph, &weights.vector, &masses.vector, resolution, &membership.vector), task)
        return membership.values
    }

    /// Springs up to some thousands of vertices, else DrL. x and y of each vertex.
    func places(bySprings: Bool, rounds: Int) throws -> [(x: Double, y: Double)] {
        var matrix = igraph_matrix_t()
        try Self.check(igraph_matrix_init(&matrix, 0, 0), task)
        defer { igraph_matrix_destroy(&matrix) }
        try Self.check(
            bySprings
                ? hubatlas_graph_springs(&graph, &weights.vector, Int32(rounds), &matrix)
                : hubatlas_graph_drl(&graph, &weights.vector, &matrix), task)
        let rows = igraph_matrix_nrow(&matrix)
        return (0..<rows).map { (igraph_matrix_get(&matrix, $0, 0), igraph_matrix_get(&matrix, $0, 1)) }
    }

    private func number(_ ask: (UnsafeMutablePointer<igraph_real_t>) -> igraph_error_t) throws -> Double? {
        var value = Double.nan
        try Self.check(ask(&value), task)
        return value.isFinite ? value : nil
    }
}

/// A vector of igraph's whole numbers.
private final class Integers {
    var vector = igraph_vector_int_t()

    init(_ values: [Int], _ task: String) throws {
        try Engine.check(igraph_vector_int_init(&vector, hubatlas_graph_int(values.count)), task)
        for (i, value) in values.enumerated() { vector.stor_begin[i] = hubatlas_graph_int(value) }
    }

    deinit { igraph_vector_int_destroy(&vector) }

    var values: [Int] { (0..<Int(igraph_vector_int_size(&vector))).map { Int(vector.stor_begin[$0]) } }
}

/// A vector of igraph's numbers.
private final class Reals {
    var vector = igraph_vector_t()

    init(_ values: [Double], _ task: String) throws {
        try Engine.check(igraph_vector_init(&vector, hubatlas_graph_int(values.count)), task)
        for (i, value) in values.enumerated() { vector.stor_begin[i] = value }
    }

    deinit { igraph_vector_destroy(&vector) }

    var values: [Double] { (0..<Int(igraph_vector_size(&vector))).map { vector.stor_begin[$0] } }
}
