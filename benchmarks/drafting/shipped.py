"""The facts and views of a report as the labels of the article that they are quoted from."""

import re
from pathlib import Path

from benchmarks.drafting.drafted import DraftedFact, DraftedView, facts_of, views_of
from benchmarks.drafting.labels import Article, Label, ViewLabel, source_of
from exporter.facts.yaml_tree import ListNode, parse_tree

_GIVEN = ("title", "publisher", "published", "language", "url")
_ELSEWHERE = re.compile(r"^(facts|views):.*\n|^one_pagers:\n(?:[ -].*\n|\n)*", re.MULTILINE)


def shipped_article(report: Path, file: Path, folder: Path) -> Article:
    """An article with a report's facts as its labels.

    Args:
        report: The report's folder; it has one source.
        file: The article.
        folder: An empty one, for a report.yaml without facts.
    """
    definition = folder / "report.yaml"
    written = (report / "report.yaml").read_text(encoding="utf-8")
    definition.write_text(_ELSEWHERE.sub("", written), encoding="utf-8")
    (record,) = (report / "sources").glob("*.yaml")
    told = source_of(record)
    views = (report / "views.yaml").read_text(encoding="utf-8")
    tree, _ = parse_tree(views, "views.yaml")
    facts = [
        fact
        for path in sorted((report / "facts").glob("*.yaml"))
        for fact in facts_of(path.read_bytes(), {})[0]
    ]
    return Article(
        report.name,
        file,
        definition,
        {key: told[key] for key in _GIVEN if key in told},
        tuple(map(_label, facts)),
        tuple(map(_view, views_of(tree if isinstance(tree, ListNode) else None))),
        says_again=True,
    )


def _label(fact: DraftedFact) -> Label:
    return Label(
        at=fact.quote,
        value=fact.value,
        high=fact.high,
        either_sign=False,
        unit=fact.unit or ("",),
        qualifier=(fact.qualifier,),
        entity=(fact.entity,),
        period=(fact.period,),
        status=(fact.status,),
        metric=(),  # the editors' own, which no drafter finds
        attribution=(*fact.attribution, ""),
    )


def _view(view: DraftedView) -> ViewLabel:
    return ViewLabel(
        broker=(view.broker,),
        subject=view.subject,
        stance=(view.stance,),
        rating=view.rating,
        target_price=view.target_price,
        currency=view.currency,
        at=view.quote,
    )
