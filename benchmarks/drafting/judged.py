"""Drafts beside labels: which belong together, and what is right of them.

A draft belongs to a label that stands in its quote and has its value; of several, to the one with
which it agrees most. A draft without one is one too many, a label without one is missed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from benchmarks.drafting.drafted import DraftedFact, DraftedView, Drafts
from benchmarks.drafting.labels import Article, Label, ViewLabel
from benchmarks.drafting.names import (
    are_same_metrics,
    are_same_people,
    are_same_periods,
    are_same_ratings,
    measure_of,
)
from benchmarks.drafting.place import Span, Text, closed_up
from exporter.facts.words import Qualifier, turned

FIELDS = ("entity", "period", "status", "metric", "attribution")
VIEW_FIELDS = ("subject", "stance", "rating", "target")
_AS_NEAR = Fraction(1, 10**9)
_ROUNDED = Fraction(1, 50)  # of what has no end as a decimal: a third


@dataclass(frozen=True, slots=True)
class Found:
    """A draft and the label to which it belongs.

    Attributes:
        wrong: What is not right: `unit`, `qualifier`, or one of FIELDS.
    """

    label: Label
    draft: DraftedFact
    wrong: frozenset[str]

    @property
    def is_right(self) -> bool:
        """Whether value, unit and qualifier are."""
        return not self.wrong & {"unit", "qualifier"}


@dataclass(frozen=True, slots=True)
class FoundView:
    """A drafted view and its label; what is wrong is one of VIEW_FIELDS."""

    label: ViewLabel
    draft: DraftedView
    wrong: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """What came of an article.

    Attributes:
        missed: Labels without a draft; those that are optional left out, as everywhere here.
        extra: Drafts without a label.
        near: For some of `extra`, the missed label that it may mean, by the draft's id.
    """

    name: str
    found: Sequence[Found] = ()
    missed: Sequence[Label] = ()
    extra: Sequence[DraftedFact] = ()
    near: Mapping[str, Label] = field(default_factory=dict)
    views: Sequence[FoundView] = ()
    missed_views: Sequence[ViewLabel] = ()
    extra_views: Sequence[DraftedView] = ()
    statements: int = 0
    failure: str = ""


def judge(article: Article, drafts: Drafts, names: Mapping[str, Sequence[str]]) -> Judged:
    """Compare what was drafted of an article with what is right.

    Args:
        article: The article.
        drafts: What was drafted.
        names: Of every entity and broker of the report all names, by each.

    Raises:
        ValueError: A label does not stand in the article, or not once; all such labels.
    """
    text = Text(drafts.text)
    places = places_of(article, text)
    pairs, near = _pairs(article, drafts, places, text, names)
    matched = {id(label) for label, _, _ in pairs}
    of_label = {id(draft) for _, draft, _ in pairs}
    views = _view_pairs(article.views, drafts.views, names)
    seen = {id(view.label) for view in views}, {id(view.draft) for view in views}
    return Judged(
        article.name,
        [Found(*pair) for pair in pairs if not pair[0].optional],
        [label for label in article.labels if id(label) not in matched and not label.optional],
        [
            draft
            for draft in drafts.facts
            if id(draft) not in of_label and not (article.says_again and _is_said(draft, pairs))
        ],
        near,
        [view for view in views if not view.label.optional],
        [view for view in article.views if id(view) not in seen[0] and not view.optional],
        [view for view in drafts.views if id(view) not in seen[1]],
        drafts.statements,
        drafts.failure,
    )


def places_of(article: Article, text: Text) -> list[list[Span]]:
    """Where the figures of an article's labels stand in it.

    Raises:
        ValueError: Some do not, or not once; all of them.
    """
    places, wrong = [], []
    for label in article.labels:
        try:
            places.append(text.places_of(label.at))
        except ValueError as error:
            wrong.append(f"{article.name}: {error}")
    if wrong:
        raise ValueError("\n".join(wrong))
    return places


def _pairs(
    article: Article,
    drafts: Drafts,
    places: Sequence[Sequence[Span]],
    text: Text,
    names: Mapping[str, Sequence[str]],
) -> tuple[list[tuple[Label, DraftedFact, frozenset[str]]], dict[str, Label]]:
    """Labels with their drafts, and what is wrong; and labels that other drafts may mean."""
    publisher = article.source.get("publisher", "")
    published = article.source.get("published", "")
    possible, within = [], []
    for order, draft in enumerate(drafts.facts):
        quoted = text.quoted(draft.quote)
        for index, (label, there) in enumerate(zip(article.labels, places, strict=True)):
            if not any(_touch(one, other) for one in quoted for other in there):
                continue
            within.append((draft, label))
            if _has_value(label, draft):
                wrong = frozenset(_wrong(label, draft, names, published, publisher))
                possible.append(((len(wrong), order, index), label, draft, wrong))
    taken: set[int] = set()
    pairs = []
    for _, label, draft, wrong in sorted(possible, key=lambda one: one[0]):
        if id(label) not in taken and id(draft) not in taken:
            taken |= {id(label), id(draft)}
            pairs.append((label, draft, wrong))
    near = {draft.id: label for draft, label in within if not {id(draft), id(label)} & taken}
    return pairs, near


def _is_said(draft: DraftedFact, pairs: Sequence[tuple[Label, DraftedFact, object]]) -> bool:
    """Whether a draft states once more what was found elsewhere."""
    return any(
        _has_value(label, draft) and "unit" not in _wrong(label, draft, {}, "", "")
        for label, _, _ in pairs
    )


def _touch(quote: Span, label: Span) -> bool:
    """Whether a quote holds a marked figure, or one quote and another have words in common."""
    return quote[0] < label[1] and label[0] < quote[1]


def _has_value(label: Label, draft: DraftedFact) -> bool:
    """Whether a draft states the value of a label, in whichever magnitude."""
    drafted = measure_of(*draft.unit).scale
    found = [None if end is None else end * drafted for end in (draft.value, draft.high)]
    for name in label.unit:
        scale = measure_of(name).scale
        low, high = label.value * scale, None if label.high is None else label.high * scale
        ends = [(low, high)]
        if label.either_sign:
            ends.append((-low, None) if high is None else (-high, -low))
        if any(all(map(_is_same, expected, found)) for expected in ends):
            return True
    return False


def _is_same(expected: Fraction | None, found: Fraction | None) -> bool:
    if expected is None or found is None:
        return expected is found
    near = _AS_NEAR if 10**9 % expected.denominator == 0 else _ROUNDED
    return abs(expected - found) <= near * abs(expected)


def _wrong(
    label: Label,
    draft: DraftedFact,
    names: Mapping[str, Sequence[str]],
    published: str,
    publisher: str,
) -> Iterator[str]:
    """What is not right about a draft that has the value of a label."""
    unit = measure_of(*draft.unit)
    if not any(unit.is_of(measure_of(name)) for name in label.unit):
        yield "unit"
    is_fall = label.either_sign and draft.value < 0  # over 9 either way is under -9
    said = {Qualifier(name or "exact") for name in label.qualifier}
    if draft.qualifier not in {turned(one) if is_fall else one for one in said}:
        yield "qualifier"
    if not _is_named(draft.entity, label.entity, names):
        yield "entity"
    if not are_same_periods(draft.period, label.period, published):
        yield "period"
    if draft.status not in {name or "achieved" for name in label.status}:
        yield "status"
    about = [name for entity in label.entity for name in names.get(entity, ())]
    if label.metric and not any(
        are_same_metrics(name, label.metric, about) for name in draft.metric
    ):
        yield "metric"
    said = draft.attribution or ("",)
    if not any(are_same_people(name, label.attribution, publisher) for name in said):
        yield "attribution"


def _is_named(drafted: str, accepted: Iterable[str], names: Mapping[str, Sequence[str]]) -> bool:
    """Whether a drafted entity is one of those accepted, by any of its names."""
    return any(drafted == name or drafted in names.get(name, ()) for name in accepted)


def _view_pairs(
    labels: Sequence[ViewLabel], drafts: Sequence[DraftedView], names: Mapping[str, Sequence[str]]
) -> list[FoundView]:
    """Views of the same broker, of the same subject first."""
    possible = []
    for order, draft in enumerate(drafts):
        for index, label in enumerate(labels):
            if any(_is_called(draft.broker, name, names) for name in label.broker):
                wrong = frozenset(_wrong_in_view(label, draft, names))
                possible.append(
                    (("subject" in wrong, len(wrong), order, index), label, draft, wrong)
                )
    taken: set[int] = set()
    pairs = []
    for _, label, draft, wrong in sorted(possible, key=lambda one: one[0]):
        if id(label) not in taken and id(draft) not in taken:
            taken |= {id(label), id(draft)}
            pairs.append(FoundView(label, draft, wrong))
    return pairs


def _is_called(drafted: str, name: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether two names are of one; one that the report does not know may be part of the other."""
    one, other = closed_up(drafted).casefold(), closed_up(name).casefold()
    if drafted in names.get(name, ()) or one == other:
        return True
    return bool(one and other) and name not in names and (one in other or other in one)


def _wrong_in_view(
    label: ViewLabel, draft: DraftedView, names: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    if not any(_is_called(said, name, names) for said in draft.subject for name in label.subject):
        yield "subject"
    if draft.stance not in label.stance:
        yield "stance"
    if not any(are_same_ratings(said, label.rating) for said in draft.rating):
        yield "rating"
    if _price(draft.target_price, draft.currency) != _price(label.target_price, label.currency):
        yield "target"


def _price(price: str, currency: str) -> tuple[Fraction | None, str]:
    return (Fraction(price), currency) if price else (None, "")
