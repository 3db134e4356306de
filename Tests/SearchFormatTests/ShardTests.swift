import Compression
import Testing

@testable import SearchFormat

@Suite struct ShardTests {
    @Test(arguments: SampleShard.all)
    func comesBackAsItWasWritten(_ sample: SampleShard) throws {
        #expect(try sample.reread(sample.contents) == sample.contents)
    }

    @Test func valuesComeBack() throws {
        #expect(try TermShard(number: 7, contents: Samples.terms.contents) == Samples.terms)
        #expect(try LongListChunk(number: 2, contents: Samples.longList.contents) == Samples.longList)
        #expect(try WordTable(contents: Samples.words.contents) == Samples.words)
        #expect(try DocumentBlock(number: 12, contents: Samples.documents.contents) == Samples.documents)
        #expect(try DetailBlock(number: 0, contents: Samples.details.contents) == Samples.details)
        #expect(try FacetChunk(number: 1, contents: Samples.facets.contents) == Samples.facets)
        #expect(try NumberColumn(number: 9, contents: Samples.numbers.contents) == Samples.numbers)
        #expect(
            try OrderList(order: .large, modelCount: 70_000, contents: Samples.order.contents) == Samples.order)
        #expect(throws: SearchFormatError.self) {
            try OrderList(order: .large, modelCount: 300, contents: Samples.order.contents)
        }
        #expect(try CentroidShard(contents: Samples.centroids.contents) == Samples.centroids)
        #expect(try CellShard(number: 3, contents: Samples.cells.contents) == Samples.cells)
        #expect(try Manifest(contents: Samples.manifest.contents) == Samples.manifest)
    }

    @Test(arguments: SampleShard.all)
    func refusesEveryTruncation(_ sample: SampleShard) {
        for length in 0..<sample.contents.count {
            #expect(throws: SearchFormatError.self, "first \(length) bytes") {
                try sample.reread(Array(sample.contents.prefix(length)))
            }
        }
        if sample.name.kind != .manifest {
            #expect(throws: SearchFormatError.self) { try sample.reread(sample.contents + [0]) }
        }
    }

    /// A flipped bit may give another value, but never a crash, and nothing that cannot be written again.
    @Test(arguments: SampleShard.all)
    func livesWithEveryFlippedBit(_ sample: SampleShard) throws {
        for bit in 0..<sample.contents.count * 8 {
            var bytes = sample.contents
            bytes[bit / 8] ^= 1 << (bit % 8)
            try refusing { _ = try sample.reread(bytes) }
        }
    }

    /// Whatever the bytes claim to hold must not cost more memory than they have.
    @Test(arguments: SampleShard.all)
    func refusesAbsurdCounts(_ sample: SampleShard) throws {
        let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]
        for place in sample.contents.indices {
            let bytes = sample.contents[..<place] + huge + sample.contents[(place + 1)...]
            try refusing { _ = try sample.reread(Array(bytes)) }
        }
    }

    @Test(arguments: SampleShard.all)
    func envelopeComesBack(_ sample: SampleShard) throws {
        let file = try Shard.pack(sample.contents, as: sample.name)
        #expect(file.starts(with: "HubAtlas.receive(\"\(sample.name.stem)\",\"".utf8))
        #expect(try Shard.unpack(file, as: sample.name) == sample.contents)
    }

    /// gzip's own check sum sees what the shard itself cannot.
    @Test func envelopeRefusesEveryDamage() throws {
        let name = ShardName(.terms, 7)
        let file = try Shard.pack(Samples.terms.contents, as: name)
        for length in 0..<file.count {
            #expect(throws: SearchFormatError.self) { try Shard.unpack(Array(file.prefix(length)), as: name) }
        }
        for bit in 0..<file.count * 8 {
            var bytes = file
            bytes[bit / 8] ^= 1 << (bit % 8)
            // Flags of gzip's header that nobody reads are the only bits without meaning.
            try refusing {
                let contents = try Shard.unpack(bytes, as: name)
                #expect(contents == Samples.terms.contents, "bit \(bit)")
            }
        }
    }

    @Test func refusesAnotherVersionKindAndNumber() throws {
        var bytes = Samples.terms.contents
        bytes[1] = 9
        #expect(throws: SearchFormatError(.unknownVersion(9), at: "t0007", offset: 1)) {
            try TermShard(number: 7, contents: bytes)
        }
        #expect(throws: SearchFormatError(.wrongFile("number 7"), at: "t0008", offset: 2)) {
            try TermShard(number: 8, contents: Samples.terms.contents)
        }
        #expect(throws: SearchFormatError(.wrongFile("kind 116"), at: "f0007", offset: 0)) {
            try FacetChunk(number: 7, contents: Samples.terms.contents)
        }
    }

    @Test func findsTerms() {
        let shard = Samples.terms
        for term in shard.terms { #expect(shard.postings(of: term.text) == term.postings) }
        #expect(shard.postings(of: Array("ber".utf8)) == nil)
        #expect(shard.postings(of: Array("zz".utf8)) == nil)
        #expect(Samples.manifest.termShard(of: Array("#lib".utf8)) == 0)
        #expect(Samples.manifest.termShard(of: Array("bert".utf8)) == 2)
        #expect(Samples.manifest.termShard(of: Array("語".utf8)) == 3)
        #expect(Manifest().termShard(of: Array("a".utf8)) == nil)
    }
}

/// Runs a reader over damaged bytes: a refusal in the format's own words is fine, another error is not.
private func refusing(_ body: () throws -> Void) throws {
    do { try body() } catch is SearchFormatError {}
}
