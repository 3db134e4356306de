/// A list of the Hub that can be walked as a whole.
///
///     HubList.datasets.format → "hub-datasets"     the format of its pages in the archive
///
/// Its walks have its name: "datasets/2026-11-21".
package enum HubList: String, CaseIterable, Sendable {
    case models, datasets, spaces

    package var format: String { "hub-\(rawValue)" }
}
