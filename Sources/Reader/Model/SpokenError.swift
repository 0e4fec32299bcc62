internal import Terminal

/// An error that can tell its reason in both languages of the interface. Of any other the reader shows the description as it is.
public protocol SpokenError: Error {
  var phrase: Phrase { get }
}

extension Phrase {
  /// What an error says to the reader.
  init(reason error: any Error) {
    let said = DisplayText(String(describing: error))
    self = (error as? any SpokenError)?.phrase ?? Phrase(said, said)
  }
}
