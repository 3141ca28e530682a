"""What of a source the analyst has set aside: it is not drafted again."""

import re
from bisect import bisect_right

from exporter.drafting.model import Draft, DraftView, Setting


class Aside:
    """What `not_facts` of a source sets aside: clauses, and figures and views in them."""

    def __init__(self, setting: Setting) -> None:
        """Of a source whose text is at hand."""
        record = setting.source.record
        self._whole, self._partly = record.set_aside, record.partly_aside
        self._source = setting.source
        self._ends = [clause.end for clause in setting.source.clauses]
        self._brokers = {
            name.casefold(): broker.name.en
            for broker in setting.brokers
            for name in (*broker.name, *broker.aliases)
        }

    def has(self, draft: Draft | DraftView) -> bool:
        """Whether a draft is of something that is set aside."""
        if not self._whole and not self._partly:
            return False
        clause = bisect_right(self._ends, draft.start)
        if clause in self._whole:
            return True
        every = self._partly.get(clause, ())
        if isinstance(draft, DraftView):
            return self._house(draft.broker) in map(self._house, every)
        return any(self._begins_in(draft.start, only, clause) for only in every)

    def _house(self, name: str) -> str:
        """A broker by its name in report.yaml, whatever it is called."""
        return self._brokers.get(name.casefold(), name).casefold()

    def _begins_in(self, start: int, only: str, clause: int) -> bool:
        """Whether a figure that begins at a place of the text is among some words of a clause."""
        text, place = self._source.text or "", self._source.clauses[clause]
        at = start - place.start
        return any(
            at < last and not any(map(str.isalnum, text[start : place.start + first]))
            for first, last in words_in(only, text[place.start : place.end])
        )


def words_in(only: str, words: str) -> list[tuple[int, int]]:
    """Wherever some words stand in others, however they are spaced; 5% is not in 15%.

    Nor is a number in letters in another word (ten in often).
    """
    signs = [re.escape(sign) for sign in only if not sign.isspace()]
    if not signs:
        return []
    before = "(?<![0-9])(?<![0-9][.,])" if signs[0].isdigit() else ""
    behind = "(?![.,]?[0-9])" if signs[-1].isdigit() else ""
    if "".join(signs).isascii() and "".join(signs).isalpha():
        before, behind = "(?<![A-Za-z])", "(?![A-Za-z])"
    form = before + r"\s*".join(signs) + behind
    return [found.span() for found in re.finditer(form, words, re.IGNORECASE)]
