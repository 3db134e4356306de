package import Core

/// The counts of one repo day by day, as small as the catalog keeps them: differences, in a row of bytes.
///
///     CountHistory.bytes([2024-07-11: 51,255,465 downloads, 1,674 likes; 2024-07-12: 51,300,000, 1,674])
///     → 11 bytes, of which the second day takes 5
///     CountHistory.observations(those bytes)  → the same two
///
/// A listing of a million models a day for years would be a billion rows; like this an unchanged day is three bytes.
/// Every number is LEB128 (seven bits a byte, lowest first); differences of either sign are 0, −1, 1, −2 → 0, 1, 2, 3:
///
///     of each day, in rising order
///       days since the day before (the first: since 1970), times 4, plus 1 where downloads are known, plus 2 where likes are
///       downloads less the last known ones (the first: less 0)        where they are known
///       likes less the last known ones                                where they are known
package enum CountHistory {
    /// - Parameter observations: in rising order of days.
    package static func bytes(_ observations: [Observation]) -> [UInt8] {
        var writer = Writer()
        var last = Observation(day: Day(number: 0), downloads: 0, likes: 0)
        for seen in observations {
            let known = (seen.downloads == nil ? 0 : 1) + (seen.likes == nil ? 0 : 2)
            writer.append(UInt64((seen.day.number - last.day.number) * 4 + known))
            if let downloads = seen.downloads { writer.append(difference: downloads &- last.downloads!) }
            if let likes = seen.likes { writer.append(difference: likes &- last.likes!) }
            last = Observation(
                day: seen.day, downloads: seen.downloads ?? last.downloads, likes: seen.likes ?? last.likes)
        }
        return writer.bytes
    }

    /// nil for bytes that are no history.
    package static func observations(_ bytes: UnsafeBufferPointer<UInt8>) -> [Observation]? {
        var reader = Reader(bytes: bytes)
        var observations: [Observation] = []
        var (day, downloads, likes) = (0, 0, 0)
        while !reader.isAtEnd {
            guard let head = reader.number(), let days = Int(exactly: head / 4), days <= maxDays else { return nil }
            guard observations.isEmpty || days > 0 else { return nil }
            day += days
            var seen = Observation(day: Day(number: day), downloads: nil, likes: nil)
            if head & 1 != 0 {
                guard let difference = reader.difference() else { return nil }
                downloads &+= difference
                seen.downloads = downloads
            }
            if head & 2 != 0 {
                guard let difference = reader.difference() else { return nil }
                likes &+= difference
                seen.likes = likes
            }
            observations.append(seen)
        }
        return observations
    }

    /// A day that far on belongs to no history.
    private static let maxDays = 1_000_000
}

extension CountHistory {
    /// Two histories as one; on a day that both have the second one stands, where it knows.
    ///
    ///     merged([2024-07-11: 5 downloads], [2024-07-11: 7 downloads, 2024-07-12: 8])  → [2024-07-11: 7, 2024-07-12: 8]
    static func merged(_ first: [Observation], _ second: [Observation]) -> [Observation] {
        var byDay: [Day: Observation] = [:]
        for seen in first + second {
            let before = byDay[seen.day]
            byDay[seen.day] = Observation(
                day: seen.day, downloads: seen.downloads ?? before?.downloads, likes: seen.likes ?? before?.likes)
        }
        return byDay.values.sorted { $0.day < $1.day }
    }

    /// The days on which a counter, usually that of downloads, was broken: at zero, or not a hundredth of what it was, between two
    /// counts of at least `least`.
    ///
    ///     51,000,000 · 0 · 0 · 50,000,000  → the two in the middle
    ///     51,000,000 · 0                   → none: it may be true
    ///
    /// They are marked, not mended: nobody knows what was counted.
    package static func glitches(
        in observations: [Observation], of counter: (Observation) -> Int? = { $0.downloads }, least: Int = 100
    ) -> [Day] {
        var glitches: [Day] = []
        var before: Int?
        var low: [Day] = []
        for seen in observations {
            guard let count = counter(seen) else { continue }
            if let high = before, high >= least, count * 100 < high {
                low.append(seen.day)
                continue
            }
            // Only what comes back to a tenth of what it was shows that it was never gone.
            if let high = before, count >= least, count * 10 >= high { glitches += low }
            low = []
            before = count
        }
        return glitches
    }
}

private struct Writer {
    var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(difference value: Int) { append(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))) }
}

private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard position < bytes.count else { return nil }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }

    mutating func difference() -> Int? {
        number().map { Int(bitPattern: UInt(truncatingIfNeeded: $0 >> 1)) ^ -Int($0 & 1) }
    }
}
