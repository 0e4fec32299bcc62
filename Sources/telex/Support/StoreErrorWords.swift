import DispatchModel
public import DispatchStore
public import Reader
import Terminal

/// The store's reasons in the reader's languages.
extension StoreError: SpokenError {
  public var phrase: Phrase {
    let english = DisplayText(description)
    let french: DisplayText
    switch self {
    case .cannotOpen(let path, let reason): french = "La base \(DisplayText(path)) ne peut être ouverte : \(DisplayText(reason))."
    case .notOurs(let path): french = "\(DisplayText(path)) est la base d'un autre programme ; choisissez un autre fichier par --store."
    case .newer(let path): french = "La base \(DisplayText(path)) vient d'un Telex plus récent ; rien n'a été changé. Mettez Telex à jour."
    case .older(let path): french = "La base \(DisplayText(path)) vient d'un Telex plus ancien et ne peut être écrite. Copiez-la là où elle peut l'être."
    case .damaged(let path): french = "La base \(DisplayText(path)) est abîmée. « telex doctor --repair » sauve ce qui peut se lire."
    case .readOnly(let path): french = "La base \(DisplayText(path)) ne peut être écrite ; elle n'est ouverte qu'en lecture."
    case .diskFull: french = "Le disque est plein : rien n'a été gardé. Faites de la place et recommencez."
    case .wrongQuery(let error): french = "colonne \(error.column) : \(DisplayText(error.message(in: "fr")))"
    case .failed(let reason): french = DisplayText(reason)
    }
    return Phrase(french, english)
  }
}
