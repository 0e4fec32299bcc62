internal import CZlib
internal import Foundation

/// Text, envelope and reading of a dispatch in one packed column: a zlib stream behind the three lengths.
///
/// They are packed together because a reading's names stand in the text. Dispatches of 2.4 KB come to half their size at level 1
/// (level 6: 2 % less for a third more time). Format 1; a later format has another first number and is read beside this one.
enum PackedBody {
  private static let format = 1

  struct Parts {
    var text: String
    var envelope: [UInt8]
    var reading: [UInt8]
  }

  static func encode(text: String, envelope: [UInt8], reading: [UInt8]) -> Data {
    var head = ByteWriter()
    let words = Array(text.utf8)
    for number in [format, words.count, envelope.count, reading.count] { head.number(number) }
    let raw = words + envelope + reading
    let packed = [UInt8](unsafeUninitializedCapacity: cz_bound(raw.count)) { buffer, count in
      count = cz_pack(raw, raw.count, buffer.baseAddress, buffer.count)
    }
    return Data(head.bytes + packed)
  }

  /// Throws where the bytes are damaged: the stream's checksum is held against what comes out.
  static func decode(_ data: Data) throws(ByteReader.Failure) -> Parts {
    var input = ByteReader(Array(data))
    guard try input.number() == format else { throw ByteReader.Failure() }
    let (text, envelope, reading) = (try input.number(), try input.number(), try input.number())
    let packed = input.rest
    // deflate makes at most 1,032 bytes of one (zlib.net/zlib_tech.html): lengths beyond that are damage, and no memory is asked for.
    let limit = packed.count * 1_032 + 64
    guard [text, envelope, reading].allSatisfy({ (0...limit).contains($0) }) else { throw ByteReader.Failure() }
    let size = text + envelope + reading
    guard size <= limit else { throw ByteReader.Failure() }
    var isWhole = false
    let raw = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      isWhole = cz_unpack(packed, packed.count, buffer.baseAddress, size) != 0
      count = isWhole ? size : 0
    }
    guard isWhole else { throw ByteReader.Failure() }
    return Parts(
      text: String(decoding: raw[..<text], as: UTF8.self), envelope: Array(raw[text..<text + envelope]), reading: Array(raw[(text + envelope)...]))
  }
}
