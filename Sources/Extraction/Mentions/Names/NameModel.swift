internal import Glibc
internal import Lexicon

/// The learned judge of unknown names: a multinomial logistic regression over hashed features, weights of one byte.
///
/// Trained by Scripts/train-names.py on the development part of WiNER-fr (CC BY) and the project's own gold; see
/// Sources/Extraction/Models/README.md for provenance and cross-validated figures.
struct NameModel: Sendable {
  /// What a segment may be, in the order of the file.
  enum Label: Int, CaseIterable, Sendable { case none, person, place, organization, other }

  private static let magic: [UInt8] = Array("TLXNAM01".utf8)
  private let scale: Float
  /// `buckets` × labels, row by row.
  private let weights: [Int8]

  /// Reads the model; nil where the file is missing or not of this version.
  init?(path: String) {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    let labels = Label.allCases.count
    let size = NameModel.magic.count + 4 + (1 << NameFeatures.bits) * labels
    var bytes = [UInt8](repeating: 0, count: size)
    guard fread(&bytes, 1, size, file) == size, Array(bytes.prefix(8)) == NameModel.magic else { return nil }
    let bits = bytes[8..<12].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    scale = Float(bitPattern: bits)
    weights = bytes.dropFirst(12).map { Int8(bitPattern: $0) }
  }

  /// The probability of each label, in their order; they add up to 1.
  func probabilities(_ features: NameFeatures) -> [Float] {
    let labels = Label.allCases.count
    var sums = [Int32](repeating: 0, count: labels)
    for index in features.indices {
      let row = Int(index) * labels
      for label in 0..<labels { sums[label] &+= Int32(weights[row + label]) }
    }
    let top = sums.max() ?? 0
    let powers = sums.map { expf(Float($0 - top) * scale) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }
}
