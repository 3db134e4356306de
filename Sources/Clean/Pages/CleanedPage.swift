package import Catalog
package import Core

/// What one archived page gave: rows of each kind in the page's order, and what was wrong with it.
package struct CleanedPage: Sendable {
    package var models: [ModelRow] = []
    /// What a list says about models without being a listing of them: it fills gaps of models that are known.
    package var modelFacts: [ModelRow] = []
    package var datasets: [DatasetRow] = []
    package var spaces: [SpaceRow] = []
    /// What Spaces use, from a list that says nothing else about them.
    package var spaceLinks: [SpaceRow] = []
    package var diagnostics: [Diagnostic] = []
    /// What was wrong with the page's own form, counted where it was read.
    package var counts = DiagnosticCounts()
    /// When the server sent it.
    package var day: Day?
    /// Which listing the page is a part of; a model that comes twice in one is a duplicate.
    package var listing = ""
    package var records = 0
}
