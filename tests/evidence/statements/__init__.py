"""Sentences of business news, and what they state: tables, which `test_sentences.py` tries.

by_kind.py      kinds of faults, in both languages
english.py      what is carried over from what is said before; chinese.py: the same in Chinese
cues.py         cue words that mean something else
marks.py        marks and small words around a figure
counted_en.py   what a figure takes from words farther off: its noun, its money, its sign;
counted_zh.py   the same in Chinese
several.py      what is said of one figure and not of the next
wording.py      one thing in other words and another order
reach.py        words between a cue and its figure
apart_en.py     what leaves a figure alone: another clause, a herd, a denial
spans_zh.py     spans ahead, lists whose noun stands far off, money by its end
years_zh.py     years in two digits, spans of what is done, deeds, money without 元
changes_zh.py   the two ends of a change, kinds of shops, sums that leave out their money
sums_zh.py      bare sums, nouns of numbers that are compared, raised notes, sizes of things
papers_zh.py    how papers of Hong Kong and Taiwan, funds and shops write
filings_zh.py   how filings, research notes and bulletins of exchanges write
named_zh.py     things by another word, or named in another place than usual
"""

from typing import Any

Row = tuple[str, str, Any, str | None]  # quote, value, unit, qualifier
