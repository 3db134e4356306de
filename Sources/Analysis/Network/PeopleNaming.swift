import Hashing

/// How people are called in what a site shows and exports: by their public account names, or by pseudonyms.
///
///     PeopleNaming.pseudonyms(key: key).shown(["julien-c"]) → ["person 3f0a9c"]
///
/// A pseudonym is the beginning of a keyed hash of the name (HMAC-SHA-256), so the same account has the same one in every build
/// that has the key, and nobody without the key can try names. It is no strong anonymity: who knows what somebody committed to
/// can find them by their place in the network, and an owner's name stands in the ids of its models.
package enum PeopleNaming: Equatable, Sendable {
    case names
    case pseudonyms(key: [UInt8])

    /// What to show in place of each of these accounts. To be asked once for all of a site: a pseudonym is longer where two of
    /// those asked about would be alike.
    func book(of accounts: some Sequence<String>) -> [String: String] {
        let names = Set(accounts).sorted()
        return Dictionary(uniqueKeysWithValues: zip(names, shown(names)))
    }

    /// What to show in place of these different names, in their order; longer where two would be alike.
    func shown(_ names: [String]) -> [String] {
        guard case .pseudonyms(let key) = self else { return names }
        let hashes = names.map { SHA256.hexadecimal(Self.keyed($0, key)) }
        var digits = [Int](repeating: 6, count: names.count)
        while true {
            let shown = zip(hashes, digits).map { "person \($0.prefix($1))" }
            var places: [String: [Int]] = [:]
            for (i, name) in shown.enumerated() { places[name, default: []].append(i) }
            let alike = places.values.filter { $0.count > 1 }.flatMap(\.self)
            if alike.isEmpty { return shown }
            for i in alike { digits[i] += 2 }
        }
    }

    private static func keyed(_ name: String, _ key: [UInt8]) -> [UInt8] {
        // HMAC (RFC 2104): keys of at most one block, padded with zeros.
        let block = (key.count > 64 ? SHA256.digest(key) : key) + [UInt8](repeating: 0, count: 64)
        let padded = block.prefix(64)
        return SHA256.digest(padded.map { $0 ^ 0x5c } + SHA256.digest(padded.map { $0 ^ 0x36 } + Array(name.utf8)))
    }
}
