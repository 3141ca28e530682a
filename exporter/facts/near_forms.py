"""What people write for a period or a number in other forms, as facts have it.

A message then says `FY2025` for FY25, `2025-01/2025-09` for 9M 2025, and 12.5 for 12,5. What can
mean two things (03/04/2025, 12,500) is not guessed, or both are named.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator

from exporter.engine.regex import regex
from exporter.facts.folding import fold_typed
from exporter.facts.periods import parse_period
from exporter.facts.shown_numbers import shown_number

# How months begin, without accents, from English to Dutch: Dez, déc., dic, out.
_BEGINNINGS = (
    "jan ene gen", "feb fev", "mar mrz mrt", "apr avr abr", "may mai mei mag", "jun juin giu",
    "jul juil lug", "aug aou ago", "sep set", "oct okt ott out", "nov", "dec dez dic",
)  # fmt: skip
_MONTHS = {begins: at for at, names in enumerate(_BEGINNINGS, 1) for begins in names.split()}
_PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
          "上": 1, "下": 2, "一": 1, "二": 2, "三": 3, "四": 4}  # fmt: skip
_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|['’]?[0-9]{2})(?:年度?|e|f|a)?"
_FISCAL = r"(?P<fiscal>fy|fiscal\s+year|fiscal|financial\s+year)"
_FISCAL_YEAR = (
    rf"{_FISCAL}[\s'’-]*(?P<begun>(?:19|20)?[0-9]{{2}}[/-])?{_YEAR}",
    r"(?P<begun>(?:19|20)[0-9]{2}[/-])?(?P<year>(?:19|20)?[0-9]{2})(?P<fiscal>财年|财政年度)",
)
_PART = (
    r"(?:[qt]\s?(?P<q>[1-4])|(?P<q2>[1-4])(?:\s?[qt]|\.\s?quartal)|[hs]\s?(?P<h>[12])"
    r"|(?P<h2>[12])(?:\s?[hs]|\.\s?halbjahr|\.\s?hj\.?)"
    r"|(?:the\s+)?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?P<kind>quarter|half)"
    r"(?:\s+of)?"
    r"|第?(?P<nth2>[一二三四1-4])(?P<kind2>季度|季|四半期)|(?P<nth3>[上下])(?P<kind3>半年))"
)
_MONTHS_OF = (
    r"(?:(?P<months>[1-9]|1[0-2])\s?m|first\s+(?P<months2>[a-z]+|[0-9]+)\s+months(?:\s+of)?"
    r"|前(?P<months3>[0-9一二三四五六七八九十]+)个?月|1-(?P<months4>[0-9]{1,2})月|前三季度)"
)
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})[a-z]*\.?"
_TIME = regex(
    r"(?<=[0-9])(?:t|\s+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:[ap]m|z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_KEPT_AS_TEXT = regex(r"^'(?=[0-9]{4}(?![0-9]))")  # by a spreadsheet: '2025
_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}
_GAP = r"[\s,'’/-]*"
_WORDS = {
    word: count
    for words in (
        "two three four five six seven eight nine ten eleven",
        "二 三 四 五 六 七 八 九 十",
    )
    for count, word in enumerate(words.split(), 2)
}
_BETWEEN = regex(r"\s+(?:to|through|-)\s+|\s*(?:至|到|~|—)\s*|(?<=[0-9]{4})-(?=[0-9]{4}$)")
_THREE_PARTS = regex(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})")
_SERIAL = regex(r"[34][0-9]{4}")  # of a day from 1982 to 2036
_DAY_ZERO = dt.date(1899, 12, 30)  # as Excel counts after February 1900
_LONGEST = 60  # characters; what is longer says more than a period or a number

Found = re.Match[str]


def near_period(text: str) -> str:
    """A period in the form that facts have, where another form says it; "" where none does."""
    said = fold_typed(_without_accents(text[: _LONGEST + 1])).strip().casefold()
    if len(said) > _LONGEST:
        return ""
    said = _TIME.sub("", said)
    said = _KEPT_AS_TEXT.sub("", said)
    if said != text and parse_period(said):
        return said
    for pattern, form in _FORMS:
        match = pattern.fullmatch(said)
        written = form(match) if match else ""
        if written and parse_period(written):
            return written
    parts = _BETWEEN.split(said)
    if len(parts) == 2:
        ends = [part if parse_period(part) else near_period(part) for part in parts]
        written = "/".join(ends)
        return written if all(ends) and parse_period(written) else ""
    return ""


def days_meant(text: str) -> tuple[str, ...]:
    """The days that a text may mean: 31/12/25, 03/04/2025, or 46022 as spreadsheets count them."""
    said = fold_typed(text[: _LONGEST + 1]).strip()
    if _SERIAL.fullmatch(said):
        return ((_DAY_ZERO + dt.timedelta(int(said))).isoformat(),)
    match = _THREE_PARTS.fullmatch(said)
    if match is None:
        return ()
    one, other, last = (int(part) for part in match.groups())
    if len(match[3]) == len("2025"):
        orders = [(last, other, one), (last, one, other)]
    else:
        orders = [(2000 + last, other, one), (2000 + last, one, other), (2000 + one, other, last)]
    days = (f"{year}-{month:02}-{day:02}" for year, month, day in orders)
    return tuple(dict.fromkeys(day for day in days if parse_period(day)))


def _without_accents(text: str) -> str:
    """Letters without their accents, and nothing else changed: août is aout."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def _year(match: Found) -> str:
    digits = match["year"].lstrip("'’")
    return digits if len(digits) == 4 else f"20{digits}"


def _fiscal(match: Found) -> str:
    return f"FY{_year(match)}"


def _part(match: Found) -> str:
    """Q3 or H1, however it is called."""
    groups = match.groupdict()
    if quarter := groups["q"] or groups["q2"]:
        return f"Q{quarter}"
    if half := groups["h"] or groups["h2"]:
        return f"H{half}"
    nth = groups["nth"] or groups["nth2"] or groups["nth3"]
    kind = groups["kind"] or groups["kind2"] or groups["kind3"]
    return f"{'H' if kind in {'half', '半年'} else 'Q'}{_PARTS.get(nth) or nth}"


def _months(match: Found) -> str:
    groups = match.groupdict()
    said = next((groups[f"months{at}"] for at in ("", 2, 3, 4) if groups[f"months{at}"]), "9")
    count = _WORDS.get(said) or (int(said) if said.isdecimal() else 0)
    return f"{_year(match)}-01/{_year(match)}-{count:02}" if count else ""


def _month(match: Found) -> str:
    month = match["month"]
    number = _MONTHS.get(month) or int(month)
    day = match.groupdict().get("day")
    return f"{_year(match)}-{number:02}" + (f"-{int(day):02}" if day else "")


def _era(match: Found) -> str:
    """令和7年12月31日 and R7.12.31 are of 2025."""
    year = _ERAS[match["era"]] + (1 if match["count"] == "元" else int(match["count"]))
    parts = [part for part in (match["month"], match["day"]) if part]
    return "-".join([str(year), *(f"{int(part):02}" for part in parts)])


def _day_first(match: Found) -> str:
    """31/12/2025; of 03/04/2025 nobody knows which is the month."""
    one, other = int(match["one"]), int(match["other"])
    if one > 12 >= other:
        return f"{_year(match)}-{other:02}-{one:02}"
    return f"{_year(match)}-{one:02}-{other:02}" if other > 12 >= one else ""


def _patterns() -> Iterator[tuple[str, Callable[[Found], str]]]:
    for fiscal in _FISCAL_YEAR:
        yield fiscal, _fiscal
        yield rf"{fiscal}{_GAP}的?{_PART}", lambda match: f"{_fiscal(match)}-{_part(match)}"
        yield rf"{_PART}{_GAP}{fiscal}", lambda match: f"{_fiscal(match)}-{_part(match)}"
    year = rf"(?:cy\s?)?{_YEAR}"
    for pattern in (rf"{_PART}{_GAP}{year}", rf"{year}{_GAP}的?{_PART}"):
        yield pattern, lambda match: f"{_year(match)}-{_part(match)}"
    for pattern in (rf"{_MONTHS_OF}{_GAP}{year}", rf"{year}{_GAP}的?{_MONTHS_OF}"):
        yield pattern, _months
    four = r"(?P<year>(?:19|20)[0-9]{2})"
    yield rf"cy\s?{_YEAR}", _year
    yield rf"{four}[.,]0", _year  # of programs that have no whole numbers beside blank cells
    yield r"(?P<year>[12][.,\s][0-9]{3})", lambda match: re.sub(r"[^0-9]", "", match["year"])
    yield rf"{four}(?:年度?|e|f|a)", _year
    nth = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?"
    yield rf"{_MONTH}{_GAP}{nth}{_GAP}{four}", _month
    yield rf"{nth}{_GAP}(?:de\s)?{_MONTH}{_GAP}(?:de\s)?{_YEAR}", _month
    yield rf"{_MONTH}{_GAP}{_YEAR}", _month
    number, day = r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
    yield rf"{four}(?:年|[./-]){number}月?(?:份|底|末)?", _month
    yield rf"{four}\.\s?{number}\.?", _month
    yield rf"{four}\.\s?{number}\.\s?{day}\.?", _month
    yield rf"{four}(?P<month>[0-9]{{2}})", _month
    yield rf"{number}[./-]{four}", _month
    yield rf"{four}(?:年|[./-]){number}(?:月|[./-]){day}[日号]?", _month
    yield rf"{four}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", _month
    yield rf"(?P<one>[0-9]{{1,2}})[./-](?P<other>[0-9]{{1,2}})[./-]{four}", _day_first
    era = r"(?P<era>令和|平成|r|h)(?P<count>[0-9]{1,2}|元)"
    yield (
        rf"{era}(?:[./年](?:(?P<month>[0-9]{{1,2}})(?:[./月](?:(?P<day>[0-9]{{1,2}})日?)?)?)?)",
        _era,
    )


_FORMS = tuple((regex(pattern), form) for pattern, form in _patterns())
_GROUPS = regex(r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?")
_GROUPS_BY_POINTS = regex(r"([+-]?)([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)")
_MANY_GROUPS_BY_POINTS = regex(r"([+-]?)([0-9]{1,3}(?:\.[0-9]{3}){2,})()")
_COMMA = regex(r"([+-]?)([0-9]*),([0-9]+(?:[eE][+-]?[0-9]+)?)")
_OTHER_POINT = regex(r"(?<=[0-9])[·٫](?=[0-9])")  # 12·5 in Britain, 12٫5 in Arabic
_OTHER_COMMA = regex(r"(?<=[0-9])٬(?=[0-9]{3})")
_PLAIN = regex(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_TRIANGLE = regex(r"[△▲]\s?(?=[0-9])")


def near_number(text: str) -> str:
    """What is right for a number with separators or a decimal comma; "" for any other text."""
    said = fold_typed(text[: _LONGEST + 1]).strip()
    if len(said) > _LONGEST:
        return ""
    if bare := _TRIANGLE.match(said):
        minus = near_number(f"({said[bare.end() :]})")
        return f"where the triangle means minus, {minus}" if minus else ""
    shown = shown_number(_OTHER_POINT.sub(".", _OTHER_COMMA.sub(",", text)))
    if shown is None or shown.unit:
        return ""
    said, is_changed = shown.text, shown.text != text
    is_parted = re.search(r"[0-9][\s'’][0-9]", text) is not None
    if match := _GROUPS.fullmatch(said):
        sign, whole, decimals = match.groups()
        digits = f"{sign}{whole.replace(',', '')}{decimals or ''}"
        if whole.count(",") == 1 and not decimals:
            other = f"{sign}{whole.replace(',', '.')}"
            return f"write {digits} without a separator, or {other} if the comma begins decimals"
        return f"write {digits} without separators"
    if match := _GROUPS_BY_POINTS.fullmatch(said) or _MANY_GROUPS_BY_POINTS.fullmatch(said):
        sign, whole, decimals = match.groups()
        point = f".{decimals}" if decimals else ""
        right = f"write {sign}{whole.replace('.', '')}{point}"
        return f"{right}: a point begins decimals, and nothing parts thousands"
    if match := _COMMA.fullmatch(said):
        sign, whole, decimals = match.groups()
        parts = ", and nothing parts thousands" if is_parted else ""
        return f"write {sign}{whole or 0}.{decimals}: a point begins decimals{parts}"
    without = " without separators" if is_parted else ""
    return f"write {said}{without}" if is_changed and _PLAIN.fullmatch(said) else ""
