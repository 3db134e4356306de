import Foundation

/// The place of the n-th of many things laid closely around one point: a spiral of golden angles, evenly dense however many.
///
///     sunflower(0, gap: 1) → (0, 0)
///     sunflower(4, gap: 1) → two from the middle
///
/// - Parameter gap: about the distance to the next.
/// - Source: Vogel, "A better way to construct the sunflower head" (1979).
package func sunflower(_ n: Int, gap: Float) -> (x: Float, y: Float) {
    let angle = Double(n) * 2.399_963_229_728_653
    let radius = Double(gap) * Double(n).squareRoot()
    return (Float(radius * cos(angle)), Float(radius * sin(angle)))
}
