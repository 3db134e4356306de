import Core
import Foundation

/// Every figure as SVG and PNG in `figures/`, under its id: to print, to send, to show where no page is.
struct PictureFiles {
    struct Entry {
        var svg: (name: String, sizeBytes: Int)
        var png: (name: String, sizeBytes: Int)
    }

    /// By the figure's id.
    private(set) var entries: [String: Entry] = [:]

    init(_ pictures: [String: Picture], into folder: inout SiteFolder) throws {
        for (id, picture) in pictures.sorted(by: { $0.key < $1.key }) {
            entries[id] = Entry(
                svg: (try folder.write(picture.svg, to: "figures/\(id).svg"), picture.svg.count),
                png: (try folder.write(picture.png, to: "figures/\(id).png"), picture.png.count))
        }
    }
}

/// The fonts of pictures: the same on every machine that has them, so that the same figure is the same pixels.
enum PictureFonts {
    /// Where Debian and Ubuntu have Inter (fonts-inter) and P052 (fonts-urw-base35), as `assets/fonts.conf` names them.
    private static let folders = ["/usr/share/fonts/opentype/inter", "/usr/share/fonts/opentype/urw-base35"]

    /// fontconfig's settings that know these fonts alone; nil, and a warning, where one is missing.
    static func settings(root: String, log: Log) -> String? {
        let missing = folders.filter { !Files.isFolder($0) }
        guard missing.isEmpty else {
            log.warning(
                SiteStage.stage,
                "\(missing.joined(separator: ", ")) not found (fonts-inter, fonts-urw-base35): PNG pictures take this "
                    + "system's own fonts")
            return nil
        }
        return URL(fileURLWithPath: "\(root)/assets/fonts.conf").path
    }
}
