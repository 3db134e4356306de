import LinearAlgebra
import Testing

@testable import SearchIndex

@Suite struct ResidualCodeTests {
    /// Max's four levels leave .1175 of the variance of normal numbers.
    @Test func leavesWhatTheTheorySays() {
        let values = Matrix.gaussian(rows: 1, columns: 8000, seed: 3).values.map { $0 * 0.02 }
        let code = ResidualCode(of: values)
        let decoded = values.indices.map { i -> Float in
            let code2 = code.bytes[i / 4] >> UInt8(2 * (i % 4)) & 3
            let size = ResidualCode.levels[code2 == 0 || code2 == 3 ? 1 : 0]
            return code.scale * (code2 < 2 ? -size : size)
        }
        let left = zip(values, decoded).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        let all = values.reduce(Float(0)) { $0 + $1 * $1 }
        #expect(abs(left / all - 0.1175) < 0.01)
    }

    @Test func zerosHaveNoScale() {
        #expect(ResidualCode(of: [0, 0, 0, 0]).scale == 0)
    }

    @Test func signsEstimateTheVectorItself() {
        let values: [Float] = [1, -2, 3, -4, 0.5, 6, -7, 8]
        let code = SignCode(of: values)
        #expect(code.bytes == [0b1011_0101])
        let estimate = zip(values, (0..<8).map { code.bytes[0] >> $0 & 1 == 1 ? Float(1) : -1 })
            .reduce(Float(0)) { $0 + code.scale * $1.0 * $1.1 }
        #expect(abs(estimate - values.reduce(0) { $0 + $1 * $1 }) < 1e-4)
    }
}
