// The two functions that libFuzzer calls. FUZZ_TARGET names what is fuzzed, as `FuzzTarget` lists it.
import Glibc

/// Chosen once, at the first input: libFuzzer runs one thread.
private let target: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let found = FuzzTarget(rawValue: name) else {
    let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    fatalError("FUZZ_TARGET is \"\(name)\"; it is one of: \(known)")
  }
  return found
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
