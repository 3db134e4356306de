/// The known word that was probably meant; nil when none is near enough to be worth saying.
///
///     guess("fotter", among: ["footer", "header"]) → "footer"
///     guess("zebra", among: ["footer", "header"])  → nil
///
/// Near is at most a third of the letters changed, swapped neighbors counted once (optimal string alignment distance).
/// Of equally near ones the first in order of the alphabet. O(letters² × words).
package func guess(_ word: String, among words: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    let nearest = words.sorted().map { (word: $0, distance: distance(wanted, Array($0.lowercased().unicodeScalars))) }
        .min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= max(1, max(wanted.count, nearest.word.count) / 3) else { return nil }
    return nearest.word
}

/// " (did you mean "footer"?)", or nothing: for the end of an error's sentence.
package func didYouMean(_ word: String, among words: some Sequence<String>) -> String {
    guess(word, among: words).map { " (did you mean \"\($0)\"?)" } ?? ""
}

private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
