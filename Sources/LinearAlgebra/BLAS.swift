private import CBLAS

/// The door to OpenBLAS: plain buffers in, plain buffers out, one thread a call.
///
/// OpenBLAS sums in an order that depends on how many threads it splits a product over. Here it never splits: callers cut
/// the work into fixed blocks (`Blocks`) and run those on all cores, so the same machine gives the same bytes whatever its load.
enum BLAS {
    private static let oneThread: Void = openblas_set_num_threads(1)

    /// C = A·B, or with A or B transposed; row-major. `rows`×`columns` is the shape of C, `inner` what is summed over.
    /// The strides are the lengths of the stored rows.
    static func multiply(
        _ a: UnsafePointer<Float>, stride aStride: Int, transposed aTransposed: Bool,
        _ b: UnsafePointer<Float>, stride bStride: Int, transposed bTransposed: Bool,
        into c: UnsafeMutablePointer<Float>, stride cStride: Int, rows: Int, columns: Int, inner: Int
    ) {
        guard rows > 0, columns > 0, inner > 0 else { return }
        oneThread
        cblas_sgemm(
            CblasRowMajor, aTransposed ? CblasTrans : CblasNoTrans, bTransposed ? CblasTrans : CblasNoTrans,
            blasint(rows), blasint(columns), blasint(inner), 1, a, blasint(aStride), b, blasint(bStride), 0, c,
            blasint(cStride))
    }

    /// y += factor·x
    static func add(_ factor: Float, _ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, count: Int) {
        cblas_saxpy(blasint(count), factor, x, 1, y, 1)
    }

    /// The eigenvalues of a symmetric matrix, ascending; its eigenvectors replace it, one a row.
    ///
    /// - Returns: nil when LAPACK did not converge, which it does for finite numbers.
    static func symmetricEigen(_ a: inout [Double], order: Int) -> [Double]? {
        oneThread
        var n = blasint(order)
        var values = [Double](repeating: 0, count: order)
        var info: blasint = 0
        var sizes = (work: -1 as blasint, integers: -1 as blasint)
        var work = [0.0]
        var integers: [blasint] = [0]
        // Asked once for the sizes of its working memory, then for the answer. Column-major and row-major are the same
        // for a symmetric matrix, and LAPACK's columns of eigenvectors are our rows.
        for _ in 0..<2 {
            dsyevd_("V", "U", &n, &a, &n, &values, &work, &sizes.work, &integers, &sizes.integers, &info)
            if info != 0 { return nil }
            sizes = (blasint(work[0]), integers[0])
            work = [Double](repeating: 0, count: max(work.count, Int(sizes.work)))
            integers = [blasint](repeating: 0, count: max(integers.count, Int(sizes.integers)))
        }
        return values
    }
}
