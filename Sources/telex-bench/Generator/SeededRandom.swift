import Foundation

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededRandom.mixed(state)
  }

  /// 0..<bound; 0 where the bound is 0. The bias of the remainder is below bound / 2⁶⁴.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next() % UInt64(bound))
  }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of them; the list must hold one.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// 0 ..< 1, in steps of 2⁻⁵³.
  mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A number's well-mixed twin: for choices that hang on a number alone.
  static func mixed(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Ranks whose frequency falls as 1/(rank + flat), as words and names of news do (Zipf, with Mandelbrot's flat top).
struct Zipf {
  private let cumulative: [Double]

  init(count: Int, flat: Double) {
    var sum = 0.0
    cumulative = (1...max(count, 1)).map { rank in
      sum += 1 / (Double(rank) + flat)
      return sum
    }
  }

  /// A rank from 0; the first is the most frequent.
  func draw(_ random: inout SeededRandom) -> Int {
    let wanted = random.fraction() * (cumulative.last ?? 1)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
