/// What takes rows, value by value, in the order of the columns.
protocol RowSink: AnyObject {
    func null(_ column: Int)
    func text(_ column: Int, _ value: UnsafeBufferPointer<UInt8>)
    func integer(_ column: Int, _ value: Int)
    func number(_ column: Int, _ value: Double)
    func flag(_ column: Int, _ value: Bool)
    /// Days since 1970.
    func day(_ column: Int, _ value: Int)
    /// Seconds since 1970.
    func instant(_ column: Int, _ value: Int)
    /// Texts with this byte between; of no byte none.
    func list(_ column: Int, _ value: UnsafeBufferPointer<UInt8>, separator: UInt8)
    func endRow() throws
    func finish() throws
}
