package import JSON

/// What the manifest says of the vectors: its member `vectors`.
///
///     {"cells": 4085, "centroids": "1a2b3c4d", "dimensions": 384, "probes": 12}
///
/// `centroids` is the hash of `c0000`; `probes` is how many cells a query looks into.
package struct VectorSummary: Equatable, Sendable {
    package var centroids: ShardHash
    package var dimensions: Int
    package var cells: Int
    package var probes: Int

    package init(centroids: ShardHash, dimensions: Int, cells: Int, probes: Int) {
        self.centroids = centroids
        self.dimensions = dimensions
        self.cells = cells
        self.probes = probes
    }

    package var json: JSONValue {
        [
            "cells": .integer(cells), "centroids": .string(centroids.hex), "dimensions": .integer(dimensions),
            "probes": .integer(probes),
        ]
    }

    /// nil when it is no such object.
    package init?(_ json: JSONValue?) {
        guard let json, let hex = json["centroids"]?.string, let hash = ShardHash(hex: hex),
            let dimensions = json["dimensions"]?.integer, let cells = json["cells"]?.integer,
            let probes = json["probes"]?.integer, probes > 0
        else { return nil }
        self.init(centroids: hash, dimensions: dimensions, cells: cells, probes: probes)
    }
}
