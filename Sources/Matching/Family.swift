package import Core

/// A family of models that people talk about by one name, of any maker, with open weights or without.
package struct Family: Equatable, Sendable {
    package enum Weights: String, Sendable { case open, closed, both }

    /// "stable-diffusion".
    package var id: String
    /// "Stable Diffusion".
    package var name: String
    package var maker: String
    package var weights: Weights
    /// Before it the name meant something else.
    package var since: Month
    package var aliases: [Alias]
    /// Words that are company for an alias of this family that needs some.
    package var near: [String]
    /// Words in whose company no alias of this family counts.
    package var unless: [String]
    /// Title in the English Wikipedia; nil without an article of its own.
    package var article: String?
    /// What to ask a search for; a name that means nothing else is counted there, the others are fetched and read.
    package var questions: [String]
    /// Phrases that nothing else goes by: what can be counted where nothing can be read. None where there are none.
    package var phrases: [String]
    /// The search's own count is the family's count.
    package var isUnmistakable: Bool
}

/// A name of a family, and when it counts.
package struct Alias: Equatable, Sendable {
    package enum Case: String, Sendable {
        case any
        /// Its first letter is a capital.
        case capital
        /// Every letter is.
        case upper
    }

    package enum Company: Equatable, Sendable {
        /// A number right behind: "Opus 4.5".
        case version
        /// A number with B or M right behind: "Yi-34B".
        case size
        /// A word of the table's context of that name.
        case context(String)
        /// One of the family's own words.
        case near
    }

    package var text: String
    package var letters = Case.any
    /// Any of them is enough; it counts alone where there are none.
    package var company: [Company] = []
}
