import Compression
import Core
import JSON
import TestSupport
import Testing

@testable import Matching

/// The matcher against 400 titles that were labeled by hand: `Fixtures/README.md`.
@Suite struct LabelsTests {
    @Test(arguments: ["tune", "report"]) func mentionsAreThoseOfTheLabels(half: String) throws {
        guard let path = Repository.shared("data/hn-submissions.ndjson.zst", for: "MatchingTests.Labels") else {
            return
        }
        let table = try FamilyTable(path: Repository.path("assets/mentions/families.json"))
        let labels = try labels(half)
        #expect(labels.count == 200)
        var finder = MentionFinder(table)
        var (right, wrong, missed) = (0, 0, 0)
        for line in try Zstd.decompress(try Files.read(path), limit: 1 << 30).split(separator: 10) {
            let post = try JSONDocument.parse(Array(line)).root
            guard let label = labels[post["objectID"]?.string ?? ""] else { continue }
            let found = Set(
                finder.mentions(in: post["title"]?.string ?? "").compactMap { subject -> String? in
                    if case .family(let number) = subject { table.families[number].id } else { nil }
                })
            right += found.intersection(label).count
            wrong += found.subtracting(label).count
            missed += label.subtracting(found).count
        }
        let precision = Double(right) / Double(right + wrong)
        let recall = Double(right) / Double(right + missed)
        print("mentions, half \(half): \(right) right, \(wrong) wrong, \(missed) missed")
        #expect(right > 100)
        #expect(precision >= 0.95)
        #expect(recall >= 0.85)
    }

    private func labels(_ half: String) throws -> [String: Set<String>] {
        let bytes = try Files.read(Repository.path("Tests/MatchingTests/Fixtures/hn-labels.csv"))
        var labels: [String: Set<String>] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            if fields[1] == half { labels[String(fields[0])] = Set(fields[2].split(separator: " ").map(String.init)) }
        }
        return labels
    }
}
