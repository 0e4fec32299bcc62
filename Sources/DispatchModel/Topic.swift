/// What a dispatch is about, in the nineteen topics of the project's gold guide, with the IPTC Media Topic each maps to
/// (IPTC NewsCodes, https://cv.iptc.org/newscodes/mediatopic/).
public enum Topic: String, CaseIterable, Hashable, Sendable, Codable {
  case politics, diplomacy, conflict, security, elections, economy, energy, trade, disaster, justice, health, science
  case environment, migration, society, culture, sport, technology, transport

  /// The Media Topic's eight digits.
  public var mediaTopic: String {
    switch self {
    case .politics: "11000000"
    case .diplomacy: "20000638"
    case .conflict: "16000000"
    case .security: "20000593"
    case .elections: "20000574"
    case .economy: "04000000"
    case .energy: "20000256"
    case .trade: "20000389"
    case .disaster: "03000000"
    case .justice: "02000000"
    case .health: "07000000"
    case .science: "13000000"
    case .environment: "06000000"
    case .migration: "20000771"
    case .society: "14000000"
    case .culture: "01000000"
    case .sport: "15000000"
    case .technology: "20000756"
    case .transport: "20000337"
    }
  }
}
