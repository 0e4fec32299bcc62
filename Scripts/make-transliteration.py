#!/usr/bin/env python3
"""Writes Sources/Terminal/Transliteration.swift: one ASCII character for one of Unicode's, for terminals without UTF-8.

Source: decompositions of Python's unicodedata (Unicode Character Database, Unicode License v3); the signs below by hand.
Each cell keeps its width, so each sign becomes exactly one character. Run: python3 Scripts/make-transliteration.py
"""
import pathlib, unicodedata as u

SIGNS = {
    "'": "‘’‚‛′ʼʻ", '"': "“”„‟″«»", "<": "‹◂◀←", ">": "›▸▶→", "-": "‐‑‒–—―−─━┄┅┈┉╌╍═", "|": "│┃┆┇┊┋║▏▎▍▌▐▕",
    "+": "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼╀╂╄╆╈╋╔╗╚╝╠╣╦╩╬╭╮╯╰", "*": "•●★✱∗", "o": "○◦º°☆",
    ".": "…·∙", "#": "█▓▇▆▅", "=": "▄▃▀", "_": "▂▁", ":": "░▒", "^": "↑▴▲⇧", "v": "↓▾▼✓✔", "x": "×✕✖✗✘", " ": "\u00a0\u2007\u2009\u202f\u200a\u3000",
    "E": "€Æ", "e": "æ", "O": "ØŒ", "o ": "øœ", "s": "ß", "d": "đð", "D": "ĐÐ", "L": "Ł£", "l": "ł", "i": "ı", "h": "ħ", "H": "Ħ",
    "t": "ŧþ", "T": "ŦÞ", "n": "ŋ", "N": "Ŋ№", "/": "÷⁄", "!": "¡", "?": "¿�", "S": "§", "P": "¶", "c": "©¢", "R": "®", "Y": "¥", "a": "ª",
}
TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources/Terminal/Transliteration.swift"

table = {}
for plain, signs in SIGNS.items():
    for sign in signs:
        table[sign] = plain[0]
for c in [*range(0xA0, 0x250), *range(0x1E00, 0x1F00)]:
    base = u.normalize("NFKD", chr(c))[0]
    if chr(c) not in table and base.isascii() and base.isprintable():
        table[chr(c)] = base

by_plain = {}
for sign, plain in sorted(table.items()):
    by_plain.setdefault(plain, []).append(sign)


def literal(text):
    return '"' + "".join(f"\\u{{{ord(c):X}}}" if ord(c) < 0xA1 or c.isspace() else c for c in text).replace("\\u{22}", '\\"') + '"'


rows = []
for plain, signs in sorted(by_plain.items()):
    for i in range(0, len(signs), 60):
        rows.append(f'    ({literal(plain) if not plain.isalnum() else chr(34) + plain + chr(34)}, {literal("".join(signs[i:i + 60]))}),')
body = "\n".join(rows)
TARGET.write_text(f"""/// ASCII for terminals whose characters are not Unicode: written by Scripts/make-transliteration.py; do not edit.
enum Transliteration {{
  /// One printable ASCII character for the cluster, `?` where there is none, to be padded to the cluster's width.
  static func ascii(_ cluster: String) -> Unicode.Scalar {{
    guard let first = cluster.unicodeScalars.first else {{ return " " }}
    if first.isASCII {{ return first }}
    if (0x2800...0x28FF).contains(first.value) {{ return first.value == 0x2800 ? " " : ":" }}
    return table[first] ?? "?"
  }}

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {{
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, signs) in rows {{ for sign in signs.unicodeScalars {{ table[sign] = plain }} }}
    return table
  }}()

  private static let rows: [(Unicode.Scalar, String)] = [
{body}
  ]
}}
""")
