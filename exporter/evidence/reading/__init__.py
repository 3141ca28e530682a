"""The numbers and dates of running text, Chinese and English, read as a person would read them.

text --lexer--> words --dates, names--> what is no figure
     --grammar--> quantities --links, qualifiers, signs, rates--> figures

shapes.py          texts that differ in their digits alone, read once for all; shape_samples.py:
                   what that is read from; hidden_digits.py
outlines.py        the runs of digits of a column of texts, all at once
figures.py         the figures of a text: all that follows, together; figure.py: what one is;
                   cell_figures.py: those of tables; wording.py: quantities in their words
lexer.py           one pass over a text: its words; vocabulary/: what words mean, as tables
dates.py           dates: dates_zh.py, dates_en.py; numeric_dates.py: in digits; lone_years.py;
                   split_years.py: fiscal years as 2025/26; short_years_zh.py: of two digits;
                   era_years.py: 民国114年; years_carried.py: whose year another says;
                   date_parts.py: what they share
names.py           numbers that are part of a name; names_zh.py; marks.py: that mark notes and
                   items; rows_en.py: of a thing in a row; codes.py: telephones, versions;
                   labelled_codes.py: behind what they are called; bracketed_codes_zh.py: of shares
                   behind their names; addresses.py: houses, postcodes
grammar.py         quantities: prefixes.py before a numeral, currencies_before.py; suffixes.py and
                   suffixes_zh.py behind it, letter_scales.py: 5m, lengths_zh.py: 直径5m;
                   lengths_en.py: 9m wide;
                   multiples_en.py: 3 times;
                   compounds.py; rand.py: R before a number; tonnages.py: mt, MTPA
numerals.py        numbers: digits.py, mixed_fractions.py
                   Chinese: numerals_zh.py, expressions_zh.py, spaced_zh.py, values_zh.py
                   English: numerals_en.py, numbered_en.py, cardinals.py, shares_en.py,
                   shares_then.py; refused_en.py: words that make none
quantities.py      a numeral with its unit; left_open.py: five- or six-storey
links.py           quantities that are said together; from_to.py: ranges and changes;
                   shared_units.py: one says it for both; tied.py: how exact they are then, and
                   which end of what
bounded.py         ranges whose ends have each a bound; two_ways.py: or go each its own way
parallels.py       fell 12% in Europe and 9 in Asia; units_carried.py: in the unit of the one before
qualifiers.py      about, over, up to; qualifier_senses.py: when these words say something else;
                   qualifiers_behind.py: or more, at most;
                   compared_marks.py: what others are compared with;
                   qualifiers_afar.py: with words between; negated_bounds.py: not more than
nouns.py           what is counted; described_zh.py: behind its size; headed_en.py: by the
                   sentence's head; moved_zh.py: between the ends of a change; subjects.py: what
                   stands before it
signs.py           up and down; signs_behind.py: by what stands behind; directions.py: with the
                   figure before; gapped_changes.py: with the change before it;
                   falls_en.py: a decline in sales of 5%;
                   losses.py: of a loss; denials.py: what is denied; denied_claims.py: what others
                   say
rates.py           what a figure is per; rates_before.py: said before it; rates_carried.py: by
                   the figure beside; rate_things.py: what things
settled.py         what a bare number may be;
                   bare_money.py: which dollar $ is; sums_zh.py: sums that leave out 元;
                   sums_en.py: sums that leave their money to one before;
                   bracketed_en.py: numbers in brackets, in the unit before them;
                   earlier_en.py: what was so before; in brackets, too;
                   lent_units.py: in the unit of one beside, and its magnitude
                   bare_yuan.py: where 元 may be the money of Hong Kong or Taiwan;
                   captions.py: the unit of a caption before its number;
                   money_carried.py: which money 元 is, and what is stated in euros
table_rows.py      rows of tables; row_words.py: a row as words alone; cell_units.py: what its
                   cells are in; table_units.py: what a table says once for its figures;
                   row_units.py: the head of one row or column;
                   table_heads.py: of which rows it does not;
                   unit_lines.py: units below heads; known_heads.py: heads that nothing parts;
                   changes_told.py: what bare changes are in;
                   table_columns.py: what the heads of columns say
reach.py           how far a clause's words reach
"""

from exporter.evidence.reading.bare_money import settle_sign
from exporter.evidence.reading.date_parts import DateMention
from exporter.evidence.reading.dates import read_dates
from exporter.evidence.reading.figure import Figure, Role
from exporter.evidence.reading.shapes import read_figures

__all__ = ["DateMention", "Figure", "Role", "read_dates", "read_figures", "settle_sign"]
