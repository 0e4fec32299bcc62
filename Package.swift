// swift-tools-version: 6.2
// The house of Telex. Sources/ holds one room a module; Documentation/House.md says what each is for and who may import whom,
// and Tests/HouseTests holds the import lines against that table.
import PackageDescription

/// What every Swift target of ours is built with. A warning of ours is an error.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// The room where speed is measured in MB/s: bounds stay checked; that no draft is changed while it is read is checked in debug
/// builds, which the tests are, and costs a call for each look at a draft in others.
let fast: [SwiftSetting] = house + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

/// The lexicon's reader and writer are optimised in debug builds too: build tools are always built so, and compiling the French
/// lexicon would take a minute instead of two seconds.
let always: [SwiftSetting] = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "telex",
  products: [
    .executable(name: "telex", targets: ["telex"]),
    .executable(name: "telex-bench", targets: ["telex-bench"]),
    // What Tests/Fuzz, a package of its own, builds against.
    .library(name: "Rooms", targets: ["DispatchModel", "Extraction", "WireFormats", "Terminal", "Reader"]),
  ],
  dependencies: [
    // The command line: parsing, help, completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The store: SQLite with WAL, FTS5 and migrations, over the system's SQLite.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Settings and themes are TOML, which users of terminal programs write by hand.
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // System libraries, each a module map and a header that turns macros and C globals into functions.
    // ncurses needs C of our own around it: signal handlers that restore the terminal. Its header: libncurses-dev.
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // libxml2's headers bring in ICU's, which clash with Foundation's own: Swift sees only the header of CLibXML2.
    .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CLibXML2", dependencies: ["LibXML2"]),
    // libcurl, loaded at the first transfer and not linked. Its header: libcurl4-openssl-dev.
    .target(name: "CCurl"),
    // zlib packs the texts in the store. Its header: zlib1g-dev.
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),

    .target(name: "DispatchModel", dependencies: ["Lexicon"], swiftSettings: house),
    .target(name: "Lexicon", swiftSettings: always),
    .executableTarget(name: "LexiconCompiler", dependencies: ["Lexicon"], swiftSettings: always),
    .plugin(name: "CompileLexicons", capability: .buildTool(), dependencies: ["LexiconCompiler"]),
    .target(
      name: "Extraction", dependencies: ["DispatchModel", "Lexicon"], exclude: ["Languages", "Models/README.md"],
      resources: [.copy("Models/names.model")],
      swiftSettings: fast, plugins: ["CompileLexicons"]),
    .target(name: "WireFormats", dependencies: ["DispatchModel", "CLibXML2"], swiftSettings: house),
    .target(
      name: "DispatchStore", dependencies: ["DispatchModel", "Lexicon", "CZlib", .product(name: "GRDB", package: "GRDB.swift")],
      resources: [.embedInCode("Saving/story-words.tsv")], swiftSettings: house),
    .target(name: "Feeds", dependencies: ["DispatchModel", "WireFormats", "CCurl"], swiftSettings: house),
    .target(
      name: "Intake", dependencies: ["DispatchModel", "Extraction", "WireFormats", "DispatchStore", "Feeds"],
      swiftSettings: house),
    .target(name: "Terminal", dependencies: ["CNcurses"], swiftSettings: house),
    .target(
      name: "Reader", dependencies: ["DispatchModel", "Terminal", "TOMLKit"], resources: [.copy("Map/world.tsv")],
      swiftSettings: house),
    .executableTarget(
      name: "telex",
      dependencies: [
        "DispatchModel", "Extraction", "WireFormats", "DispatchStore", "Feeds", "Intake", "Terminal", "Reader", "TOMLKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "telex-bench",
      dependencies: [
        "DispatchModel", "Extraction", "WireFormats", "DispatchStore", "Intake", "Terminal", "Reader", "CPty",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    .testTarget(name: "DispatchModelTests", dependencies: ["DispatchModel"], swiftSettings: house),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon"], swiftSettings: house),
    .testTarget(name: "ExtractionTests", dependencies: ["DispatchModel", "Lexicon", "Extraction"], swiftSettings: house),
    .testTarget(name: "WireFormatsTests", dependencies: ["DispatchModel", "WireFormats"], swiftSettings: house),
    .testTarget(
      name: "DispatchStoreTests",
      dependencies: ["DispatchModel", "DispatchStore", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: house),
    .testTarget(
      name: "FeedsTests", dependencies: ["DispatchModel", "WireFormats", "Feeds"], exclude: ["server.py", "tls.py"], swiftSettings: house),
    .testTarget(name: "IntakeTests", dependencies: ["DispatchModel", "DispatchStore", "Extraction", "Intake", "WireFormats"], swiftSettings: house),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: house),
    .testTarget(
      name: "ReaderTests", dependencies: ["DispatchModel", "Terminal", "Reader"], exclude: ["Frames"], swiftSettings: house),
    .testTarget(name: "HouseTests", swiftSettings: house),
    // The real program on a real terminal line: a small C helper around forkpty.
    .target(name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util")]),
    .testTarget(name: "EndToEnd", dependencies: ["telex", "telex-bench", "CPty", "DispatchModel", "DispatchStore", "Reader"], exclude: ["feeds.py", "manyfeeds.py", "greader.py", "proxy.py", "rawserver.py"], swiftSettings: house),
  ]
)
