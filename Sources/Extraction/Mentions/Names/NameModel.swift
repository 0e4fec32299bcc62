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
  private static let labels = 5
  private let scale: Float
  /// `buckets` × labels, row by row.
  private let weights: [Int8]

  /// Reads the model; nil where the file is missing or not of this version.
  init?(path: String) {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: NameModel.magic.count + 4)
    let size = (1 << NameFeatures.bits) * NameModel.labels
    guard fread(&head, 1, head.count, file) == head.count, Array(head.prefix(8)) == NameModel.magic else { return nil }
    let bits = head[8..<12].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    scale = Float(bitPattern: bits)
    var weights = [Int8](repeating: 0, count: size)
    guard fread(&weights, 1, size, file) == size else { return nil }
    self.weights = weights
  }

  /// The likeliest label and its probability.
  func judge(_ features: NameFeatures) -> (label: Label, certainty: Float) {
    // Room for five labels; the rest stays below every sum.
    var sums = SIMD8<Int32>.zero
    weights.withUnsafeBufferPointer { weights in
      for index in features.indices {
        let row = Int(index) * NameModel.labels
        precondition(row + NameModel.labels <= weights.count, "NameModel: no such feature")
        sums[0] &+= Int32(weights[row])
        sums[1] &+= Int32(weights[row + 1])
        sums[2] &+= Int32(weights[row + 2])
        sums[3] &+= Int32(weights[row + 3])
        sums[4] &+= Int32(weights[row + 4])
      }
    }
    var best = 0
    for label in 1..<NameModel.labels where sums[label] > sums[best] { best = label }
    var total: Float = 0
    for label in 0..<NameModel.labels { total += expf(Float(sums[label] - sums[best]) * scale) }
    return (Label.allCases[best], 1 / total)
  }
}
