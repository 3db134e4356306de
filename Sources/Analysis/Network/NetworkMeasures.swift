import Graph

/// What is measured of one network. A measure that is not defined for it is nil.
struct NetworkMeasures: Equatable {
    var vertices: Int
    /// Directed edges; nil where the network has no directions.
    var edges: Int?
    /// Pairs that are tied, in whichever direction.
    var ties: Int
    var isolates: Int
    var density: Double?
    var reciprocity: Double?
    var weightedReciprocity: Double?
    /// Connected parts of two vertices or more.
    var parts: Int
    /// The largest of them, in vertices.
    var giant: Int
    var meanDegree: Double?
    var greatestDegree: Int
    var assortativity: Double?
    var clustering: Double?
    var localClustering: Double?
    var greatestCore: Int
    var inGreatestCore: Int
    /// Of those with ties.
    var communities: Int
    var greatestCommunity: Int
    var modularity: Double?
    /// In the largest part.
    var coreShare: Double?
    var coreFit: Double?
}

/// A network with all that is computed of it.
struct MeasuredNetwork {
    var graph: DirectedGraph
    var hasDirections: Bool
    var measures: NetworkMeasures
    var coreness: [Int]
    var communities: Ties.Communities
    var components: Ties.Components
    /// Vertices of the core of the largest part.
    var core: Set<Int>

    /// Throws `GraphError`.
    init(_ graph: DirectedGraph, hasDirections: Bool = true) throws {
        let ties = graph.ties
        let degrees = ties.degrees
        let tied = degrees.count { $0 > 0 }
        self.graph = graph
        self.hasDirections = hasDirections
        components = try ties.components()
        coreness = try ties.coreness()
        communities = try ties.communities()
        let giant = (components.sizes.first ?? 0) > 1 ? components.members(0) : []
        let fit = ties.induced(giant).corePeriphery()
        core = Set((fit?.core ?? []).map { giant[$0] })
        let greatestCore = coreness.max() ?? 0
        let density = graph.count > 1 ? 2 * Double(ties.edgeCount) / Double(graph.count) / Double(graph.count - 1) : nil
        measures = NetworkMeasures(
            vertices: graph.count, edges: hasDirections ? graph.edgeCount : nil, ties: ties.edgeCount,
            isolates: graph.count - tied, density: hasDirections ? graph.density : density,
            reciprocity: hasDirections ? graph.reciprocity : nil,
            weightedReciprocity: hasDirections ? graph.weightedReciprocity : nil,
            parts: components.sizes.count { $0 > 1 }, giant: giant.count,
            meanDegree: tied > 0 ? 2 * Double(ties.edgeCount) / Double(tied) : nil, greatestDegree: degrees.max() ?? 0,
            assortativity: try ties.degreeAssortativity(), clustering: try ties.globalClustering(),
            // Of those who have ties: among isolates nothing can be tied.
            localClustering: tied > 0
                ? try ties.meanLocalClustering().map { $0 * Double(graph.count) / Double(tied) } : nil,
            greatestCore: greatestCore, inGreatestCore: greatestCore > 0 ? coreness.count { $0 == greatestCore } : 0,
            communities: communities.sizes.count { $0 > 1 },
            greatestCommunity: tied > 0 ? communities.sizes.first ?? 0 : 0, modularity: communities.modularity,
            coreShare: fit.map { Double($0.core.count) / Double(giant.count) }, coreFit: fit?.correlation)
    }
}
