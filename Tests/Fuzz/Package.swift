// swift-tools-version: 6.2
// The fuzzer: a package of its own, because libFuzzer brings the program's main function along and every room is built with its
// coverage. `make fuzz` builds and runs it (Scripts/fuzz says how); `swift test` never sees it.
import PackageDescription

let package = Package(
  name: "TelexFuzz",
  dependencies: [.package(name: "telex", path: "../..")],
  targets: [
    .executableTarget(
      name: "TelexFuzz", dependencies: [.product(name: "Rooms", package: "telex")],
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")])
  ]
)
