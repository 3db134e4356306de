/// The pages of a list, one after another by their `Link` headers.
///
///     for try await page in client.models(ModelQuery()) { … }
///
/// A page is asked for when the caller wants it, not before: what the caller did with the last one is done by then.
/// Leaving the loop, or cancelling the task, ends what is under way.
package struct HubPages: AsyncSequence, Sendable {
    package typealias Element = HubPage

    let first: String
    let fetch: @Sendable (_ url: String) async throws -> HubPage

    package func makeAsyncIterator() -> Iterator { Iterator(next: first, fetch: fetch) }

    /// Throws `HubError.cursorStands` for a list that leads back to an address or to a body that it gave before: it would
    /// never end.
    package struct Iterator: AsyncIteratorProtocol {
        fileprivate var next: String?
        fileprivate let fetch: @Sendable (String) async throws -> HubPage
        private var visited: Set<String> = []
        private var lastBody: Int?

        fileprivate init(next: String, fetch: @escaping @Sendable (String) async throws -> HubPage) {
            self.next = next
            self.fetch = fetch
        }

        package mutating func next() async throws -> HubPage? {
            guard let url = next else { return nil }
            guard visited.insert(url).inserted else { throw HubError(.cursorStands, at: url) }
            let page = try await fetch(url)
            var hasher = Hasher()
            page.body.withUnsafeBytes { hasher.combine(bytes: $0) }
            let body = hasher.finalize()
            guard page.next == nil || lastBody != body else { throw HubError(.cursorStands, at: page.url) }
            (lastBody, next) = (body, page.next)
            return page
        }
    }
}
