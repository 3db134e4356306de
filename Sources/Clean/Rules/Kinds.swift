import Hub

/// Whether a model is a mixture of experts.
///
///     tag "moe"; family "mixtral", "qwen2_moe"; names "X-8x7B", "X-30B-A3B", "x-moe" → true
///     "mixed-precision"                                                            → false
package enum MixtureRule {
    static func read(_ record: ModelRecord, marks: TagMarks, architecture: String?) -> Bool {
        marks.isMixtureOfExperts || architecture.map(Architectures.areMixtures) == true || isInName(record.id)
    }

    static func isInName(_ repoID: String) -> Bool {
        let name = repoID.utf8.split(separator: UInt8(ascii: "/")).last ?? repoID.utf8[...]
        return name.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.contains { word in
            let bytes = word.map { $0 | 0x20 }
            return bytes.elementsEqual("moe".utf8) || isExperts(bytes) || isActive(bytes)
        }
    }

    /// "8x7b".
    private static func isExperts(_ word: [UInt8]) -> Bool {
        guard let x = word.firstIndex(of: UInt8(ascii: "x")), x > 0, x <= 3, word.last == UInt8(ascii: "b") else {
            return false
        }
        return word[..<x].allSatisfy(isDigit) && word[(x + 1)...].dropLast().allSatisfy(isNumberByte)
            && x + 2 < word.count
    }

    /// "a22b": so many of the parameters are active at a time.
    private static func isActive(_ word: [UInt8]) -> Bool {
        word.count >= 3 && word.first == UInt8(ascii: "a") && word.last == UInt8(ascii: "b")
            && word.dropFirst().dropLast().allSatisfy(isNumberByte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isNumberByte(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: ".") }
}

/// Whether a model is made to talk with.
///
///     tag "conversational"; task "conversational"; a chat template; what a list states → true
package enum ConversationRule {
    static func read(_ record: ModelRecord, marks: TagMarks) -> Bool {
        marks.isConversational || record.pipelineTag == "conversational" || record.config?.hasChatTemplate == true
            || record.gguf?.hasChatTemplate == true || record.isStatedConversational == true
    }
}
