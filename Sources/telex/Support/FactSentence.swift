import DispatchModel
import Terminal

/// A fact in one line, as `telex facts` and `telex show` print it.
enum FactSentence {
  static func line(_ fact: Fact) -> DisplayText { DisplayText(words(fact)) }

  private static func words(_ fact: Fact) -> String {
    switch fact.content {
    case .office(let office):
      let former = office.isFormer ? "ex-" : ""
      return "\(office.person) · \(former)\(office.title)\(office.of.map { " · \($0)" } ?? "")"
    case .statement(let statement):
      let words = statement.isQuoted ? "« \(statement.content) »" : statement.content
      return "\(statement.speaker.id) : \(words)\(statement.via.map { " (\($0))" } ?? "")"
    case .figure(let figure):
      let unit = figure.unit.isEmpty ? "" : " \(figure.unit)"
      return "\(number(figure.value))\(unit) \(figure.what)\(figure.of.map { " · \($0)" } ?? "")"
    case .casualties(let toll):
      let parts = [(toll.dead, "†"), (toll.injured, "+"), (toll.missing, "?")].compactMap { count, sign in count.map { "\(sign)\($0)" } }
      let rest = [toll.cause, toll.place, toll.when].compactMap { $0 }
      return ((toll.isAbout ? ["~"] : []) + parts + rest).joined(separator: " ")
    case .event(let event):
      let actors = event.actors.map(\.id).joined(separator: ", ")
      let targets = event.targets.map(\.id).joined(separator: ", ")
      let arrow = targets.isEmpty ? actors : "\(actors.isEmpty ? "?" : actors) → \(targets)"
      let rest = [event.status == .happened ? nil : event.status.rawValue, event.when, event.place].compactMap { $0 }
      return "\(arrow.isEmpty ? "?" : arrow) · \(event.category.rawValue) (\(event.trigger))\(rest.isEmpty ? "" : " · " + rest.joined(separator: " · "))"
    }
  }

  /// Whole numbers without a decimal point.
  static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? String(value) }
}
