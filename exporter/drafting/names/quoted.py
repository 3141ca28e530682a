"""Who is quoted at a place, where a quotation goes on over several sentences.

Named is who told something before it in its paragraph; else who is said behind its end to have
said it, or whose name the heading above is: President and CEO Anna Berg: “…”
"""

from exporter.drafting.names.persons import is_person
from exporter.drafting.names.tellers import told_in
from exporter.drafting.names.tellers_en import CAPITAL, PERSON, TITLE
from exporter.drafting.names.told import Told
from exporter.drafting.sentences import paragraph_start
from exporter.engine.regex import regex

_CLOSES = regex(r"[”\"]")
_REACH = 160  # characters behind a quotation
_RIGHT_BEHIND = 4
_FAR = 6000  # characters of a quotation in several paragraphs
_QUOTES = regex(r"\s*[*_>]*\s*[“\"]")
_HEADED = regex(
    rf"[\W_]*(?:(?P<who>{TITLE},?[ ]{PERSON})"
    rf"|(?P<named>{CAPITAL}[ ]{CAPITAL}(?:[ ]{CAPITAL})?),[ ](?:[A-Z]?\w+[ ]){{0,3}}?"
    rf"{TITLE}[\w ,&]*)"
    r"(?:[ ](?:said|comments?|commented))?[\W_]*"
)


def quoted(place: int, source: str) -> str:
    """Who is quoted at a place of a source; "" for nobody."""
    start = paragraph_start(source, place)
    here = source[start:place]
    opened, closed = here.count("“"), here.count("”")
    if not (opened > closed or (not opened and here.count('"') % 2)):
        return ""
    told = [one.who for one in told_in(here) if is_person(one.who) and not _is_within(here, one)]
    return told[-1] if told else _said_behind(source, place) or _said_above(source[:start][-_FAR:])


_ANYBODY = regex(r"(?:People|Everyone|Everybody|Nobody|Some|Many|Others|Critics|They|We|I|You)\b")


def _is_within(here: str, told: Told) -> bool:
    """Whether anybody tells something within a quotation, which tells of it: People told us."""
    before = here[: told.start]
    is_open = before.count("“") > before.count("”") or (
        "“" not in before and before.count('"') % 2 == 1
    )
    return is_open and _ANYBODY.match(told.who) is not None


def _said_behind(source: str, place: int) -> str:
    """Who says it right behind the end of the quotation."""
    end = source.find("\n", place)
    rest = source[place : end if end >= 0 else len(source)]
    closing = _CLOSES.search(rest)
    if closing is None:
        return ""
    tail = rest[max(0, closing.start() - 1) : closing.start() + _REACH]
    return next(
        (one.who for one in told_in(tail) if one.start <= _RIGHT_BEHIND and one.follows), ""
    )


def _said_above(above: str) -> str:
    """Who speaks below a line that is a person's name and office, in one paragraph or several."""
    lines = (line for line in reversed(above.splitlines()) if line.strip())
    line = next((line for line in lines if not _QUOTES.match(line)), "")
    found = _HEADED.fullmatch(line)
    return (found["who"] or found["named"]).rstrip(":, ") if found else ""
