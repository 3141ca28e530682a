"""Heads of columns whose words go on in the lines below them.

A month stands above its day, and a long head in a narrow column in several lines: Inc/ (Dec), below
it Excluding Currency, below it Translation.
"""

from collections.abc import Iterator, Sequence

from exporter.drafting.tables.measures import basis_of_change, is_change
from exporter.drafting.tables.periods_said import A_YEAR, MONTH, says_period
from exporter.engine.regex import regex

_A_MONTH, _A_DAY = regex(MONTH), regex(r"[0-9]{1,2},(?: (?:19|20)[0-9]{2})?")
_EXCLUDING = regex(r"(?:excluding|excl\.?|ex|at constant|in constant|in local)")
_MOST_LINES = 3  # in which one head goes on


def whole_heads(lines: Sequence[Sequence[str]], count: int) -> list[list[str]]:
    """The lines of heads with those put together that are one head's.

    Args:
        lines: The cells of each line of heads, from the top, in small letters, folded.
        count: How many cells a row has.
    """
    apart = _with_one_span([_apart(line, count) for line in _with_months(lines)])
    joined = _with_ends(_with_years(_with_more_than(apart), count), count)
    return _with_last(_with_excluding(joined), count)


def _apart(line: Sequence[str], count: int) -> list[str]:
    """A line of heads in which those that stood near to one another are apart.

    First Quarter Fourth Quarter are two.
    """
    parts = [_PERIODS.findall(cell) if _RUN.fullmatch(cell) else [cell] for cell in line]
    cells = [part for cell in parts for part in cell]
    return cells if len(cells) in {count, count + 1} else list(line)


_A_PERIOD = rf"(?:first|second|third|fourth) quarter|{MONTH} [0-9]{{1,2}}, (?:19|20)[0-9]{{2}}"
_PERIODS = regex(_A_PERIOD)
_RUN = regex(rf"(?:{_A_PERIOD})(?: (?:{_A_PERIOD}))+")


def _with_one_span(lines: list[list[str]]) -> list[list[str]]:
    """Lines of heads in which years beside a span that ends in one are of such spans, too.

    Three Months Ended June 30, 2025 beside 2024.
    """
    found: list[list[str]] = []
    for first, *rest in lines:
        is_span = _ENDED.search(first) is not None and len(A_YEAR.findall(first)) == 1
        if rest and is_span and all(map(A_YEAR.fullmatch, rest)):
            found.append([first, *(A_YEAR.sub(year, first) for year in rest)])
        else:
            found.append([first, *rest])
    return found


_ENDED = regex(rf"(?:months|weeks|quarters?|years?|periods?) ended {MONTH} [0-9]{{1,2}}, ")


def _with_more_than(lines: list[list[str]]) -> list[list[str]]:
    """Lines of heads in which less than, more than are one with the years below: 5 years."""
    for at in range(len(lines) - 1):
        over, below = lines[at], lines[at + 1]
        if not all(map(_MORE_THAN.fullmatch, over)):
            continue
        bounds = [at for at, cell in enumerate(below) if _A_FEW_YEARS.fullmatch(cell)]
        if len(bounds) == len(over):
            named = [
                f"{over[bounds.index(place)]} {cell}" if place in bounds else cell
                for place, cell in enumerate(below)
            ]
            return [*lines[:at], named, *lines[at + 2 :]]
    return lines


_MORE_THAN = regex(r"(?:less|more) than|within|after|over|under|up to")
_A_FEW_YEARS = regex(r"(?:[0-9]{1,2}|one|two|three|five|ten) years?")


def _with_ends(lines: list[list[str]], count: int) -> list[list[str]]:
    """Lines of heads in which the ends of a range stand below its head, which is the last one.

    2024 actual, 2025 guidance; below the second low, high.
    """
    for at in range(len(lines) - 1):
        (*told, guided), ends = lines[at], lines[at + 1]
        if told and len(told) + len(ends) == count and all(map(_AN_END.fullmatch, ends)):
            return [*lines[:at], [*told, *(f"{guided} {end}" for end in ends)], *lines[at + 2 :]]
    return lines


_AN_END = regex(r"(?:low|high|mid-?point|minimum|maximum)(?:[- ]?(?:end|range))?")


def _with_months(lines: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Lines of heads in which a month that stands above its day is beside it."""
    months: list[str] = []
    for line in lines:
        days = [cell for cell in line if _A_DAY.fullmatch(cell)]
        if months and len(days) == len(months):
            named = iter(months)
            line = [f"{next(named)} {cell}" if cell in days else cell for cell in line]  # noqa: PLW2901
        elif months:
            yield months
        months = list(line) if all(map(_A_MONTH.fullmatch, line)) else []
        if not months:
            yield line
    if months:
        yield months


def _with_years(lines: list[list[str]], count: int) -> list[list[str]]:
    """Lines of heads in which years below one span stand beside the changes that follow it.

    Quarters ended June 30, Change, Organic; below the first 2025, 2024.
    """
    for at in range(len(lines) - 1):
        (span, *changes), years = lines[at], lines[at + 1]
        is_of_span = len(changes) + len(years) == count and len(years) > 1 and bool(changes)
        is_of_span = is_of_span and says_period(span) and not A_YEAR.search(span)
        if is_of_span and all(map(_is_change, changes)) and all(map(A_YEAR.fullmatch, years)):
            whole = [*(f"{span} {year}" for year in years), *changes]
            return [*lines[:at], whole, *lines[at + 2 :]]
    return lines


def _is_change(head: str) -> bool:
    return is_change(head) or basis_of_change(head) is not None


def _with_excluding(lines: list[list[str]]) -> list[list[str]]:
    """Lines of heads in which what goes on with "excluding" is one head, over its column alone.

    Above 2025, 2024, (Dec), Translation a line Excluding, once for each group, is over the last.
    """
    at = next((at for at, line in enumerate(lines) if all(map(_EXCLUDING.fullmatch, line))), -1)
    if at < 0 or at + 1 == len(lines) or len(lines[-1]) % len(lines[at]):
        return lines
    width = len(lines[-1]) // len(lines[at])
    first = at
    while first and len(lines[first - 1]) == len(lines[at]) and _goes_on(lines[first - 1]):
        first -= 1
    over = [
        [cell for one in line for cell in [*[""] * (width - 1), one]]
        for line in lines[first : at + 1]
    ]
    over += [_over_changes(line, lines[-1]) for line in lines[at + 1 :]]
    if width == 1 or not all(over):
        return lines
    heads = [" ".join(filter(None, cells)) for cells in zip(*over, strict=True)]
    return [*lines[:first], heads]


def _over_changes(line: Sequence[str], lowest: Sequence[str]) -> list[str]:
    """A line of heads over those of the lowest that are no years; [] where it is over others."""
    if len(line) == len(lowest):
        return list(line)
    others = [at for at, leaf in enumerate(lowest) if not A_YEAR.search(leaf)]
    if len(others) != len(line):
        return []
    return [line[others.index(at)] if at in others else "" for at in range(len(lowest))]


def _goes_on(line: Sequence[str]) -> bool:
    """Whether a line above "excluding" says what is without it: inc/ (dec)."""
    return not any(map(A_YEAR.search, line)) and len(set(line)) == 1 and len(line[0].split()) < 3


def _with_last(lines: list[list[str]], count: int) -> list[list[str]]:
    """Lines of heads in which a last head that stands below the others is beside them."""
    for least in range(max(len(lines) - _MOST_LINES, 1), len(lines)):
        *above, others = lines[:least]
        rest = lines[least:]
        is_one = all(len(line) == 1 for line in rest) and len(others) + 1 == count
        if is_one and basis_of_change(words := " ".join(line[0] for line in rest)):
            return [*above, [*others, words]]
    return lines
