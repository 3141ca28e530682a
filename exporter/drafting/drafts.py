"""A source drafted: its sentences read once, each figure proposed as a fact, and proved.

sentences -> what they state -> period, status, entity, attribution, metric -> quotes, proved -> ids
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from exporter.drafting.already import Already
from exporter.drafting.aside import Aside
from exporter.drafting.figures.counted_before import starts_before
from exporter.drafting.figures.narrowed import signed_as_named, way_doubted
from exporter.drafting.figures.stated import stated_in
from exporter.drafting.finished import finished
from exporter.drafting.ids import views_with_ids, with_ids
from exporter.drafting.judged import Proved, Prover
from exporter.drafting.metrics.sureness import as_sure_as
from exporter.drafting.model import Draft, DraftView, Guess, Sentence, Setting, Stated
from exporter.drafting.not_so import not_so
from exporter.drafting.quotes import Quotes
from exporter.drafting.readers import Readers
from exporter.drafting.repeated import without_targets
from exporter.drafting.sentences import sentences_of
from exporter.drafting.tables.heads import sentences_in_heads
from exporter.drafting.traditional import Characters
from exporter.facts.words import Status

ReadersOf = Callable[[Setting, Sequence[Sentence]], Readers]

NO_ENTITY = "of none of the report's entities: name one, or take it out"
NO_METRIC = "no words name what is measured"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What is proposed of a source, in the order of its text."""

    facts: tuple[Draft, ...]
    views: tuple[DraftView, ...]

    @property
    def doubted(self) -> int:
        """How many have something that a person should look at."""
        of_facts = sum(bool(draft.doubts or draft.seen) for draft in self.facts)
        return of_facts + sum(bool(view.doubts or view.seen) for view in self.views)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a source is to be drafted.

    Attributes:
        clauses: Of the source, that are read; all of them where it is None.
        left_out: Of them, those from which drafts are kept; all of them where it is None.
        already: What the report says of it.
        aside: What of it is not wanted; None where all of it is.
        taken: Ids of the report's facts and views.
        tables: Paragraphs that are tables, which are no sentences.
        has_tables: Whether tables are drafted, too.
    """

    already: Already
    clauses: Collection[int] | None = None
    left_out: Collection[int] | None = None
    aside: Aside | None = None
    taken: Collection[str] = ()
    tables: Collection[int] = ()
    has_tables: bool = True


def draft_source(
    setting: Setting,
    wanted: Wanted,
    readers_of: ReadersOf,
    tables: Callable[[], Iterable[Draft]] | None = None,
) -> Drafted:
    """Propose the facts and views of a source.

    Args:
        setting: With the source, whose text is at hand.
        wanted: What of it.
        readers_of: Makes those who read what stands between the words.
        tables: Gives the drafts of its tables as `proved_tables` does, where another makes them.
    """
    sentences = _sentences(setting, wanted.tables, wanted.has_tables)
    characters = Characters(setting)
    readers = readers_of(characters.setting, characters.sentences(sentences))
    quotes, prover = Quotes(setting.source), Prover(setting)

    def is_of(draft: Draft | DraftView, clauses: Collection[int] | None) -> bool:
        here = quotes.clauses_at(draft.start, draft.start + 1)
        return clauses is None or any(clause in clauses for clause in here)

    def is_kept(draft: Draft | DraftView) -> bool:
        is_aside = wanted.aside is not None and wanted.aside.has(draft)
        return not is_aside and is_of(draft, wanted.left_out)

    text = setting.source.text or "" if setting.lang == "en" else ""
    asked = [one for one in sentences if _may_hold(one, quotes, wanted.clauses)]
    drafts: list[Draft] = []
    without: list[Sentence] = []  # a figure
    for sentence in asked:
        stated = stated_in(sentence, setting)
        as_read = characters.sentence(sentence)
        drafts += map(characters.draft, _of(as_read, stated, readers, quotes, prover, text))
        without += [] if stated else [as_read]
    drafts += prover.judged(map(characters.draft, readers.statements(without)))
    if wanted.has_tables:
        drafts += tables() if tables else _proved_tables(readers, characters, prover)
    facts = [one for one in sorted(drafts, key=attrgetter("start")) if is_of(one, wanted.clauses)]
    told = map(prover.judged_view, map(characters.view, readers.views(characters.sentences(asked))))
    every = [view for view in told if is_of(view, wanted.clauses)]
    views = [view for view in every if is_kept(view) and not wanted.already.has_view(view)]
    once = finished(without_targets(facts, every, setting.source.text or ""))
    kept = [draft for draft in once if is_kept(draft) and not wanted.already.has(draft)]
    named = with_ids(kept, wanted.taken)
    taken = {*wanted.taken, *(draft.id for draft in named)}
    return Drafted(tuple(named), tuple(views_with_ids(views, taken)))


def proved_tables(setting: Setting, tables: Collection[int], readers_of: ReadersOf) -> list[Draft]:
    """The drafts of a source's tables alone, each with a doubt where its quote does not prove it.

    Args:
        setting: As of `draft_source`.
        tables: Paragraphs that are tables.
        readers_of: As of `draft_source`.
    """
    characters = Characters(setting)
    sentences = _sentences(setting, tables, has_tables=True)
    readers = readers_of(characters.setting, characters.sentences(sentences))
    return _proved_tables(readers, characters, Prover(setting))


def _proved_tables(readers: Readers, characters: Characters, prover: Prover) -> list[Draft]:
    return prover.judged(map(characters.draft, readers.tables()))


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


def _of(
    sentence: Sentence,
    said: Sequence[Stated],
    readers: Readers,
    quotes: Quotes,
    prover: Prover,
    text: str,
) -> Iterator[Draft]:
    """The drafts of what a sentence states in figures."""
    for stated in said:
        start, end = sentence.start + stated.start, sentence.start + stated.end
        may_prove = list(quotes.around(start, end, sentence))
        if (before := starts_before(stated, sentence, text)) >= 0:
            may_prove.append(quotes.text_of(quotes.clauses_at(before, sentence.end)))
        if not may_prove:
            continue  # no word stands beside it
        yield _draft(prover.prove(stated, may_prove), sentence, readers)


def _draft(proved: Proved, sentence: Sentence, readers: Readers) -> Draft:
    stated = proved.stated
    period = readers.period(stated, sentence)
    status = readers.status(stated, sentence, period.value)
    entity = readers.entity(stated.start, sentence)
    attribution = readers.attribution(stated.start, sentence)
    metric = as_sure_as(readers.metric(stated, sentence), stated, sentence)
    stated = signed_as_named(stated, metric.value, sentence)
    said = [
        *proved.doubts,
        *(guess.doubt for guess in (entity, metric) if guess.value),
        period.doubt,
        status.doubt,
        attribution.doubt,
        "" if status.value is Status.WITHDRAWN else not_so(stated, sentence),
        way_doubted(stated, sentence),
    ]
    return Draft(
        "",
        entity.value,
        _without_entity(metric.value, entity.value),
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


def _without_entity(metric: str, entity: str) -> str:
    """A metric's English name without the entity that the draft is of: Revenue in Flow Control."""
    if not entity or entity.lower() not in metric.lower():
        return metric
    said = rf" (?:in|at|for|of) (?:the )?{re.escape(entity)}(?=$| (?:growth|change|reduction)$)"
    return re.sub(said, "", metric, flags=re.IGNORECASE)
