"""Whether labels say what can be right at all."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.drafting.judged import places_of
from benchmarks.drafting.labels import Article, Label, ViewLabel
from benchmarks.drafting.place import OPEN, Text, closed_up
from exporter.facts.periods import parse_period
from exporter.facts.words import Qualifier, Status

_QUALIFIERS = {"", *map(str, Qualifier)}
_STATUSES = {"", *map(str, Status)}
_STANCES = {"positive", "neutral", "negative"}


def faults_of(article: Article, text: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """What is wrong with the labels of an article.

    Args:
        article: The article.
        text: As it was recorded.
        names: Of every entity and broker of its report all names, by each.
    """
    faults = []
    try:
        places_of(article, Text(text))
    except ValueError as error:
        faults.append(str(error))
    for label in article.labels:
        faults += (f"{article.name}: {label.at}: {fault}" for fault in _faults(label, names))
    for view in article.views:
        faults += (f"{article.name}: {view.at}: {fault}" for fault in _view_faults(view, text))
    return faults


def _faults(label: Label, names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if OPEN not in label.at:
        yield "no figure is marked"
    if unknown := set(label.qualifier) - _QUALIFIERS:
        yield f"{unknown} is no qualifier"
    if unknown := set(label.status) - _STATUSES:
        yield f"{unknown} is no status"
    if unknown := set(filter(None, label.entity)) - names.keys():
        yield f"{unknown} is no entity of the report"
    if unknown := {name for name in label.period if name and not parse_period(name)}:
        yield f"{unknown} is no period"
    if not any(label.metric):
        yield "no metric"


def _view_faults(view: ViewLabel, text: str) -> Iterator[str]:
    if closed_up(view.at) not in closed_up(text):
        yield "does not stand in the article"
    if unknown := set(view.stance) - _STANCES:
        yield f"{unknown} is no stance"
    if bool(view.target_price) != bool(view.currency):
        yield "a target price without a currency, or the other way round"
