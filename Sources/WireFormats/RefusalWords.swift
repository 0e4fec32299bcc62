/// Refusals in sentences, French and English.
extension Refusal {
  public var french: String { whereabouts(french: true) + sentence(french: true) }
  public var english: String { whereabouts(french: false) + sentence(french: false) }

  private func whereabouts(french: Bool) -> String {
    switch place {
    case .whole: ""
    case .item(let number): french ? "élément \(number) : " : "item \(number): "
    case .line(let number): french ? "ligne \(number) : " : "line \(number): "
    }
  }

  private func sentence(french: Bool) -> String {
    switch reason {
    case .empty: french ? "rien à lire" : "nothing to read"
    case .isHTML:
      french ? "c'est une page HTML, pas un fil" : "this is an HTML page, not a feed"
    case .isBinary: french ? "ce n'est pas du texte" : "this is not text"
    case .isCompressed:
      french ? "fichier compressé : à décompresser d'abord" : "compressed file: decompress it first"
    case .unknownFormat: french ? "format inconnu" : "unknown format"
    case .noSuchFormat(let format):
      french ? "le contenu n'est pas du \(format.rawValue)" : "the content is not \(format.rawValue)"
    case .malformedJSON(let detail): french ? "JSON invalide (\(detail))" : "invalid JSON (\(detail))"
    case .malformedXML: french ? "XML illisible" : "unreadable XML"
    case .truncated:
      french ? "l'entrée s'arrête au milieu ; ce qui était complet est gardé" : "the input breaks off; what was complete is kept"
    case .noText: french ? "ni titre ni texte" : "neither headline nor text"
    case .tooMany(let limit):
      french ? "plus de \(limit) éléments ; le reste est laissé" : "more than \(limit) items; the rest is left out"
    case .tooLarge(let limit):
      french ? "plus de \(limit) octets" : "larger than \(limit) bytes"
    case .duplicate(let id):
      french ? "le même identifiant deux fois, la dernière version est gardée : \(id.prefix(80))"
        : "the same id twice, the last one is kept: \(id.prefix(80))"
    case .unsafeAddress(let address):
      french ? "adresse refusée : \(address.prefix(80))" : "address refused: \(address.prefix(80))"
    }
  }
}
