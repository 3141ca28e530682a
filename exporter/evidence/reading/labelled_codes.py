"""Codes behind what they are called: file 40-7781, Regulation 2016/679, passcode 641 220."""

from exporter.engine.regex import regex
from exporter.evidence.reading.addresses import is_in_capitals
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES
from exporter.evidence.reading.vocabulary.plain import CODE_LABELS, MARKETS, REGISTERS
from exporter.evidence.reading.vocabulary.units import is_counted_word

# 410 U.S. 113, 15 U.S.C. 78j, 17 CFR 240.10b-5, 2023 WL 448129, 88 Fed. Reg. 1234, 587 F.3d 1012
_CITED = regex(
    r"[0-9]{1,4} (?:U\.S\.C?\.?|USC|CFR|C\.F\.R\.|WL|Fed\. Reg\.|S\. ?Ct\."
    r"|F\.(?:2d|3d|4th)|F\. ?Supp\.(?: ?[23]d)?) (?:§{1,2} ?)?[0-9]+(?:\.?[0-9a-z]+)?(?:-[0-9]+)?"
    r"(?![0-9.,]*[0-9]|-[a-z]| (?:m|b|tr)illion)"
)
_REPORTERS = frozenset("u.s. u.s.c u u.s usc cfr c wl fed s f".split())
# 2-7-1 Marunouchi: a block and a house in Japan, before the place's name
_BLOCK = regex(r"[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2} [A-Z][a-z]+(?:-[a-z]+)?(?=,|\.?$)")
# The patent US 10,234,567 B2
_PATENT = regex(r"[0-9]{1,2},[0-9]{3},[0-9]{3} [ABES][1-9](?![a-z0-9])")


def end_of_citation(text: Text, at: int) -> int:
    """The end of a report of a court, a patent's number or a block of houses; 0 for none."""
    following, pattern = text.word(at + 1), None
    if following in _REPORTERS:
        pattern = _CITED
    elif following == "-" and text.touches(at):
        pattern = _BLOCK
    elif "," in text.words[at] and len(following) < 3:
        pattern = _PATENT
    match = pattern.match(text.folded, text.starts[at]) if pattern else None
    return text.at(match.end()) if match else 0


BEFORE_A_CODE = CODE_LABELS | REGISTERS | {"(", "#", "."}
# 107 611 093, 94-2404110, 33.000.167/0001-01; 12 % and 12 million are no number of a register.
_REGISTERED = regex(
    r"[0-9]+(?:(?: |[-./]{1,2})[0-9]+)*[a-z]?"
    r"(?![\w%]|[.,][0-9]| ?%| (?:m|b|tr)illion| [a-z]+s(?![a-z]))"
)


def end_of_labelled(text: Text, at: int) -> int:
    """The end of a code behind its label, or of a ticker: file 40-7781, (4208 JP); 0 for none."""
    before, after = text.word(at - 1), text.word(at + 1)
    if before == "(":
        written = text.folded[text.starts[at + 1] : text.ends[at + 1]] if after else ""
        is_ticker = after in MARKETS and written.isupper() and len(text.words[at]) > 2
        return at + 2 if is_ticker and text.word(at + 2) in {")", "equity"} else 0
    if before == "." and text.word(at - 2) not in CODE_LABELS:
        return 0
    if before in REGISTERS:
        some = _REGISTERED.match(text.lower, text.starts[at])
        return text.at(some.end()) if some and is_in_capitals(text, at - 1) else 0
    if before == "." and "," in text.words[at]:  # Patent No. 9,876,543
        return at + 1 if text.word(at - 3) in {"patent", "patents"} else 0
    if before in _QUOTED and (end := end_of_groups(text, at)):
        return end
    end = at + 1
    while (
        text.word(end) in {"-", "/"}
        and text.touches(end - 1)
        and text.touches(end)
        and text.word(end + 1)[:1].isdecimal()
    ):
        end += 2
    return end if end > at + 1 and text.word(end) != "%" else 0


_STATES = frozenset("gb de fr it es nl be at ie pl se dk fi pt cz hu ro gr el lu ch no xi".split())
_TAXED = frozenset("vat tva iva ust mwst btw moms tax taxpayer".split())
_FAR_LABEL = 5  # words


# GB/T 38661.2-2020, QC/T 1023: a recommended standard of China.
_STANDARD = regex(r"[0-9]+(?:\.[0-9]+)*(?:[-—][12][0-9]{3})?(?![0-9,%])")
_RECOMMENDED = frozenset("tz")


def _end_of_standard(text: Text, at: int) -> int:
    """The end of a standard's number behind capitals with /T; 0 for none."""
    if text.word(at - 1) not in _RECOMMENDED or text.word(at - 2) != "/":
        return 0
    if text.word(at - 3) in PREFIXES or not text.word(at - 3).isascii():
        return 0  # USD/T 450 is a price
    match = _STANDARD.match(text.lower, text.starts[at])
    is_written = is_in_capitals(text, at - 1) and is_in_capitals(text, at - 3)
    return text.at(match.end()) if match and is_written else 0


def end_of_named(text: Text, at: int) -> int:
    """The end of a code that words before it name: of a taxpayer, a share, a standard; or 0."""
    return (
        _end_of_taxpayer(text, at)
        or _end_of_ticker(text, at)
        or _end_of_patent(text, at)
        or _end_of_standard(text, at)
    )


def _end_of_taxpayer(text: Text, at: int) -> int:
    """The end of a taxpayer's number behind its state: VAT no. GB 114 2288 03; 0 for none."""
    if text.word(at - 1) not in _STATES or not is_in_capitals(text, at - 1):
        return 0
    if _TAXED.isdisjoint(text.words[max(0, at - _FAR_LABEL) : at - 1]):
        return 0
    end = at
    while text.word(end).isdecimal():
        end += 1
    return end if sum(map(len, text.words[at:end])) >= _SHORTEST_OF_A_STATE else 0


_EUROPEAN = regex(r"[0-9](?: [0-9]{3}){2}(?: [AB][0-9])?(?![A-Za-z0-9.,%])")
_AMERICAN = regex(r"[0-9]{1,2}(?:,[0-9]{3}){2}(?![0-9])")


def _end_of_patent(text: Text, at: int) -> int:
    """The end of a patent's number: EP 3 412 776 B1, US patent 11,234,567; 0 for none."""
    before = text.word(at - 1)
    is_european = before == "ep" and is_in_capitals(text, at - 1)
    pattern = _EUROPEAN if is_european else _AMERICAN if before == "patent" else None
    match = pattern.match(text.folded, text.starts[at]) if pattern else None
    return text.at(match.end()) if match else 0


_SHORTEST_OF_A_STATE = 8  # digits
_TICKERS = frozenset("ticker tickers bloomberg ric symbol".split())


def _end_of_ticker(text: Text, at: int) -> int:
    """The end of a code behind the word for it, and before its market: the ticker is 4120 TT."""
    market, digits = text.word(at + 1), text.words[at]
    if market not in MARKETS or not digits.isdecimal() or len(digits) not in _OF_A_TICKER:
        return 0
    is_one = text.folded[text.starts[at + 1] : text.ends[at + 1]].isupper()
    is_named = not _TICKERS.isdisjoint(text.words[max(0, at - _FAR_LABEL) : at])
    return at + 2 if is_one and is_named else 0


_OF_A_TICKER = range(3, 7)  # digits


def is_of_a_bill(text: Text, at: int) -> bool:
    """H.R. 4127, S. 2155, S.O. 310: a bill of the House or the Senate, an order in a gazette."""
    start = text.starts[at]
    bill = _BILL.search(text.folded, max(0, start - _LONGEST_BILL), start)
    if bill is None or not text.words[at].isdecimal():
        return False
    if bill["senate"]:
        return text.word(at + 1) in _BEHIND_A_BILL
    return not is_counted_plural(text, at + 1)


_BILL = regex(r"(?<![A-Za-z.&])(?:H\.R|S\.O|G\.S\.R|(?P<senate>S))\. ?$")
_LONGEST_BILL = 8  # characters
_BEHIND_A_BILL = frozenset("and or was is has had would passed died cleared ,".split()) | {"", "."}


_ACTS = frozenset("regulation regulations directive directives".split())
_FARTHEST = 24  # words


def is_of_an_act(text: Text, at: int) -> bool:
    """Regulations 2016/679 and 2022/2554: what stands behind the year of an act is its number."""
    index = at - 2  # the year
    if not (text.touches(at - 1) and text.touches(index) and text.words[index].isdecimal()):
        return False
    while (
        index > max(3, at - _FARTHEST)
        and text.words[index - 1] in {"and", ","}
        and text.words[index - 3] == "/"
    ):
        index -= 4
    label = text.words[index - 1] if index > 0 else ""
    return label in _ACTS or (text.words[index - 2] if label == "." else label) in CODE_LABELS


_DIALLED = frozenset("passcode password pin code".split())
_QUOTED = _DIALLED | frozenset("reference ref booking account confirmation id".split())
_SHORTEST_CODE = 6  # digits that are not grouped
IS = frozenset({"is", "was", ":"})
_MOST_OF_A_SUBJECT = 6  # words


def is_of_a_dialled(text: Text, end: int) -> bool:
    """Whether what ends before a word is a code's name: the passcode for the call | was."""
    for at in range(end - 1, max(-1, end - _MOST_OF_A_SUBJECT), -1):
        word = text.words[at]
        if word in _DIALLED or (word in _QUOTED and at == end - 1 and text.word(end) == ":"):
            return True
        if not word.isalpha():
            return False
    return False


_GROUP = range(2, 5)  # digits


def end_of_groups(text: Text, at: int) -> int:
    """The end of a code in groups of digits that count nothing: passcode 641 220; 0 for none.

    So is a single group, of many digits or where a verb says that it is a code: the PIN is 4410.
    """
    end = at
    if text.words[at].isdecimal() and (
        len(text.words[at]) >= _SHORTEST_CODE
        or (text.word(at - 1) in IS and len(text.words[at]) == _GROUP[-1])
    ):
        return 0 if text.word(at + 1) == "%" or is_counted_plural(text, at + 1) else at + 1
    while text.word(end).isdecimal() and len(text.words[end]) in _GROUP:
        end += 1
    is_counted = text.word(end) == "%" or is_counted_plural(text, end)
    return 0 if end < at + 2 or is_counted else end


def is_counted_plural(text: Text, at: int) -> bool:
    """Whether a plural, another number, or an adjective and a plural stand at a word."""
    after = text.word(at)
    is_adjective = after.isalpha() and is_counted_word(text.word(at + 1))
    return is_counted_word(after) or after[:1].isdecimal() or is_adjective
