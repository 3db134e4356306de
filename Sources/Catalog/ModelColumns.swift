package import Core
import SQLite

/// What analysis asks of every model, column by column, in the order of the table's rows.
///
///     let models = try ModelColumns(reading: catalog)
///     for row in 0..<models.count where models.likes[row] > 100 { models.tasks[row] }
///
/// Reading 760,000 models takes a good second and 150 MB; counting over a column then takes milliseconds.
package struct ModelColumns: Sendable {
    package private(set) var count = 0
    package private(set) var repoIDs = TextColumn()
    package private(set) var owners = CodedColumn()
    /// Days since 1970; nil where unknown or before the record.
    package private(set) var createdOn: [Int32?] = []
    package private(set) var isBeforeRecord: [Bool] = []
    package private(set) var tasks = CodedColumn()
    package private(set) var modalities: [Modality] = []
    package private(set) var libraries = CodedColumn()
    package private(set) var licenses = CodedColumn()
    package private(set) var licenseClasses: [LicenseClass] = []
    package private(set) var languages = ListColumn()
    package private(set) var formats = ListColumn()
    package private(set) var architectures = CodedColumn()
    /// −1 where unknown.
    package private(set) var parameters: [Int] = []
    package private(set) var parametersFrom: [ParametersSource?] = []
    package private(set) var isMixtureOfExperts: [Bool] = []
    package private(set) var isMerge: [Bool] = []
    /// −1 where not counted.
    package private(set) var downloads: [Int] = []
    /// −1 where not counted.
    package private(set) var likes: [Int] = []

    /// Throws `CatalogError`.
    package init(reading catalog: Catalog) throws {
        try catalog.inCatalogWords {
            let read = try catalog.database.prepare("SELECT \(Self.selected) FROM models ORDER BY id")
            var enums = Enums(catalog: catalog)
            while try read.step() { try append(read, &enums) }
        }
    }

    /// The month a model was created in; nil where unknown or before the record.
    package func createdIn(_ row: Int) -> Month? { createdOn[row].map { Day(number: Int($0)).month } }
}

extension ModelColumns {
    private static let selected = """
        repo_id, owner, created_at, is_before_record, task, modality, library, license, license_class, languages, formats, \
        architecture, parameters, parameters_from, is_mixture_of_experts, is_merge, downloads, likes
        """

    private mutating func append(_ s: Statement, _ enums: inout Enums) throws {
        count += 1
        s.withText(0) { repoIDs.append($0) }
        owners.append(s.string(1))
        createdOn.append(s.int(2).map { Int32(Instant(seconds: $0).day.number) })
        isBeforeRecord.append(s.bool(3))
        tasks.append(s.string(4))
        modalities.append(try enums.modality(s.string(5)!))
        libraries.append(s.string(6))
        licenses.append(s.string(7))
        licenseClasses.append(try enums.licenseClass(s.string(8)!))
        languages.append(s.string(9))
        formats.append(s.string(10))
        architectures.append(s.string(11))
        parameters.append(s.int(12) ?? -1)
        parametersFrom.append(try s.string(13).map { try enums.parametersFrom($0) })
        isMixtureOfExperts.append(s.bool(14))
        isMerge.append(s.bool(15))
        downloads.append(s.int(16) ?? -1)
        likes.append(s.int(17) ?? -1)
    }

    /// Looks a text up in a table of a few, instead of comparing it with every case.
    private struct Enums {
        let catalog: Catalog
        private let modalities = Dictionary(uniqueKeysWithValues: Modality.allCases.map { ($0.rawValue, $0) })
        private let licenseClasses = Dictionary(uniqueKeysWithValues: LicenseClass.allCases.map { ($0.rawValue, $0) })
        private let sources = Dictionary(uniqueKeysWithValues: ParametersSource.allCases.map { ($0.rawValue, $0) })

        init(catalog: Catalog) { self.catalog = catalog }

        func modality(_ text: String) throws -> Modality { try modalities[text] ?? catalog.known(text) }
        func licenseClass(_ text: String) throws -> LicenseClass { try licenseClasses[text] ?? catalog.known(text) }
        func parametersFrom(_ text: String) throws -> ParametersSource { try sources[text] ?? catalog.known(text) }
    }
}
