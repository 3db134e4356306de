import Core
import JSON
import Server
import Synchronization

/// A list of models behind `/api/models`, paged by a cursor, that goes wrong when it is told to.
final class SmallHub: Sendable {
    struct Model: Sendable {
        var id: String
        var likes: Int
        var createdAt: String
    }

    enum Fault: Sendable {
        case answer(ServerResponse)
        case misbehave(ServerResponse.Misbehavior)
        /// Something happens before the right answer goes out.
        case event(@Sendable () -> Void)
    }

    private struct State {
        var targets: [String] = []
        var faults: [Int: Fault] = [:]
        var isBroken = false
    }

    let models: [Model]
    private let state = Mutex(State())
    nonisolated(unsafe) private var server: Server!
    var url: String { server.baseURL }

    /// Models of one a day, newest first, with likes that rise and fall.
    init(_ count: Int) throws {
        models = (0..<count).map { number in
            let day = Day(number: Day("2026-11-20")!.number - number)
            return Model(id: "owner/model-\(number)", likes: number * 7 % 100, createdAt: "\(day)T10:00:00.000Z")
        }
        server = try Server { [unowned self] in answer($0) }
    }

    /// What was asked, in order.
    var targets: [String] { state.withLock { $0.targets } }
    func forget() { state.withLock { ($0.targets, $0.faults) = ([], [:]) } }

    /// The request of that number (from 0, counting from now on) meets a fault.
    func fail(at number: Int, _ fault: Fault) { state.withLock { $0.faults[$0.targets.count + number] = fault } }

    /// Every answer is a 404, or no more.
    func setBroken(_ isBroken: Bool) { state.withLock { $0.isBroken = isBroken } }

    private func answer(_ request: ServerRequest) -> ServerResponse {
        let (fault, isBroken) = state.withLock { state in
            state.targets.append(request.target)
            return (state.faults[state.targets.count - 1], state.isBroken)
        }
        if isBroken { return ServerResponse(status: 404, text: "not here") }
        if case .answer(let response) = fault { return response }
        if case .event(let happen) = fault { happen() }
        var response = request.segments.count == 2 ? list(request) : detail(request)
        if case .misbehave(let misbehavior) = fault { response.misbehavior = misbehavior }
        return response
    }

    private func list(_ request: ServerRequest) -> ServerResponse {
        let limit = request.value("limit").flatMap { Int($0) } ?? 1000
        let start = request.value("cursor").flatMap { Int($0) } ?? 0
        let sorted =
            request.value("sort") == "likes"
            ? models.sorted { ($1.likes, $0.id) < ($0.likes, $1.id) } : models
        let records = sorted[min(start, sorted.count)..<min(start + limit, sorted.count)].map { model -> JSONValue in
            ["id": .string(model.id), "likes": .integer(model.likes), "createdAt": .string(model.createdAt)]
        }
        var query = request.query.filter { $0.name != "cursor" }
        query.append((name: "cursor", value: "\(start + limit)"))
        let next = query.map { "\($0.name)=\(Percent.encode($0.value))" }.joined(separator: "&")
        let link = (name: "Link", value: "<\(url)/api/models?\(next)>; rel=\"next\"")
        return ServerResponse(json: JSONValue.array(records).bytes, headers: start + limit < sorted.count ? [link] : [])
    }

    private func detail(_ request: ServerRequest) -> ServerResponse {
        let id = request.segments.dropFirst(2).joined(separator: "/")
        guard models.contains(where: { $0.id == id }), !id.hasSuffix("-14") else {
            return ServerResponse(status: 401, json: Array(#"{"error":"Invalid username or password."}"#.utf8))
        }
        return ServerResponse(json: JSONValue.object(["id": .string(id), "siblings": []]).bytes)
    }
}
