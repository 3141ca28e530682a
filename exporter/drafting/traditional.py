"""A source in traditional characters or with half-width marks: read in simplified, full ones.

All tables of words have simplified characters, all rules full marks. Each character is replaced by
exactly one, so offsets hold; what is drafted gets the source's own characters back.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from exporter.drafting.model import Draft, DraftView, Named, Sentence, Setting
from exporter.engine.regex import regex
from exporter.facts.folding import fold
from exporter.facts.own_units import own_unit
from exporter.facts.traditional import SIMPLIFIED
from exporter.facts.units import KNOWN_UNITS, Unit

_FORMS = Counter(SIMPLIFIED.values())
# Traditional forms of those characters that have only one, for words that the source has not.
_PLAIN = {ord(plain): own for own, plain in SIMPLIFIED.items() if _FORMS[plain] == 1}
_HAN = regex("[\u4e00-\u9fff]")
_PARTS = regex(r"(\s+|…)")
# Half-width marks beside Chinese words end clauses like full ones; those in numbers do not: 1,800.
_HALF = regex("(?<=[\u4e00-\u9fff”])[,;:]|[,;:](?=[“\u4e00-\u9fff])")
_FULL = str.maketrans(",;:", "，；：")


class Characters:
    """The characters of a source, as they are read and as they are written."""

    def __init__(self, setting: Setting) -> None:
        """By the text of a source, which is at hand."""
        self._own = setting.source.text or ""
        counts = Counter(_HAN.findall(self._own)) if setting.lang == "zh" else Counter[str]()
        self._read_as = {ord(each): fold(each) for each in counts if fold(each) != each}
        rarest_first = sorted(counts, key=lambda each: counts[each])
        self._written = _PLAIN | {ord(fold(each)): each for each in rarest_first}
        self._read = self._as_read(self._own) if counts else self._own
        self._is_same = self._read == self._own
        self.setting = setting if self._is_same else self._in_simplified(setting)

    def sentences(self, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        """Sentences of the source as they are read."""
        return sentences if self._is_same else [self.sentence(one) for one in sentences]

    def sentence(self, sentence: Sentence) -> Sentence:
        """A sentence of the source as it is read."""
        if self._is_same:
            return sentence
        text, heading = (self._as_read(words) for words in (sentence.text, sentence.heading))
        return replace(sentence, text=text, heading=heading)

    def draft(self, draft: Draft) -> Draft:
        """A draft in the characters of the source."""
        if self._is_same:
            return draft
        return replace(
            draft,
            metric=self._as_written(draft.metric),
            value=draft.value if draft.unit else self._as_written(draft.value),
            unit=self._unit(draft.unit) if draft.unit else None,
            attribution=self._as_written(draft.attribution),
            quote=self._as_written(draft.quote),
        )

    def view(self, view: DraftView) -> DraftView:
        """A view in the characters of the source."""
        if self._is_same:
            return view
        return replace(
            view,
            thesis=self._as_written(view.thesis),
            drivers=tuple(map(self._as_written, view.drivers)),
            rating=self._as_written(view.rating),
            analyst=self._as_written(view.analyst),
            quote=self._as_written(view.quote),
        )

    def _as_read(self, words: str) -> str:
        """Words in simplified characters, their half-width marks in full."""
        full = _HALF.sub(lambda mark: mark[0].translate(_FULL), words)
        return full.translate(self._read_as)

    def _unit(self, unit: Unit) -> Unit:
        """A unit of what is counted, with the characters of the source in its label."""
        if not unit.noun or unit.size != 1 or unit.key in KNOWN_UNITS:
            return unit
        written = self._as_written(unit.zh)
        return unit if written == unit.zh else own_unit(unit.en, written) or unit

    def _as_written(self, words: str) -> str:
        """Words as the source has them; those that it has not, in its most frequent characters."""
        return "".join(self._piece(piece) for piece in _PARTS.split(words))

    def _piece(self, piece: str) -> str:
        at = self._read.find(piece) if piece.strip() else -1
        return piece.translate(self._written) if at < 0 else self._own[at : at + len(piece)]

    def _in_simplified(self, setting: Setting) -> Setting:
        source = replace(setting.source, text=self._read)
        entities, brokers = (
            tuple(map(_with_simplified, known)) for known in (setting.entities, setting.brokers)
        )
        return replace(setting, source=source, entities=entities, brokers=brokers)


def _with_simplified(one: Named) -> Named:
    """Somebody known, also by the names as they are read."""
    forms = dict.fromkeys(fold(form) for form in (*one.name, *one.aliases))
    others = (form for form in forms if form not in {*one.name, *one.aliases})
    return one._replace(aliases=(*one.aliases, *others))
