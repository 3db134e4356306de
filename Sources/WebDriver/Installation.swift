import Foundation

/// A browser and the driver that drives it, as they lie on this machine.
package struct Installation: Equatable, Sendable {
    /// The browser's executable; nil where the driver finds its own.
    package var browser: String?
    package var driver: String
}

extension Browser {
    /// The first browser of this kind whose driver is there too; where versions have to match, of the driver's version.
    ///
    /// Throws `missing` when one of both is not there, `mismatched` when no version fits.
    package func installation(in folders: [String] = executableFolders) throws(WebDriverError) -> Installation {
        guard let driver = executable(driverName, in: folders) else {
            throw WebDriverError(.missing(driverName), at: rawValue)
        }
        guard let wanted = executableNames.first else { return Installation(browser: nil, driver: driver) }
        let browsers = executableNames.compactMap { executable($0, in: folders) }
        guard let first = browsers.first else { throw WebDriverError(.missing(wanted), at: rawValue) }
        guard isBoundToVersion else { return Installation(browser: first, driver: driver) }
        let version = majorVersion(of: driver)
        let versions = browsers.map { majorVersion(of: $0) }
        if let version, let match = versions.firstIndex(of: version) {
            return Installation(browser: browsers[match], driver: driver)
        }
        let seen = zip(browsers, versions).map { "\($0) is \($1 ?? "of no version")" }
        throw WebDriverError(
            .mismatched(driver: "\(driver) is \(version ?? "of no version")", browsers: seen), at: rawValue)
    }

    /// Whether a window can be opened here.
    package var isInstalled: Bool { (try? installation()) != nil }
}

/// PATH, then where hosted builders and macOS keep browsers and drivers. `look_for_browser` in scripts/setup.sh looks there, too.
package let executableFolders: [String] = {
    let environment = ProcessInfo.processInfo.environment
    let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let told = ["CHROMEWEBDRIVER", "GECKOWEBDRIVER", "EDGEWEBDRIVER"].compactMap { environment[$0] }
    return path + told + ["/Applications/Google Chrome.app/Contents/MacOS"]
}()

private func executable(_ name: String, in folders: [String]) -> String? {
    folders.lazy.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// "131" of "Chromium 131.0.6778.264 built on Debian 12.8". None for what does not tell: a stub that wants a snap to be
/// installed, or the snap itself, which may not read the files that tests open.
private func majorVersion(of executable: String) -> String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = ["--version"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    // A program that does not start tells no version.
    guard (try? process.run()) != nil else { return nil }
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, !said.contains(" snap") else { return nil }
    let number = said.drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
    return number.isEmpty ? nil : String(number)
}
