package import JSON

/// What the manifest says of the vectors: its member `vectors`.
///
///     {"cells": 4085, "centroids": "1a2b3c4d", "codes": 1400, "dimensions": 384}
///
/// `centroids` is the hash of `c0000`; `codes` is how many codes a query may load: the nearest cells
/// that have no more together, and always the nearest few.
package struct VectorSummary: Equatable, Sendable {
    package var centroids: ShardHash
    package var dimensions: Int
    package var cells: Int
    package var codes: Int

    package init(centroids: ShardHash, dimensions: Int, cells: Int, codes: Int) {
        self.centroids = centroids
        self.dimensions = dimensions
        self.cells = cells
        self.codes = codes
    }

    package var json: JSONValue {
        [
            "cells": .integer(cells), "centroids": .string(centroids.hex), "codes": .integer(codes),
            "dimensions": .integer(dimensions),
        ]
    }

    /// nil when it is no such object.
    package init?(_ json: JSONValue?) {
        guard let json, let hex = json["centroids"]?.string, let hash = ShardHash(hex: hex),
            let dimensions = json["dimensions"]?.integer, let cells = json["cells"]?.integer,
            let codes = json["codes"]?.integer, codes > 0
        else { return nil }
        self.init(centroids: hash, dimensions: dimensions, cells: cells, codes: codes)
    }
}
