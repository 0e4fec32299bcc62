#!/usr/bin/env python3
"""Writes Sources/Terminal/WidthTable.swift: which Unicode scalars take no cell or two cells on a terminal.

Source: Python's unicodedata (Unicode Character Database, Unicode License v3). Rules, as terminals and glibc apply them:
  none   general category Mn, Me, Cf (but not the visible Arabic, Syriac and Kaithi number signs, nor the soft hyphen),
         Hangul jungseong and jongseong, which join the syllable before them
  two    East_Asian_Width W or F, the unassigned code points of the CJK planes, and two blocks that terminals draw wide
         though Unicode 14 calls them ambiguous or neutral: circled numbers on black squares, hexagrams (W since Unicode 16)
Everything else, East_Asian_Width A (ambiguous) included, takes one cell. Run: python3 Scripts/make-width-table.py
"""
import pathlib, unicodedata as u

VISIBLE_FORMAT = {0xAD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources/Terminal/WidthTable.swift"


def width(c):
    ch = chr(c)
    if c in VISIBLE_FORMAT:
        return 1
    if 0x1160 <= c <= 0x11FF or 0xD7B0 <= c <= 0xD7C6 or 0xD7CB <= c <= 0xD7FB:
        return 0
    if u.category(ch) in ("Mn", "Me", "Cf"):
        return 0
    if u.east_asian_width(ch) in "WF" or 0x20000 <= c <= 0x2FFFD or 0x30000 <= c <= 0x3FFFD or 0x3248 <= c <= 0x324F or 0x4DC0 <= c <= 0x4DFF:
        return 2
    return 1


def ranges(wanted, test=width):
    out, start = [], None
    for c in range(0x300, 0x110001):
        inside = c < 0x110000 and not 0xD800 <= c <= 0xDFFF and test(c) == wanted
        if inside and start is None:
            start = c
        if not inside and start is not None:
            out.append((start, c - 1))
            start = None
    return out


def literal(name, doc, rows):
    lines = [f"  /// {doc}", f"  static let {name}: [UInt32] = ["]
    line = "   "
    for a, b in rows:
        item = f" 0x{a:X}, 0x{b:X},"
        if len(line) + len(item) > 118:
            lines.append(line)
            line = "   "
        line += item
    return "\n".join(lines + [line, "  ]"])


text = f"""/// The cells that Unicode scalars from U+0300 on take, where it is not one: written by Scripts/make-width-table.py from
/// Unicode {u.unidata_version}; do not edit. Each array holds first and last scalar of each range in turn, ascending.
enum WidthTable {{
{literal("none", "Marks and format characters: they join the cell before them.", ranges(0))}

{literal("two", "Wide and full-width characters.", ranges(2))}

{literal("marks", "Nonspacing and enclosing marks (Mn, Me) alone.",
         ranges(True, lambda c: u.category(chr(c)) in ("Mn", "Me")))}
}}
"""
TARGET.write_text(text)
