package import Core

extension ModelRow {
    /// This row together with another of the same model: what the later of the two says stands, gaps are filled from the
    /// other, and every day's counts are kept.
    ///
    ///     { likes 7 on 2024-07-11, license mit }  with  { likes 9 on 2025-03-11 }
    ///     → { likes 9, license mit, observations 2024-07-11: 7 · 2025-03-11: 9 }
    ///
    /// On the same day the incoming row is the later one. Parameters go by their origin first: a counted tensor beats a
    /// number read from a name, whenever that was. Rows with different `hubID`s are two repos of one name: nothing of the
    /// earlier stays.
    package func merged(with incoming: ModelRow) -> ModelRow {
        let incomingIsLater = (incoming.observedOn ?? .distantPast) >= (observedOn ?? .distantPast)
        let (later, earlier) = incomingIsLater ? (incoming, self) : (self, incoming)
        if let a = later.hubID, let b = earlier.hubID, a != b, later.repoID == earlier.repoID { return later }
        var row = later
        row.fillGaps(from: earlier)
        row.observations = CountHistory.merged(observations, incoming.observations)
        return row
    }

    /// This row with its gaps filled from a fact; the bases of both are kept.
    ///
    ///     { bases [a/b unknown] } with { bases [a/b merge, c/d merge] } → { bases [a/b merge, c/d merge] }
    package func filled(with fact: ModelRow) -> ModelRow {
        var row = self
        row.fillGaps(from: fact)
        // Two readings of one thing: facts come in the order in which they were collected.
        row.treeSizeBytes = fact.treeSizeBytes ?? row.treeSizeBytes
        if fact.parametersFrom == .page, parametersFrom == .page { row.parameters = fact.parameters }
        for base in fact.bases where !row.bases.contains(where: { $0.repoID == base.repoID }) { row.bases.append(base) }
        return row
    }

    /// The day of the newest counts.
    package var observedOn: Day? { observations.last?.day }
}

extension ModelRow {
    private mutating func fillGaps(from earlier: ModelRow) {
        hubID = hubID ?? earlier.hubID
        owner = owner ?? earlier.owner
        createdAt = createdAt ?? earlier.createdAt
        isBeforeRecord = createdAt == nil && (isBeforeRecord || earlier.isBeforeRecord)
        lastModified = lastModified ?? earlier.lastModified
        if task == nil { (task, modality) = (earlier.task, earlier.modality) }
        library = library ?? earlier.library
        if licenseClass == .none {
            (license, licenseRaw, licenseClass) = (earlier.license, earlier.licenseRaw, earlier.licenseClass)
        }
        if languages.isEmpty { languages = earlier.languages }
        if papers.isEmpty { papers = earlier.papers }
        if datasets.isEmpty { datasets = earlier.datasets }
        if tags.isEmpty { tags = earlier.tags }
        fillBases(from: earlier)
        if rank(earlier.parametersFrom) > rank(parametersFrom) {
            (parameters, parametersFrom) = (earlier.parameters, earlier.parametersFrom)
        }
        if formats.isEmpty { formats = earlier.formats }
        weightBits = weightBits ?? earlier.weightBits
        architecture = architecture ?? earlier.architecture
        gated = gated ?? earlier.gated
        isConversational = isConversational || earlier.isConversational
        isMerge = isMerge || earlier.isMerge
        isMixtureOfExperts = isMixtureOfExperts || earlier.isMixtureOfExperts
        downloads = downloads ?? earlier.downloads
        downloadsAllTime = downloadsAllTime ?? earlier.downloadsAllTime
        likes = likes ?? earlier.likes
        trendingScore = trendingScore ?? earlier.trendingScore
        usedStorageBytes = usedStorageBytes ?? earlier.usedStorageBytes
        treeSizeBytes = treeSizeBytes ?? earlier.treeSizeBytes
        fileCount = fileCount ?? earlier.fileCount
        if observedOn == earlier.observedOn { removedOn = removedOn ?? earlier.removedOn }
    }

    /// The later list of bases stands; a relation it does not know is taken from the earlier one.
    private mutating func fillBases(from earlier: ModelRow) {
        if bases.isEmpty { return bases = earlier.bases }
        for i in bases.indices where bases[i].relation == .unknown {
            let known = earlier.bases.first { $0.repoID == bases[i].repoID }
            bases[i].relation = known?.relation ?? .unknown
        }
    }

    private func rank(_ source: ParametersSource?) -> Int {
        switch source {
        case nil: 0
        case .name: 1
        case .list: 2
        // The Hub's own count, rounded.
        case .page: 3
        case .gguf: 4
        case .safetensors: 5
        }
    }
}

extension Day {
    fileprivate static let distantPast = Day(number: .min)
}
