/// xterm's 256 colours: sixteen of the VT family as xterm shows them by default, a 6 × 6 × 6 cube, 24 greys.
enum Palette {
  static let xterm: [(red: UInt8, green: UInt8, blue: UInt8)] = {
    var colors: [(red: UInt8, green: UInt8, blue: UInt8)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
      (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
      (255, 255, 255),
    ]
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    for red in steps { for green in steps { for blue in steps { colors.append((red, green, blue)) } } }
    for grey in 0..<24 { colors.append((UInt8(8 + grey * 10), UInt8(8 + grey * 10), UInt8(8 + grey * 10))) }
    return colors
  }()
}
