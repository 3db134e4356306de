package import Core

/// The library a model is made for, in one spelling.
///
///     "transformers"  → "transformers"
///     "PyTorch"       → "pytorch"         case does not make another library
///     "scikit-learn"  → "sklearn"         the Hub's own name for it
///     "my library"    → nil               with a `library.bad` diagnostic
package enum LibraryRule {
    /// The library in its one spelling; nil where none is stated, or it is no name.
    package static func read(_ sent: String?, at subject: String, _ diagnostics: inout [Diagnostic]) -> String? {
        guard let sent, !sent.isEmpty else { return nil }
        guard Word.isSimple(sent) else {
            diagnostics.append(Diagnostic("library.bad", at: subject, ""))
            return nil
        }
        let name = sent.lowercased()
        return sameLibrary[name] ?? name
    }

    private static let sameLibrary = [
        "scikit-learn": "sklearn", "torch": "pytorch", "tensorflow": "tf",
        "sentence_transformers": "sentence-transformers",
        "llama-cpp": "llama.cpp", "transformersjs": "transformers.js", "open-clip": "open_clip",
        "sb3": "stable-baselines3",
        "pyannote": "pyannote-audio", "pyannote.audio": "pyannote-audio",
    ]
}
