import Hub

/// In which formats a repo has weights, sorted: from tags, names of files, and what a list states.
///
///     tags ["pytorch", "safetensors"], files [model.safetensors, tf_model.h5] → ["keras", "pytorch", "safetensors"]
///     tags ["GGUF"], file x.gguf                                              → ["gguf"]
package enum FormatRule {
    static func read(_ record: ModelRecord, marks: TagMarks) -> [String] {
        if record.fileEndings.isEmpty, record.statedFormats.isEmpty, marks.formats.count < 2 {
            return Array(marks.formats)
        }
        var formats = marks.formats
        for ending in record.fileEndings {
            if let format = ofEnding[ending] { formats.insert(format) }
        }
        for stated in record.statedFormats where stated != "diffusers" && Word.isSimple(stated) {
            formats.insert(stated)
        }
        return formats.sorted()
    }

    /// "bin" is left out: it is PyTorch's ending and everybody else's.
    private static let ofEnding = [
        "safetensors": "safetensors", "gguf": "gguf", "ggml": "ggml", "onnx": "onnx", "h5": "keras", "keras": "keras",
        "msgpack": "jax", "pt": "pytorch", "pth": "pytorch", "ckpt": "pytorch", "tflite": "tflite", "mlmodel": "coreml",
        "mlpackage": "coreml", "engine": "tensorrt", "plan": "tensorrt", "trt": "tensorrt",
    ]
}
