private import Foundation

/// A town, or a country where no town is known, and how sure that is.
///
///     Place(town: "Paris", country: "FR", latitude: 48.85, longitude: 2.35, confidence: 0.95)
///     Place(country: "FR", confidence: 0.6)
package struct Place: Equatable, Sendable {
    package var town: String?
    /// ISO 3166-1 alpha-2, or "XK".
    package var country: String
    /// Both or none.
    package var latitude: Double?
    package var longitude: Double?
    /// From 0 to 1: of the text, that it names this place; not that the text is right.
    package var confidence: Double

    package init(
        town: String? = nil, country: String, latitude: Double? = nil, longitude: Double? = nil, confidence: Double
    ) {
        self.town = town
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
        self.confidence = confidence
    }

    /// Kilometers between two places; nil where one of them has no coordinates.
    package func kilometers(to other: Place) -> Double? {
        guard let latitude, let longitude, let otherLatitude = other.latitude, let otherLongitude = other.longitude
        else { return nil }
        return greatCircle(latitude, longitude, otherLatitude, otherLongitude)
    }
}

/// Kilometers along a sphere of the Earth's mean radius (haversine).
///
///     greatCircle(48.85, 2.35, 51.51, -0.13) → 344
func greatCircle(_ latitudeA: Double, _ longitudeA: Double, _ latitudeB: Double, _ longitudeB: Double) -> Double {
    let radians = Double.pi / 180
    let (a, b) = (latitudeA * radians, latitudeB * radians)
    let north = sin((b - a) / 2)
    let east = sin((longitudeB - longitudeA) * radians / 2)
    return 2 * 6371 * asin(min(1, (north * north + cos(a) * cos(b) * east * east).squareRoot()))
}
