import Arguments
import Core
import JSON
import Pipeline

/// `hubatlas status`
enum StatusCommand {
    private static let json = Option.flag("json", "write it as JSON")

    static let entry = CommandEntry(
        command: Command(
            "status", "tells what is collected, how old it is, how much disk it takes, what is left",
            options: [json.entry])
    ) { context in
        let status = Status(of: context.data, now: context.time.instant)
        Output.result(context[json] ? status.json.text : status.text)
    }
}
