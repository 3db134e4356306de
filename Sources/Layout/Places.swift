/// Where each vertex lies in the plane. The unit means nothing: only what is near what does.
///
///     Places(xs: [0, 1], ys: [0, 0]).count → 2
package struct Places: Sendable, Equatable {
    package var xs: [Float]
    package var ys: [Float]

    package init(xs: [Float], ys: [Float]) {
        precondition(xs.count == ys.count, "a place has x and y")
        self.xs = xs
        self.ys = ys
    }

    package var count: Int { xs.count }
}
