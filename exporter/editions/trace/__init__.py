"""A model's hard-coded numbers looked up among the facts of a report and what its sources state.

cells -> layout -> numbers with heads -> what these ask for -> what is known -> findings -> a copy

traced.py            a workbook traced, and its copy written
model.py             hard-coded numbers, heads, known figures, findings
cells.py             cells as the model's file has them; shown.py: what their formats show
head_cells.py        which cells are heads
layout.py            titles, lines of heads, sections, rows of figures
numbers.py           the numbers that somebody typed; typed_in_formulas.py: into formulas
asked.py             what heads ask for; head_periods.py: when; head_units.py: in what
terms.py             words of heads and metrics by what they mean, in both languages
copied.py            what is added to the copy
known.py             facts, target prices, passages of sources; index.py: by value and by term
agreement.py         whether heads speak of a figure; fits.py: whether a number is it
judged.py            found, ambiguous or not found; nearest.py: what would be right
rows_agree.py        numbers of one row stand in one magnitude
words.py             headings, verdicts and notes in both languages
traced_book.py       links and the sheet Trace added to a package; trace_sheet.py: that sheet;
                     xml_parts.py: XML with something added
"""
