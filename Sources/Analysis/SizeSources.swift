import Catalog
import Report

/// Where parameter counts come from, told with their numbers.
enum SizeSources {
    /// "1,201 from weight files, 300 from the model’s name"
    static func sentence(_ counts: [ParametersSource: Int]) -> String {
        let parts = ParametersSource.allCases.compactMap { source in
            counts[source].flatMap { $0 > 0 ? "\(Format.int($0)) \(words(source))" : nil }
        }
        return Format.list(parts)
    }

    private static func words(_ source: ParametersSource) -> String {
        switch source {
        case .safetensors: "from the weight files"
        case .gguf: "from GGUF files"
        case .list: "from a published list"
        case .page: "from the model’s page"
        case .name: "from the model’s name"
        }
    }
}
