"""Digits that count nothing: telephone numbers, times of day, addresses, versions, 9988.HK."""

import re

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.numbers import SCALES, SHORT_SCALES
from exporter.evidence.reading.vocabulary.plain import (
    CODE_LABELS,
    MARKETS,
    REGISTERS,
    STATES,
    STREETS,
    STREETS_BEFORE,
    SUFFIXES,
)
from exporter.evidence.reading.vocabulary.units import (
    GENERIC_CLASSIFIERS,
    SIGNS,
    is_counted_word,
    phrase_at,
    symbol_at,
    unit_zh,
)

_PHONE = re.compile(
    # +44 (0) 20 7011 4455
    r"\+[0-9]{1,3}(?:[ -]?\(?[0-9]{1,5}\)?){2,6}(?![0-9])"
    # 010-8888 1234, （852）2345 6789, 400-800-1688, 0800 279 6619
    r"|\(?(?:0[0-9]{2,4}|852|853|886|[48]00)\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}"
    r"(?![0-9万亿%]|[.,][0-9])"
    # 13800138000, 138 0013 8000
    r"|1[3-9][0-9]{9}(?![0-9])|1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}(?![0-9])"
    # 212-555-0123, (212) 555-0123, 1-800-555-0123
    r"|(?:1[ -])?\(?[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}(?![0-9])"
    # 884 2231 9041, 1234 5678 9012
    r"|[0-9]{2,4} (?:[0-9]{4} [0-9]{3,4}|[0-9]{3} [0-9]{4})(?: [0-9]{3,4})?(?!\s?[\w%])"
    # 1 866 555 0192, 44 20 3936 2999
    r"|1 [2-9][0-9]{2} [0-9]{3} [0-9]{4}(?![0-9])|[0-9]{2,3} [0-9]{2} [0-9]{4} [0-9]{4}(?![0-9])"
    r"|[0-9]{4}-[0-9]{8}(?![0-9])|[0-9]{4}[ -][0-9]{4}(?!\s?[\w%])"
)
_CLOCK = re.compile(
    r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
    r"|[0-9]{1,2}[时点][0-9]{1,2}分?(?!钟)"
    # 12月1日20时, 12月1日8点; not 20时长, 上涨20点
    r"|(?:[01]?[0-9]|2[0-4])时(?![长段速差薪光代区辰])"
    r"|(?<=[日号午晨晚])(?:[01]?[0-9]|2[0-4])点(?![位0-9])"
    r"|[0-9]{1,2}(?::[0-9]{2})?\s?[ap]\.?\s?m(?![a-z0-9])\.?|[0-9]{1,2} o'clock"
)
_IN_A_ROW = re.compile(
    r"[0-9]{1,2}-(?:chome|gil|dong)(?![a-z])|9-to-5(?![0-9])|7-eleven|[1-9]-on-[1-9](?![0-9])"
    r"|[0-9]{1,2}世纪|[0-9]0年代|[0-9]{2}后(?![天日个年])|7\s?[x*/]\s?24(?:小时)?"
    r"|[2458]k(?= (?:uhd|ultra|screen|display|monitor|tv|television|video|camera|projector"
    r"|resolution|content|broadcast|stream|footage|film))"
    r"|24/7|24\s?[x*]\s?7|[0-9]{1,2}(?:\+[0-9]{1,2}){0,4}\+[0-9nx](?![0-9.])"
    r"|1[12][.·]1[12](?![0-9.万亿%])|(?:618|11|12)(?=[”\"'」]?(?:大促|购物|活动|期间"
    r"|节(?=[期日促活大前后当])|促销|预售|战报)|[”\"」](?:与|和|、)|\s(?:shopping|festival|sale|campaign))"
    r"|[0-9]{1,9}(?:\.[0-9]{1,9}){0,5}(?=版本?(?!税)|[ -]?(?:version"
    r"|release)(?![a-z]))|[0-9]{1,9}(?:\.[0-9]{1,9}){2,5}(?![0-9])"
    r"|[0-9]+-[0-9a-z](?![0-9a-z]|\.[0-9a-z])(?<=-[a-z])"
    # 737-800s, 767-300ER, 787-9s
    r"|[0-9]{0,2}[1-9]-[1-9]00(?:s|fs?|ers?|ngs?)(?![a-z])|[0-9]{2}[1-9]-(?:[1-9]|10)s(?![a-z])"
    # 737-800, and not 700-800; 737-800 staff are a range
    r"|7[0-8]7-[1-9][0-9]0(?![0-9%]|[.,][0-9]|\s(?!(?:is|was|has) )[a-z]+s\s"
    r"|\s(?:staff|people|men|women|m|b|tr)\w*)"
    r"|[0-9]{4}-[0-9]{3}(?![0-9,])|[0-9]{1,4}-[0-9]{5,9}(?![0-9%]|[.,][0-9])(?<![0-9]{4}-[0-9]{5})"
    # 24-cv-01873, but 12-to-140 and 10-kg-20
    r"|[0-9]+-(?!(?:an?|to|for|and|or|by|in|of|on|at|vs|odd|x|day|min|sec|hr|kg|lb|oz|ton|km|cm|mm|ft"
    r"|mw|kw|gw|gb|tb|mb|bps?|pp|pct)-)"
    r"[a-z]{1,3}-[0-9]+(?![0-9a-z]|[.,][0-9])"
)
_MAY_GO_ON = frozenset("0123456789-( :时点apok世年后x*/+·.)）版vr大购活期节促预战”\"'」sfc")
_MAY_NAME = frozenset("version release shopping festival sale campaign".split())
_LONGEST_FIGURE = 15  # digits without a comma or a unit
_SHORTEST_PHONE = 8  # digits
_POSTCODE = 5  # digits
_POSTCODES = range(4, 6)
_NAMES_OF_NOTHING = ("元购", "元起", "元入", "元领", "元试", "元抢", "起步", "元体验", "元学")


# 410 U.S. 113, 15 U.S.C. 78j, 17 CFR 240.10b-5, 2023 WL 448129, 88 Fed. Reg. 1234, 587 F.3d 1012
_CITED = re.compile(
    r"[0-9]{1,4} (?:U\.S\.C?\.?|USC|CFR|C\.F\.R\.|WL|Fed\. Reg\.|S\. ?Ct\."
    r"|F\.(?:2d|3d|4th)|F\. ?Supp\.(?: ?[23]d)?) (?:§{1,2} ?)?[0-9]+(?:\.?[0-9a-z]+)?(?:-[0-9]+)?"
    r"(?![0-9.,]*[0-9]|-[a-z]| (?:m|b|tr)illion)"
)
_REPORTERS = frozenset("u.s. u.s.c u u.s usc cfr c wl fed s f".split())
# 2-7-1 Marunouchi: a block and a house in Japan, before the place's name
_BLOCK = re.compile(r"[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2} [A-Z][a-z]+(?:-[a-z]+)?(?=,|\.?$)")
# The patent US 10,234,567 B2
_PATENT = re.compile(r"[0-9]{1,2},[0-9]{3},[0-9]{3} [ABES][1-9](?![a-z0-9])")


def end_of_code(text: Text, at: int, before: str) -> int:
    """The index after the code to which the digits at word `at` belong, behind `before`; or 0."""
    word = text.words[at]
    if end := _end_of_pattern(text, at, before) or _end_of_citation(text, at):
        return end
    if before in _BEFORE_A_CODE and (end := _end_of_labelled(text, at)):
        return end
    if before in _IS and _is_of_a_dialled(text, at - 1) and (end := _end_of_groups(text, at)):
        return end
    if word[0] == "0" and word.isdecimal() and (len(word) > 2 or _is_behind_han(before)):
        return 0 if _is_none_of_something(text, at) else at + 1
    if text.word(at + 2) in SUFFIXES and _is_dotted(text, at):
        return at + 3
    following, size = text.word(at + 1), len(word)
    is_short = size < _POSTCODE and following[:1].isalpha()
    if is_short and (end := _end_of_address(text, at, before)):
        return end
    if following == "-" and _is_of_a_series(text, at):
        return at + 3
    is_code = (
        (size > _LONGEST_FIGURE and _is_too_long(text, at))
        or (before == "-" and _is_of_a_record(text, at))
        or (following == "(" and _is_a_paragraph(text, at))
        or (before == "/" == following and text.word(at + 2).isalpha())
        or (before == "/" and _is_of_an_act(text, at))
        or (size in _POSTCODES and _is_a_postcode(text, at, before))
        or (following == "#" and text.touches(at))
        or (following == "x" and _AIRLINER.match(text.folded, text.starts[at]) is not None)
        or (size == _OF_A_YEAR and (following in _ZONES or _is_of_a_founding(text, at)))
    )
    return at + 1 if is_code else 0


_AIRLINER = re.compile(r"7[0-8]7X(?![A-Za-z0-9])")  # the 777X
_RECORD = re.compile(r"[0-9]号-$")


def _is_of_a_record(text: Text, at: int) -> bool:
    """京ICP备16021487号-1: the part of a record."""
    start = text.starts[at]
    return _RECORD.search(text.lower, max(0, start - 3), start) is not None


def _end_of_citation(text: Text, at: int) -> int:
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


_BEFORE_A_CODE = CODE_LABELS | REGISTERS | {"(", "#", "."}
# 107 611 093, 94-2404110, 33.000.167/0001-01; 12 % and 12 million are no number of a register.
_REGISTERED = re.compile(
    r"[0-9]+(?:(?: |[-./]{1,2})[0-9]+)*[a-z]?"
    r"(?![\w%]|[.,][0-9]| ?%| (?:m|b|tr)illion| [a-z]+s(?![a-z]))"
)


def _end_of_labelled(text: Text, at: int) -> int:
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
        return text.at(some.end()) if some and _is_in_capitals(text, at - 1) else 0
    if before == "." and "," in text.words[at]:  # Patent No. 9,876,543
        return at + 1 if text.word(at - 3) in {"patent", "patents"} else 0
    if before in _QUOTED and (end := _end_of_groups(text, at)):
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


_ACTS = frozenset("regulation regulations directive directives".split())
_FARTHEST = 24  # words


def _is_of_an_act(text: Text, at: int) -> bool:
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
_IS = frozenset({"is", "was", ":"})
_MOST_OF_A_SUBJECT = 6  # words


def _is_of_a_dialled(text: Text, end: int) -> bool:
    """Whether what ends before a word is a code's name: the passcode for the call | was."""
    for at in range(end - 1, max(-1, end - _MOST_OF_A_SUBJECT), -1):
        word = text.words[at]
        if word in _DIALLED or (word in _QUOTED and at == end - 1 and text.word(end) == ":"):
            return True
        if not word.isalpha():
            return False
    return False


_GROUP = range(2, 5)  # digits


def _end_of_groups(text: Text, at: int) -> int:
    """The end of a code in groups of digits that count nothing: passcode 641 220; 0 for none.

    So is a single group, of many digits or where a verb says that it is a code: the PIN is 4410.
    """
    end = at
    if text.words[at].isdecimal() and (
        len(text.words[at]) >= _SHORTEST_CODE
        or (text.word(at - 1) in _IS and len(text.words[at]) == _GROUP[-1])
    ):
        return 0 if text.word(at + 1) == "%" or _is_counted(text, at + 1) else at + 1
    while text.word(end).isdecimal() and len(text.words[end]) in _GROUP:
        end += 1
    is_counted = text.word(end) == "%" or _is_counted(text, end)
    return 0 if end < at + 2 or is_counted else end


_OF_A_YEAR = 4  # digits
_ZONES = frozenset("gmt utc bst cet cest edt est pst pdt ist jst hkt sgt aest".split())  # 1700 GMT
_FOUNDED = frozenset(
    "founded established built incorporated chartered created born dating invented erected "
    "completed started begun opened formed discovered signed".split()
)
_BEHIND_A_FOUNDING = frozenset(
    "and as at by in is it on the to was with when after before under near has had".split()
)


def _is_of_a_founding(text: Text, at: int) -> bool:
    """Founded in 1865, established in 1776 by a merchant; not built in 1200 days."""
    if not (text.words[at].isdecimal() and text.word(at - 1) in {"in", "from"}):
        return False
    behind = text.word(at + 1)
    ends = not behind[:1].isalnum() or behind in _BEHIND_A_FOUNDING or behind.endswith("ed")
    return text.word(at - 2) in _FOUNDED and ends and behind != "%"


def _is_counted(text: Text, at: int) -> bool:
    """Whether a plural, another number, or an adjective and a plural stand at a word."""
    after = text.word(at)
    is_adjective = after.isalpha() and is_counted_word(text.word(at + 1))
    return is_counted_word(after) or after[:1].isdecimal() or is_adjective


def _end_of_pattern(text: Text, at: int, before: str) -> int:
    """The end of a telephone number, a time of day, 24/7 or 618大促; 0 for none."""
    word, following, offset = text.words[at], text.word(at + 1), text.starts[at]
    if before == "+" and text.touches(at - 1) and (call := _PHONE.match(text.lower, offset - 1)):
        return text.at(call.end())
    patterns: tuple[re.Pattern[str], ...] = ()
    if len(word) > _SHORTEST_PHONE or following[:1] in _MAY_GO_ON:
        patterns = (_IN_A_ROW, _PHONE, _CLOCK)
    elif word.count(".") > 1 or following in _MAY_NAME:
        patterns = (_IN_A_ROW,)
    for pattern in patterns:
        match = pattern.match(text.lower, offset)
        is_phone = pattern is _PHONE
        if match and (not is_phone or (before not in SIGNS and _is_long(match[0]))):
            return max(text.at(match.end()), at + 1)
    return 0


def _is_long(phone: str) -> bool:
    """Whether digits are as many as a telephone number has."""
    return sum(char.isdecimal() for char in phone) >= _SHORTEST_PHONE


def _is_behind_han(before: str) -> bool:
    return before[-1:] >= "\u4e00"


def _is_none_of_something(text: Text, at: int) -> bool:
    """净增0人, 增速为0%, 收入0万元; not 从0到1, 0元购."""
    rest = text.lower[text.ends[at] : text.ends[at] + 16].lstrip()
    if text.words[at] != "0" or not rest or rest.startswith(_NAMES_OF_NOTHING):
        return False
    return rest[0] in "%‰万亿" or rest[0] in GENERIC_CLASSIFIERS or bool(unit_zh(rest))


def _is_dotted(text: Text, at: int) -> bool:
    """9988.HK."""
    dotted = text.word(at + 1) == "." and text.touches(at) and text.touches(at + 1)
    return dotted and len(text.words[at]) >= 3


def _is_too_long(text: Text, at: int) -> bool:
    """Numbers of papers and orders have more digits than figures that nothing is said of."""
    return (
        text.words[at].isdecimal()
        and unit_zh(text.lower[text.ends[at] : text.ends[at] + 6].lstrip()) is None
    )


def _is_a_paragraph(text: Text, at: int) -> bool:
    """7(a): a letter in brackets right behind."""
    letter, behind = text.word(at + 2), text.word(at + 3)
    is_letter = len(letter) == 1 and "a" <= letter <= "z"
    return text.touches(at) and is_letter and behind == ")"


def _is_of_a_series(text: Text, at: int) -> bool:
    """737-8 and 787-10: two whole numbers that fall are no range, and nothing says of what."""
    first, second, after = text.words[at], text.word(at + 2), text.word(at + 3)
    if not (text.touches(at) and text.touches(at + 1) and len(first) == 3 and len(second) <= 2):
        return False
    falls = first.isdecimal() and second.isdecimal() and int(first) > 10 * int(second)
    is_free = not text.touches(at + 2) or after in {".", ",", ";", ")", ""}
    named = text.folded[text.starts[at - 1]].isupper() if at > 1 else False  # the Boeing 787-9
    return falls and is_free and (named or not is_counted_word(after))


# --- Addresses


def _end_of_address(text: Text, at: int, before: str) -> int:
    """The end of 7 Mill Lane, 350 Fifth Avenue, 14 rue Verte, at 88 Queensway; 0 for none."""
    if not text.words[at].isdecimal() or before in SIGNS:
        return 0
    if text.word(at + 1) in STREETS_BEFORE and text.word(at + 2)[:1].isalpha():
        return at + 1
    if text.word(at + 1) in STREETS and text.word(at + 2) == "of":  # 1250 Avenue of the Americas
        return at + 1 if text.folded[text.starts[at + 1]].isupper() else 0
    if _is_a_lone_street(text, at, before):
        return at + 2
    for index in (at + 1, at + 2, at + 3):
        word = text.word(index)
        if not word[:1].isalpha() or not text.folded[text.starts[index]].isupper():
            return 0
        if word in STREETS and index > at + 1:  # 250 Quay Street
            return index + 1
    return 0


# Where a street may stand, if its number follows; and what follows it, and no noun.
_PLACES = frozenset("at near outside opposite address".split())
_BEHIND_A_STREET = frozenset(
    "was were is are has had will would in and or for with which since until on by to".split()
)


def _is_a_lone_street(text: Text, at: int, before: str) -> bool:
    """88 Queensway, and at 14 Bishopsgate: one name in title case, with no noun behind it.

    88 Starbucks stores are counted, and so are 12 Broadway shows; at 20 Baht is a price.
    """
    name, behind = text.word(at + 1), text.word(at + 2)
    written = text.folded[text.starts[at + 1] : text.ends[at + 1]]
    if not written.istitle() or (behind[:1].isalnum() and behind not in _BEHIND_A_STREET):
        return False
    if name.endswith(_OF_STREETS):
        return True
    if before not in _PLACES or name.endswith("s") or name in SCALES or name in SHORT_SCALES:
        return False
    is_unit = phrase_at(text.words, at + 1) or symbol_at(text.folded, text.starts[at + 1])
    return not is_unit and not is_counted_word(name)


_OF_STREETS = ("way", "gate", "piccadilly", "cheapside")


def _is_a_postcode(text: Text, at: int, before: str) -> bool:
    """OR 97301; 75008 Paris, behind a comma and with nothing more; Singel 212, 1016 DX Amsterdam.

    One of four digits stands behind the number of a house.
    """
    word = text.words[at]
    if not word.isdecimal():
        return False
    is_short = len(word) < _POSTCODE
    if not is_short and before in STATES and _is_in_capitals(text, at - 1):
        return True
    if before != "," or (is_short and not text.word(at - 2)[:1].isdecimal()):
        return False
    letters = text.word(at + 1)
    town = at + 1 + (is_short and len(letters) == 2 and _is_in_capitals(text, at + 1))
    is_town = text.word(town).isalpha() and text.folded[text.starts[town]].isupper()
    return is_town and not text.word(town + 1)[:1].isalnum()


def _is_in_capitals(text: Text, at: int) -> bool:
    return text.folded[text.starts[at] : text.ends[at]].isupper()
