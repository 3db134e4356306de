/// Memory of fixed size that blocks of work share; freed with its last owner.
///
/// Unchecked: each block writes only its own part, and reads nothing that another writes at the time.
final class Shared<Element: BitwiseCopyable>: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Element>
    let count: Int

    init(_ values: [Element]) {
        count = values.count
        pointer = .allocate(capacity: max(1, count))
        values.withUnsafeBufferPointer { if let base = $0.baseAddress { pointer.initialize(from: base, count: count) } }
    }

    convenience init(repeating value: Element, count: Int) { self.init([Element](repeating: value, count: count)) }

    deinit { pointer.deallocate() }

    @inline(__always)
    subscript(_ index: Int) -> Element {
        get { pointer[index] }
        set { pointer[index] = newValue }
    }

    var values: [Element] { Array(UnsafeBufferPointer(start: pointer, count: count)) }
}
