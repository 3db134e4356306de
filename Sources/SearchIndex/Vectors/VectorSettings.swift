package import Embedding

/// How vectors are made and stored. The defaults were measured on the Hub's 760,000 models of July 2024.
package struct VectorSettings: Equatable, Sendable {
    package var embedder = Embedder.latentSemantic
    /// How terms are fitted; not for static vectors.
    package var embedding = LatentSemantic.Settings()
    /// Vectors at least this alike are one group and share one code: 1 joins the same only. At .998 / .995 / .985 a model
    /// takes 69.5 / 65.1 / 57.7 bytes, and the ten found are the same within .02 of a cosine.
    package var nearCopyCosine: Float = 0.985
    /// Documents to a cell, on average. Fewer: smaller downloads for a query, a larger table of centroids.
    package var documentsPerCell = 186
    /// Beyond so many cells the table of centroids, 49 bytes each, would outgrow what it saves.
    package var maxCells = 8192
    /// Neighboring cells in one file: fewer files, more bytes a query.
    package var cellsPerFile = 1
    /// A cell with more groups is halved.
    package var maxGroupsPerCell = 1024
    /// Codes that a query may load, some 97 bytes each: it looks into the nearest cells that have no more together. On the
    /// 760,000 similar models and short queries find .974 and .967 of the exact ten within .02 with 1,400 codes, 131 kB of
    /// the nearest cells, and .977 and .970 with 1,600. A fixed number of cells finds no more: 14 of them took 179 kB, 281
    /// where cells are full.
    package var codesPerQuery = 1400
    /// Distinct vectors to a cell that the centroids are trained on.
    package var trainingPerCell = 24
    package var trainingIterations = 8
    /// Neighbors of a group in the graph that the map is laid out by.
    package var neighbors = 15
    /// Cells that these neighbors are looked for in.
    package var neighborCells = 8
    package var seed: UInt64 = 20_240_711

    package init() {}

    func cells(for documents: Int) -> Int { min(maxCells, max(1, documents / documentsPerCell)) }
}
