public import WireFormats

/// What an import did, and what it refused with each reason.
public struct IntakeReport: Sendable {
  public var new = 0
  public var updated = 0
  public var unchanged = 0
  /// Rows of what is new and updated, where they were asked for.
  public var ids: [Int64] = []
  /// Bytes of input that were read.
  public var bytes = 0
  /// Addresses of feeds that subscription lists held.
  public var subscriptions: [Outline] = []
  public var refused: [Refused] = []

  /// Something that was not taken: the file, and the place and reason in the decoder's words or ours.
  public struct Refused: Sendable {
    public var source: String
    public var french: String
    public var english: String
  }

  public init() {}

  public var total: Int { new + updated + unchanged }

  mutating func refuse(_ source: String, _ refusal: Refusal) {
    refused.append(Refused(source: source, french: refusal.french, english: refusal.english))
  }

  mutating func refuse(_ source: String, french: String, english: String) {
    refused.append(Refused(source: source, french: french, english: english))
  }
}
