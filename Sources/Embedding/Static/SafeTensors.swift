import Core
import JSON

/// Reads tensors of the safetensors format: eight bytes n, lowest first, n bytes of JSON with each tensor's type, shape and
/// place, then the numbers.
///
///     let file = try SafeTensors("model.safetensors")
///     try file.matrix("embeddings")   → (rows: 30522, columns: 256, values: […])
///
/// Source: github.com/huggingface/safetensors, "Format".
struct SafeTensors {
    private struct Tensor {
        var type: String
        var shape: [Int]
        var range: Range<Int>
    }

    private let bytes: [UInt8]
    private let tensors: [String: Tensor]
    private let path: String

    /// - Throws: `EmbeddingError`.
    init(_ path: String) throws(EmbeddingError) {
        self.path = path
        bytes = try readFile(path)
        let damaged = { (what: String) in EmbeddingError(.damaged(what), at: path) }
        guard bytes.count >= 8 else { throw damaged("it ends early") }
        let length = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        guard length <= UInt64(bytes.count - 8) else { throw damaged("its head is longer than the file") }
        let start = 8 + Int(length)
        let head = try parsedObject(Array(bytes[8..<start]), called: "its head", at: path)
        var tensors: [String: Tensor] = [:]
        for (name, entry) in head.object ?? [:] where name != "__metadata__" {
            guard let type = entry["dtype"]?.string, let shape = entry["shape"]?.array?.compactMap(\.integer),
                let offsets = entry["data_offsets"]?.array?.compactMap(\.integer), offsets.count == 2,
                offsets[0] >= 0, offsets[0] <= offsets[1], offsets[1] <= bytes.count - start
            else { throw damaged("the entry of \(name)") }
            tensors[name] = Tensor(type: type, shape: shape, range: start + offsets[0]..<start + offsets[1])
        }
        self.tensors = tensors
    }

    func has(_ name: String) -> Bool { tensors[name] != nil }

    /// A tensor of two dimensions, in single precision.
    func matrix(_ name: String) throws(EmbeddingError) -> (rows: Int, columns: Int, values: [Float]) {
        let tensor = try tensor(name, dimensions: 2)
        return (tensor.shape[0], tensor.shape[1], try floats(tensor, name))
    }

    /// A tensor of one dimension, in single precision.
    func vector(_ name: String) throws(EmbeddingError) -> [Float] { try floats(try tensor(name, dimensions: 1), name) }

    /// A tensor of one dimension, of whole numbers.
    func integers(_ name: String) throws(EmbeddingError) -> [Int] {
        let tensor = try tensor(name, dimensions: 1)
        return switch tensor.type {
        case "I64": try read(tensor, name, as: Int64.self).map { Int($0) }
        case "I32": try read(tensor, name, as: Int32.self).map { Int($0) }
        case "I16": try read(tensor, name, as: Int16.self).map { Int($0) }
        default: throw EmbeddingError(.unsupported("\(name) of type \(tensor.type)"), at: path)
        }
    }

    private func tensor(_ name: String, dimensions: Int) throws(EmbeddingError) -> Tensor {
        guard let tensor = tensors[name] else { throw EmbeddingError(.missing("the tensor \"\(name)\""), at: path) }
        guard tensor.shape.count == dimensions, tensor.shape.allSatisfy({ $0 >= 0 && $0 < 1 << 31 }) else {
            throw EmbeddingError(.damaged("the shape of \(name)"), at: path)
        }
        return tensor
    }

    private func floats(_ tensor: Tensor, _ name: String) throws(EmbeddingError) -> [Float] {
        switch tensor.type {
        case "F32": try read(tensor, name, as: Float.self)
        case "F64": try read(tensor, name, as: Double.self).map { Float($0) }
        case "F16": try read(tensor, name, as: UInt16.self).map(Self.half)
        case "BF16": try read(tensor, name, as: UInt16.self).map { Float(bitPattern: UInt32($0) << 16) }
        case "I8": try read(tensor, name, as: Int8.self).map { Float($0) }
        default: throw EmbeddingError(.unsupported("\(name) of type \(tensor.type)"), at: path)
        }
    }

    private func read<Value: BitwiseCopyable>(
        _ tensor: Tensor, _ name: String, as type: Value.Type
    ) throws(EmbeddingError) -> [Value] {
        let count = tensor.shape.reduce(1) { $0 &* $1 }
        let size = MemoryLayout<Value>.size
        guard tensor.range.count == count &* size, count <= tensor.range.count else {
            throw EmbeddingError(.damaged("\(tensor.range.count) bytes for \(name)"), at: path)
        }
        return bytes.withUnsafeBytes { raw in
            (0..<count).map { raw.loadUnaligned(fromByteOffset: tensor.range.lowerBound + $0 * size, as: type) }
        }
    }

    /// Half precision by hand: `Float16` is not there on every processor.
    private static func half(_ bits: UInt16) -> Float {
        let sign = UInt32(bits & 0x8000) << 16
        let exponent = UInt32(bits >> 10 & 0x1F)
        let fraction = UInt32(bits & 0x3FF)
        switch exponent {
        case 0: return Float(bitPattern: sign | Float(Float(fraction) * 0x1p-24).bitPattern)
        case 31: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
        default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
        }
    }
}
