import DispatchStore
import Extraction
import Intake
import Terminal

/// The throw-away store of `--demo`: in memory, filled from the sample data.
enum Demo {
  static func store() throws -> DispatchStore {
    guard let samples = Locations.samples else {
      throw Failure.failed("The sample data was not found beside the program, in ../share/telex or in $TELEX_DATA; install Telex again.")
    }
    do {
      let store = try DispatchStore.openInMemory()
      _ = try Intake(store: store, extractor: try Extractor(), now: Now.moment).importFiles(at: [samples])
      return store
    } catch let error as StoreError {
      throw Failure.failed(DisplayText(error.description))
    } catch let error as ExtractorError {
      throw Failure.failed(DisplayText(error.description))
    }
  }
}
