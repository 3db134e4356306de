import Archive
import Collect
import Core
import Mentions
import Report

/// A file of posts, and what its fields are called where that cannot be guessed.
package struct PostFileSettings: Sendable {
    package var path: String
    package var dateField: String?
    package var textField: String?
    /// What the source is called; else as the file.
    package var name: String?

    package init(path: String, dateField: String? = nil, textField: String? = nil, name: String? = nil) {
        self.path = path
        self.dateField = dateField
        self.textField = textField
        self.name = name
    }
}

extension Pipeline {
    /// Archives a file of posts, whose mentions are counted by the next build.
    ///
    /// - Returns: what was taken for what, in a sentence.
    func takeIn(_ posts: PostFileSettings, _ settings: CollectSettings, into archive: Archive) throws -> String {
        let format = try PostFormat(
            ofFile: posts.path, beginning: try CollectStage.beginning(ofFile: posts.path, bytes: 1 << 20),
            date: posts.dateField, text: posts.textField, name: posts.name)
        log.info(
            "", "posts: the date is \(format.date), the text is \(format.text), the source is called \(format.name)")
        let walk = try CollectStage.importFile(
            posts.path, format: format.archived, lead: format.lead, into: archive, fetchedAt: time.instant,
            fresh: settings.isFresh, log: log)
        try archive.flush()
        return
            "\(format.name): \(Format.count(walk.records, "post")) archived, dated by \(format.date), read from \(format.text)"
    }
}
