internal import Glibc
internal import Synchronization
internal import Terminal

/// Runs effects, a task each, and leaves their answers in the mailbox as events.
///
/// Of an exclusive kind only the newest task runs: starting one cancels the one before. A task is counted before it starts, so
/// `isIdle` never says so too early.
final class EffectRunner: Sendable {
  private struct Running {
    var tasks: [EffectKind: (generation: Int, task: Task<Void, Never>)] = [:]
    var pending = 0
    /// Those under way that change what is kept.
    var keeping = 0
  }

  private let services: ReaderServices
  private let mailbox: Mailbox<ReaderEvent>
  private let running = Mutex(Running())

  init(services: ReaderServices, mailbox: Mailbox<ReaderEvent>) {
    self.services = services
    self.mailbox = mailbox
  }

  /// No question is under way. Waits are not counted.
  var isIdle: Bool { running.withLock { $0.pending == 0 } }

  func start(_ effect: Effect) {
    switch effect {
    case .quit: cancelAll()
    case .cancel(let kind): running.withLock { $0.tasks.removeValue(forKey: kind)?.task.cancel() }
    case .wait(let ticket, let milliseconds):
      launch(ticket) { [mailbox] in
        // A wait that is cancelled rings for nobody.
        guard (try? await Task.sleep(for: .milliseconds(milliseconds))) != nil else { return }
        mailbox.post(.timer(ticket))
      }
    case .ask(let ticket, let question):
      running.withLock {
        $0.pending += 1
        $0.keeping += question.keeps ? 1 : 0
      }
      launch(ticket) { [services, mailbox, self] in
        let answer = await services.answer(question)
        if !Task.isCancelled { mailbox.post(.answer(ticket, answer)) }
        self.running.withLock {
          $0.pending -= 1
          $0.keeping -= question.keeps ? 1 : 0
        }
      }
    }
  }

  /// Waits until what was asked to be kept is kept, for that long at most: a star given right before the end is not lost. Blocks.
  func finish(within limit: Duration = .seconds(2)) {
    let start = ContinuousClock.now
    while running.withLock({ $0.keeping > 0 }), ContinuousClock.now - start < limit { usleep(2_000) }
  }

  func cancelAll() {
    running.withLock { running in
      running.tasks.values.forEach { $0.task.cancel() }
      running.tasks = [:]
    }
  }

  private func launch(_ ticket: Ticket, _ work: @escaping @Sendable () async -> Void) {
    let task = Task { await work() }
    guard ticket.kind.isExclusive else { return }
    running.withLock { running in
      running.tasks[ticket.kind]?.task.cancel()
      running.tasks[ticket.kind] = (ticket.generation, task)
    }
  }
}

extension ReaderServices {
  /// Asks the closure that the question is for; an error becomes an answer.
  func answer(_ question: Question) async -> Answer {
    do {
      switch question {
      case .page(let request): return .page(request, try await page(request))
      case .count(let query): return .count(query, try await count(query))
      case .document(let id): return .document(try await document(id))
      case .lines(let ids): return .lines(try await lines(ids))
      case .countries(let query): return .countries(try await countries(query))
      case .entities(let request): return .entities(try await entities(request))
      case .dossier(let entity): return .dossier(try await dossier(entity))
      case .story(let id): return .story(try await story(id))
      case .storyTexts(let ids):
        var documents: [DispatchDocument] = []
        for id in ids {
          if let one = try await document(id) { documents.append(one) }
        }
        return .storyTexts(documents)
      case .mark(let change): return .marked(change, try await mark(change))
      case .undo: return .undone(try await undo())
      case .redo: return .redone(try await redo())
      case .tags: return .tags(try await tags())
      case .savedSearches: return .savedSearches(try await savedSearches())
      case .saveSearch(let search):
        try await saveSearch(search)
        return .savedSearches(try await savedSearches())
      case .removeSearch(let name):
        try await removeSearch(name)
        return .savedSearches(try await savedSearches())
      case .completions(let field, let prefix): return .completions(try await completions(field, prefix))
      case .months(let entity): return .months(try await months(entity))
      case .history: return .history(try await history())
      case .feeds: return .feeds(try await feeds())
      case .themes: return .themes(try await themes())
      case .keepHistory(let queries):
        try await keepHistory(queries)
        return .keptSetting(true)
      case .fetch: return .fetched(try await fetch())
      case .open(let address):
        try await open(address)
        return .opened(address)
      case .copy(let text):
        try await copy(text)
        return .copied(text)
      case .give(let name, let program, let target):
        let (count, output) = try await give(program, target)
        return .gave(name, count: count, output: output)
      case .write(let path, let target): return .wrote(path: path, count: try await write(path, target))
      case .settings:
        let (settings, problems) = try await settings()
        return .settings(settings, problems: problems)
      case .keepSetting(let name, let value): return .keptSetting(try await keepSetting(name, value))
      }
    } catch {
      return .failed(Phrase(reason: error))
    }
  }
}
