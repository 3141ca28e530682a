"""A source that is read once, and drafted part by part: by one process, or by two at once.

Each sentence is drafted by itself, whichever came before, so that two processes may share them.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from exporter.drafting.doubted import DOUBTED, is_doubted
from exporter.drafting.figures.counted_before import starts_before
from exporter.drafting.figures.losses_beside import signed_as_loss
from exporter.drafting.figures.narrowed import signed_as_named, way_doubted
from exporter.drafting.figures.stated import stated_in
from exporter.drafting.judged import Proved, Prover
from exporter.drafting.metrics.sureness import as_sure_as
from exporter.drafting.model import Draft, DraftView, Guess, Sentence, Setting, Stated
from exporter.drafting.not_so import not_so
from exporter.drafting.quotes import Quotes
from exporter.drafting.readers import Readers
from exporter.drafting.sentences import sentences_of
from exporter.drafting.tables.heads import sentences_in_heads
from exporter.drafting.traditional import Characters
from exporter.engine.regex import regex
from exporter.facts.words import Status

ReadersOf = Callable[[Setting, Sequence[Sentence]], Readers]

_NUMBER = regex("[0-9](?:[0-9.,]*[0-9])?")
NO_ENTITY = "of none of the report's entities: name one, or take it out"
NO_METRIC = "no words name what is measured"


class Drafter:
    """Drafts what a source says, each figure with the quote that proves it.

    Attributes:
        sentences: Those of the source that are drafted, in order.
        quotes: The clauses of the source that may carry a figure.
    """

    def __init__(
        self,
        setting: Setting,
        readers_of: ReadersOf,
        tables: Collection[int],
        clauses: Collection[int] | None = None,
        *,
        has_tables: bool = True,
    ) -> None:
        """Read a source once.

        Args:
            setting: With the source, whose text is at hand.
            readers_of: Makes those who read what stands between the words.
            tables: Paragraphs that are tables, which are no sentences.
            clauses: Those that are wanted; all of them where it is None.
            has_tables: Whether tables are drafted, too.
        """
        self._setting, self._characters = setting, Characters(setting)
        every = _sentences(setting, tables, has_tables)
        characters = self._characters
        self._readers = readers_of(characters.setting, characters.sentences(every))
        known = (*setting.entities, *setting.brokers)
        self._forms = {one.name.en: (*one.name, *one.aliases) for one in known}
        names = [form for forms in self._forms.values() for form in forms]
        self._prover, self.quotes = Prover(setting), Quotes(setting.source, names)
        self.sentences = [one for one in every if _may_hold(one, self.quotes, clauses)]

    def facts(self, part: range) -> list[Draft]:
        """The drafts of what some of the sentences state in figures, or else tell."""
        drafts: list[Draft] = []
        for sentence in self.sentences[part.start : part.stop]:
            as_read = self._characters.sentence(sentence)
            if stated := stated_in(sentence, self._setting):
                drafts += map(self._characters.draft, self._of(as_read, stated))
            elif told := self._readers.statements([as_read]):
                drafts += self._judged(told)
        return drafts

    def tables(self) -> list[Draft]:
        """The drafts of the source's tables, each with a doubt where its quote proves nothing."""
        return self._judged(self._readers.tables())

    def views(self) -> list[DraftView]:
        """The views that the sentences tell."""
        told = self._readers.views(self._characters.sentences(self.sentences))
        return [self._prover.judged_view(self._characters.view(view)) for view in told]

    def _judged(self, drafts: Iterable[Draft]) -> list[Draft]:
        return self._prover.judged(map(self._characters.draft, drafts))

    def _of(self, sentence: Sentence, said: Sequence[Stated]) -> Iterator[Draft]:
        """The drafts of what a sentence states in figures."""
        text = self._setting.source.text or "" if self._setting.lang == "en" else ""
        for stated in said:
            start, end = sentence.start + stated.start, sentence.start + stated.end
            may_prove = list(self.quotes.around(start, end, sentence))
            if (before := starts_before(stated, sentence, text)) >= 0:
                clauses = self.quotes.clauses_at(before, sentence.end)
                may_prove.append(self.quotes.text_of(clauses))
            if not may_prove:
                continue  # no word stands beside it
            proved = self._prover.prove(stated, may_prove)
            draft = _draft(proved, sentence, self._readers, self._forms)
            yield self._stating_its_name(draft, stated, may_prove)

    def _stating_its_name(self, draft: Draft, stated: Stated, quotes: Sequence[str]) -> Draft:
        """A draft with a quote that has the numbers of its name, too: 620-bed scheme cost."""
        numbers = [one for one in _NUMBER.findall(draft.metric) if one not in draft.quote]
        wider = [quote for quote in quotes if all(one in quote for one in numbers)]
        if not numbers or not wider:
            return draft
        proved = self._prover.prove(stated, wider)
        return draft if proved.unproved else replace(draft, quote=proved.quote)


def _sentences(setting: Setting, tables: Collection[int], has_tables: bool) -> list[Sentence]:
    """The sentences of a source, those in heads of tables among them where tables are drafted."""
    sentences = sentences_of(setting.source, setting.lang, tables)
    if has_tables:
        sentences += sentences_in_heads(setting.source)
        sentences.sort(key=attrgetter("start"))
    return sentences


def _may_hold(sentence: Sentence, quotes: Quotes, clauses: Collection[int] | None) -> bool:
    """Whether any clause of a sentence is wanted."""
    if clauses is None:
        return True
    return any(clause in clauses for clause in quotes.clauses_at(sentence.start, sentence.end))


def _draft(
    proved: Proved, sentence: Sentence, readers: Readers, forms: Mapping[str, Sequence[str]]
) -> Draft:
    stated = proved.stated
    period = readers.period(stated, sentence)
    status = readers.status(stated, sentence, period.value)
    entity = readers.entity(stated.start, sentence)
    attribution = readers.attribution(stated.start, sentence)
    metric = as_sure_as(readers.metric(stated, sentence), stated, sentence)
    stated = signed_as_named(stated, metric.value, sentence)
    stated = signed_as_loss(stated, metric.value, sentence)
    said = [
        *proved.doubts,
        *(guess.doubt for guess in (entity, metric) if guess.value),
        period.doubt,
        status.doubt,
        attribution.doubt,
        "" if status.value is Status.WITHDRAWN else not_so(stated, sentence),
        DOUBTED if is_doubted(stated, sentence) else "",
        way_doubted(stated, sentence),
    ]
    return Draft(
        "",
        entity.value,
        _without_entity(metric.value, forms.get(entity.value, ())),
        stated.value,
        stated.high,
        stated.unit,
        stated.qualifier,
        period.value,
        status.value,
        attribution.value,
        proved.quote,
        sentence.start + stated.start,
        tuple(dict.fromkeys(filter(None, said))),
        _seen(proved, entity, metric),
    )


def _seen(proved: Proved, entity: Guess[str], metric: Guess[str]) -> tuple[str, ...]:
    """What `check` will tell of a draft by itself."""
    seen = [
        proved.unproved,
        "" if entity.value else entity.doubt or NO_ENTITY,
        "" if metric.value else metric.doubt or NO_METRIC,
    ]
    return tuple(filter(None, seen))


def _without_entity(metric: str, forms: Sequence[str]) -> str:
    """A metric's English name without the entity that the draft is of: Revenue in Flow Control."""
    for form in forms:
        if form.lower() not in metric.lower():
            continue
        # Cost of Average Acme room
        mean = rf"(^|^.* )(average|typical|median) {re.escape(form)} (?=[a-z])"
        if (found := re.match(mean, metric, re.IGNORECASE)) is not None:
            word = found[2].lower() if found[1] else found[2]
            metric = f"{found[1]}{word} {metric[found.end() :]}"
        said = rf" (?:in|at|for|of) (?:the )?{re.escape(form)}(?=$| (?:growth|change|reduction)$)"
        metric = re.sub(said, "", metric, flags=re.IGNORECASE)
    return metric
