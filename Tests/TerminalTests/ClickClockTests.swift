import Testing

@testable import Terminal

@Test func twoPressesOnACellWithinAMomentAreOneDoubleClick() {
  var clicks = ClickClock()
  var now = ContinuousClock.now
  func press(_ x: Int, after milliseconds: Int, button: Mouse.Button = .left) -> Bool? {
    now += .milliseconds(milliseconds)
    guard case .mouse(let mouse) = clicks.mark(.mouse(Mouse(.press, button: button, x: x, y: 1)), at: now) else { return nil }
    _ = clicks.mark(.mouse(Mouse(.release, button: button, x: x, y: 1)), at: now)
    return mouse.isDouble
  }
  #expect([press(3, after: 0), press(3, after: 200), press(3, after: 200), press(3, after: 100)] == [false, true, false, true])
  #expect([press(3, after: 900), press(3, after: 500), press(4, after: 10), press(4, after: 10, button: .right)] == [false, false, false, false])
  #expect(press(5, after: 10) == false)
  _ = clicks.mark(.key(.character("j")), at: now)
  #expect(press(5, after: 10) == false, "a key between makes two")
}
