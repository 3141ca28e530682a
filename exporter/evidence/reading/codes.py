"""Digits that count nothing: telephone numbers, times of day, versions, 9988.HK."""

from typing import TYPE_CHECKING

from exporter.engine.regex import regex
from exporter.evidence.reading.addresses import POSTCODE, end_of_address, is_a_postcode
from exporter.evidence.reading.labelled_codes import (
    BEFORE_A_CODE,
    IS,
    end_of_citation,
    end_of_groups,
    end_of_labelled,
    end_of_named,
    is_of_a_bill,
    is_of_a_dialled,
    is_of_an_act,
)
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.currency_marks import SIGNS
from exporter.evidence.reading.vocabulary.plain import SUFFIXES
from exporter.evidence.reading.vocabulary.units import GENERIC_CLASSIFIERS, is_counted_word, unit_zh

if TYPE_CHECKING:
    import re

_PHONE = regex(
    # +44 (0) 20 7011 4455
    r"\+[0-9]{1,3}(?:[ -]?\(?[0-9]{1,5}\)?){2,6}(?![0-9])"
    # 010-8888 1234, （852）2345 6789, 400-800-1688, 0800 279 6619
    r"|\(?(?:0[0-9]{2,4}|852|853|886|[48]00)\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}"
    r"(?![0-9万亿%]|[.,][0-9])"
    # (86 21) 6888 0000, (+86 10)8888 1234
    r"|86[ -][0-9]{2,3}\)[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])"
    # 13800138000, 138 0013 8000
    r"|1[3-9][0-9]{9}(?![0-9])|1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}(?![0-9])"
    # 212-555-0123, (212) 555-0123, 1-800-555-0123
    r"|(?:1[ -])?\(?[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}(?![0-9])"
    # 0800 55 6677, 0845 60 50 40
    r"|0[1-9][0-9]{2}(?: [0-9]{2,4}){2,3}(?![0-9%]|[.,][0-9])"
    # 1300 555 210
    r"|1[38]00 [0-9]{3} [0-9]{3}(?![0-9%]|[.,][0-9]| [a-z]+s(?![a-z]))"
    # 884 2231 9041, 1234 5678 9012
    r"|[0-9]{2,4} (?:[0-9]{4} [0-9]{3,4}|[0-9]{3} [0-9]{4})(?: [0-9]{3,4})?(?!\s?[\w%])"
    # 1 866 555 0192, 44 20 3936 2999
    r"|1 [2-9][0-9]{2} [0-9]{3} [0-9]{4}(?![0-9])|[0-9]{2,3} [0-9]{2} [0-9]{4} [0-9]{4}(?![0-9])"
    r"|[0-9]{4}-[0-9]{8}(?![0-9])|[0-9]{4}[ -][0-9]{4}(?!\s?[\w%])"
)
_CLOCK = regex(
    r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:]|-[a-z]{2}-[0-9])"
    r"|[0-9]{1,2}[时点][0-9]{1,2}分?(?!钟)"
    # 12月1日20时, 12月1日8点; not 20时长, 上涨20点
    r"|(?:[01]?[0-9]|2[0-4])时(?![长段速差薪光代区辰])"
    r"|(?<=[日号午晨晚])(?:[01]?[0-9]|2[0-4])点(?![位0-9])"
    r"|[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?\s?m(?![a-z0-9])\.?|[0-9]{1,2} o'clock"
    r"|[0-9]{1,2} (?:to|and) [0-9]{1,2} (?:o'clock|[ap]\.?m(?![a-z0-9]))"
)
_IN_A_ROW = regex(
    r"[0-9]{1,2}-(?:chome|gil|dong)(?![a-z])|9-to-5(?![0-9])|7-eleven|[1-9]-on-[1-9](?![0-9])"
    r"|[0-9]{1,2}世纪|[0-9]0年代|[0-9]{2}后(?![天日个年])|7\s?[x*/]\s?24(?:小时)?"
    r"|[2458]k(?= (?:uhd|ultra|screen|display|monitor|tv|television|video|camera|projector"
    r"|resolution|content|broadcast|stream|footage|film))"
    r"|50[-/]50(?![0-9%])|24/7|24\s?[x*]\s?7|[0-9]{1,2}(?:\+[0-9]{1,2}){0,4}\+[0-9nx](?![0-9.])"
    # 3·15晚会, 9·24新政
    r"|1[12][.·]1[12](?![0-9.万亿%])|[0-9]{1,2}·[0-9]{1,2}(?![0-9.万亿%元个])|(?:618|11|12)(?=[”\"'」]?(?:大促|购物|活动|期间"
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
    # 24-cv-01873, 1:24-cv-01873, but 12-to-140 and 10-kg-20
    r"|(?:[0-9]:)?[0-9]+-(?!(?:an?|to|for|and|or|by|in|of|on|at|vs|odd|x|day|min|sec|hr|kg|lb|oz|ton|km|cm|mm|ft"
    r"|mw|kw|gw|gb|tb|mb|bps?|pp|pct)-)"
    r"[a-z]{1,3}-[0-9]+(?![0-9a-z]|[.,][0-9])"
)
_MAY_GO_ON = frozenset("0123456789-( :时点apotk世年后x*/+·.)）版vr大购活期节促预战”\"'」sfc")
_MAY_NAME = frozenset("version release shopping festival sale campaign".split())
_LONGEST_FIGURE = 15  # digits without a comma or a unit
_SHORTEST_PHONE = 8  # digits
_POSTCODES = range(4, 7)
_NAMES_OF_NOTHING = ("元购", "元起", "元入", "元领", "元试", "元抢", "起步", "元体验", "元学")


def end_of_code(text: Text, at: int, before: str) -> int:
    """The index after the code to which the digits at word `at` belong, behind `before`; or 0."""
    word = text.words[at]
    if (
        end := _end_of_pattern(text, at, before)
        or end_of_citation(text, at)
        or end_of_named(text, at)
    ):
        return end
    if before in BEFORE_A_CODE and (end := end_of_labelled(text, at)):
        return end
    if before in IS and is_of_a_dialled(text, at - 1) and (end := end_of_groups(text, at)):
        return end
    if word[0] == "0" and word.isdecimal() and (len(word) > 2 or _is_behind_han(before)):
        return 0 if _is_none_of_something(text, at) else at + 1
    if (text.word(at + 2) in SUFFIXES and _is_dotted(text, at)) or _is_listed(text, at):
        return at + 3
    is_short = len(word) < POSTCODE and text.word(at + 1)[:1].isalpha()
    if is_short and (end := end_of_address(text, at, before)):
        return end
    if text.word(at + 1) == "-" and _is_of_a_series(text, at):
        return at + 3
    return at + 1 if _is_a_code(text, at, before) else 0


def _is_a_code(text: Text, at: int, before: str) -> bool:
    """Whether the digits at word `at` are a code by themselves, with what stands around them."""
    word, following = text.words[at], text.word(at + 1)
    size = len(word)
    return (
        (size > _LONGEST_FIGURE and _is_too_long(text, at))
        or (before == "-" and _is_of_a_record(text, at))
        or (following == "(" and _is_a_paragraph(text, at))
        or (before == "/" == following and text.word(at + 2).isalpha())
        or (before == "/" and is_of_an_act(text, at))
        or (before == "+" and text.word(at - 2) == "t" and text.touches(at - 1))  # T+1
        or (before == "." and is_of_a_bill(text, at))
        or (before == "'" and _is_short_year(text, at))
        or (size in _POSTCODES and is_a_postcode(text, at, before))
        or (following == "#" and text.touches(at))
        or (following == "x" and _AIRLINER.match(text.folded, text.starts[at]) is not None)
        or (size == _OF_A_YEAR and (following in _ZONES or _is_of_a_founding(text, at)))
        or (_TIME.fullmatch(word) is not None and _is_of_a_zone(text, at + 1))
    )


_CLOSED = regex(r"[^']*'(?![a-z])")  # a quotation's end


def _is_short_year(text: Text, at: int) -> bool:
    """The class of '27, the '08 crisis; '20 shops' is quoted."""
    is_apart = text.touches(at - 1) and not (at > 1 and text.touches(at - 2))
    is_year = is_apart and text.words[at].isdecimal() and len(text.words[at]) == 2
    return is_year and _CLOSED.match(text.lower, text.ends[at]) is None


_AIRLINER = regex(r"7[0-8]7X(?![A-Za-z0-9])")  # the 777X
_RECORD = regex(r"[0-9]号-$")


def _is_of_a_record(text: Text, at: int) -> bool:
    """京ICP备16021487号-1: the part of a record."""
    start = text.starts[at]
    return _RECORD.search(text.lower, max(0, start - 3), start) is not None


_OF_A_YEAR = 4  # digits
_ZONES = frozenset(
    "gmt utc bst cet cest eet eest wet west edt est pst pdt ist jst hkt sgt aest".split()
)  # 1700 GMT
_TIME = regex(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")


def _is_of_a_zone(text: Text, at: int) -> bool:
    """10.00 |CEST|, 14.30 |(UK time)|, 8.15 |hours local time|: whose time it is, behind it."""
    at += text.word(at) == "("
    at += text.word(at) in {"hours", "hrs", "h"}
    is_placed = text.word(at) in _PLACES and "time" in {text.word(at + 1), text.word(at + 2)}
    return text.word(at) in _ZONES or is_placed


_PLACES = frozenset(
    "local uk us eastern pacific central london european dublin oslo new york swiss danish swedish "
    "finnish norwegian german paris zurich hong singapore tokyo beijing sydney".split()
)
_FOUNDED = frozenset(
    "founded established built incorporated chartered created born dating invented erected "
    "completed started begun opened formed discovered signed dates".split()
)
_APOSTROPHES = frozenset({"'", "’", "-"})
_FAR = 7  # words
_BEHIND_A_FOUNDING = frozenset(
    "and as at by for in is it on the to was with when after before under near has had".split()
)


def _is_of_a_founding(text: Text, at: int) -> bool:
    """Founded by a widow in 1865, has traded since 1776; not built in 1200 days."""
    before, behind = text.word(at - 1), text.word(at + 1)
    if not (text.words[at].isdecimal() and before in {"in", "from", "since"}):
        return False
    ends = not behind[:1].isalnum() or behind in _BEHIND_A_FOUNDING or behind.endswith("ed")
    return ends and behind != "%" and (before == "since" or _is_founded(text, at - 1))


def _is_founded(text: Text, at: int) -> bool:
    """Whether words before a preposition tell in one go what was founded: opened its first shop."""
    for index in range(at - 1, max(-1, at - 1 - _FAR), -1):
        word = text.words[index]
        if word in _FOUNDED or (word == "up" and text.word(index - 1) == "set"):
            return True
        if not (word[0].isalpha() or word in _APOSTROPHES):
            return False
    return False


def _end_of_pattern(text: Text, at: int, before: str) -> int:
    """The end of a telephone number, a time of day, 24/7 or 618大促; 0 for none."""
    word, following, offset = text.words[at], text.word(at + 1), text.starts[at]
    if before == "+" and text.touches(at - 1):
        call = _PHONE.match(text.lower, offset - 1)
        if call and _is_long(call[0]):  # but +120%
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


_MARKETS = frozenset("tw two hk sh sz".split())


def _is_listed(text: Text, at: int) -> bool:
    """2454-TW, 9988-HK: the code of a share, with its market in capitals."""
    is_market = text.word(at + 1) == "-" and text.word(at + 2) in _MARKETS
    is_code = len(text.words[at]) >= _OF_A_YEAR and text.touches(at) and text.touches(at + 1)
    return is_market and is_code and text.folded[text.starts[at + 2]].isupper()


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
