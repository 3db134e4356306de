/// The strongly connected components of a graph (Tarjan 1972), without recursion: a chain may be 100,000 models long.
///
/// `component` has one number for each vertex; `rings` are the components of two and more.
struct Rings {
    private(set) var component: [Int32]
    private(set) var rings: [[Int32]] = []

    private var lowest: [Int32]
    private var number: [Int32]
    private var stack: [Int32] = []
    private var counted: Int32 = 0
    private var components: Int32 = 0

    init(of graph: Adjacency, vertices: Int) {
        component = [Int32](repeating: -1, count: vertices)
        number = [Int32](repeating: -1, count: vertices)
        lowest = [Int32](repeating: 0, count: vertices)
        for vertex in 0..<vertices where number[vertex] < 0 && graph.count(of: vertex) > 0 {
            visit(Int32(vertex), graph)
        }
        // What has no edge out, and was not reached, is a component by itself.
        for vertex in 0..<vertices where component[vertex] < 0 {
            component[vertex] = components
            components += 1
        }
        rings.sort { $0[0] < $1[0] }
    }

    private mutating func visit(_ root: Int32, _ graph: Adjacency) {
        var path: [(vertex: Int32, edge: Int)] = []
        enter(root, &path, graph)
        while let (vertex, edge) = path.last {
            let v = Int(vertex)
            guard edge < graph.of(v).upperBound else {
                path.removeLast()
                if let above = path.last { lowest[Int(above.vertex)] = min(lowest[Int(above.vertex)], lowest[v]) }
                if lowest[v] == number[v] { close(vertex) }
                continue
            }
            path[path.count - 1].edge += 1
            let target = Int(graph.targets[edge])
            if number[target] < 0 {
                enter(Int32(target), &path, graph)
            } else if component[target] < 0 {
                lowest[v] = min(lowest[v], number[target])
            }
        }
    }

    private mutating func enter(_ vertex: Int32, _ path: inout [(vertex: Int32, edge: Int)], _ graph: Adjacency) {
        number[Int(vertex)] = counted
        lowest[Int(vertex)] = counted
        counted += 1
        stack.append(vertex)
        path.append((vertex, graph.of(Int(vertex)).lowerBound))
    }

    /// All that was reached since a vertex, and leads back to it, is one component.
    private mutating func close(_ vertex: Int32) {
        var members: [Int32] = []
        while let last = stack.popLast() {
            component[Int(last)] = components
            members.append(last)
            if last == vertex { break }
        }
        components += 1
        if members.count > 1 { rings.append(members.sorted()) }
    }
}
