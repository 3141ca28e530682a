"""Claims that are proved by their shape would be by themselves, and the others are judged so."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pyarrow as pa
import pytest

from exporter.evidence import by_columns
from exporter.evidence.by_columns import ShapedClaims
from exporter.evidence.check import CHECKED, EvidenceCheck
from exporter.evidence.clauses import split_clauses
from exporter.evidence.conventions import NO_CONVENTIONS, Conventions
from exporter.evidence.found import Evidence
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source, text_hash
from exporter.facts.fact_set import collect
from exporter.facts.table import WRITTEN
from exporter.facts.words import Bilingual
from tests.facts.parsed import parse_facts

# Quote, translation, unit, qualifier, and by what the number is divided to be the value.
_KINDS = (
    ("{y}年{m}月，商家{c}的用户数达{n}，覆盖{k}个城市", "In {y}-{m:02}, merchant {c} had {n} users in {k} cities", "users", "exact", 1),
    ("Store {c} had over {n} orders, up {k}% on the year", "{c}号店铺产生超过{n}笔订单，同比增长{k}%", "%", "exact", 0),
    ("平台{c}处理约{d}万笔订单", "", "ten thousand orders", "about", 1),
    ("客户{c}的收入为{d}亿元，{k}家机构参与", "", "CNY billion", "exact", 10),
    ("客户{c}的收入为{n}元，{k}家机构参与", "Revenue from {c} was CNY {n} at {k} firms", "CNY million", "exact", 10**6),
    ("本期{c}的亏损率下降{d}%", "the loss rate of {c} fell by {d}%", "%", "exact", 1),
    ("revenue of {c} was ${n} in {y}", "{y}年{c}的收入为{n}美元", "USD", "exact", 1),
    ("租期为{n}个月，合作方{c}有{k}家", "", "months", "exact", 1),
    ("{y}年{m}月，{c}有{n}名用户", "In {c} there were {g} users in {y}-{m:02}", "users", "exact", 1),
)  # fmt: skip


def _row(index: int, chance: random.Random) -> dict[str, object]:
    """A fact, in one of four of which something is another number than its quote has."""
    quote, translation, unit, qualifier, divisor = _KINDS[index % len(_KINDS)]
    number = chance.randrange(10_000, 9_999_999)
    words = {
        "y": chance.randrange(2009, 2027), "m": chance.randrange(1, 13), "n": number, "g": f"{number:,}",
        "c": f"{chance.choice('AKRW')}{chance.randrange(10**6):07}", "k": chance.randrange(13, 99),
        "d": f"{chance.randrange(10, 99)}.{chance.randrange(1, 10)}",
    }  # fmt: skip
    said = float(words["k"] if not divisor else words["d"] if "{d}" in quote else number)
    value = said / (divisor or 1)
    quote = quote.format(**words)
    wrong = chance.choice(["value", "sign", "translation", "quote", *[""] * 8])
    if wrong == "translation":
        words[chance.choice("ymcknd")] = chance.randrange(13, 31)
    value = {"value": value + 1, "sign": -value}.get(wrong, value)
    return {
        "id": f"fact-{index}", "entity": "E", "metric.en": "M", "metric.zh": "指标", "value": f"{value:.12g}",
        "unit": unit, "qualifier": qualifier, "source": "s", "quote": f"{quote}{'哦' * (wrong == 'quote')}",
        "quote_en": translation.format(**words), "file": "f.csv", "line": index + 2,
    }  # fmt: skip


def _told(
    facts: pa.Table, sources: dict[str, Source], conventions: Conventions, cores: int = 1
) -> Evidence:
    with EvidenceCheck(sources, cores=cores, conventions=conventions) as check:
        if cores > 1:
            check._judges.start_workers()
        batches = (facts.slice(start, 500) for start in range(0, facts.num_rows, 500))
        return check.finish(collect(check.check(batches), schema=CHECKED), [])


@pytest.fixture(scope="module")
def facts() -> pa.Table:
    chance = random.Random(3)  # noqa: S311 - the same facts on every run
    rows = [_row(index, chance) for index in range(1000)]
    table, problems = parse_facts(pa.Table.from_pylist(rows, WRITTEN))
    assert problems == []
    return table


@pytest.fixture(scope="module", params=["its record", "its text"])
def sources(facts: pa.Table, request: pytest.FixtureRequest) -> dict[str, Source]:
    text = "\n".join(quote.rstrip("哦") for quote in facts["quote"].to_pylist())
    prints = tuple(clause.fingerprint for clause in split_clauses(text))
    record = SourceRecord(
        title=Bilingual("T", "T"), publisher=Bilingual("P", "P"), url="https://example.com/",
        published=date(2023, 11, 1), retrieved=date(2023, 11, 2), language="zh",
        sha256=text_hash(text), fingerprints=prints, figures=tuple(range(len(prints))),
    )  # fmt: skip
    at_hand = text if request.param == "its text" else None
    return {"s": Source("s", record, at_hand, "sources/s.yaml", positions_of(prints))}


@contextmanager
def _proved() -> Iterator[list[int]]:
    """The claims that are proved by their shape meanwhile."""
    proved: list[int] = []
    find = ShapedClaims.proved

    def found(self: ShapedClaims) -> list[int]:
        proved.extend(some := list(find(self)))
        return some

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ShapedClaims, "proved", found)
        yield proved


@pytest.fixture(scope="module")
def by_shape(facts: pa.Table, sources: dict[str, Source]) -> Evidence:
    with _proved() as proved:
        told = _told(facts, sources, NO_CONVENTIONS)
    assert len(proved) > 300
    return told


@pytest.mark.parametrize("conventions", [NO_CONVENTIONS, Conventions("AUD")])
def test_claims_are_told_as_each_is_by_itself(
    facts: pa.Table,
    sources: dict[str, Source],
    by_shape: Evidence,
    conventions: Conventions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if conventions != NO_CONVENTIONS:
        by_shape = _told(facts, sources, conventions)
    monkeypatch.setattr(by_columns, "_FEWEST", facts.num_rows)
    with _proved() as proved:
        alone = _told(facts, sources, conventions)
    assert proved == []
    assert by_shape.facts.table().equals(alone.facts.table())
    assert (by_shape.problems, by_shape.doubts) == (alone.problems, alone.doubts)
    assert (by_shape.left_out, by_shape.states) == (alone.left_out, alone.states)
    assert min(alone.states[1]["contradicted"], alone.states[0]["not found"]) > 25


def test_a_worker_finds_the_same_proofs(
    facts: pa.Table, sources: dict[str, Source], by_shape: Evidence
) -> None:
    helped = _told(facts, sources, NO_CONVENTIONS, cores=2)
    assert helped.facts.table().equals(by_shape.facts.table())
    assert (helped.problems, helped.doubts) == (by_shape.problems, by_shape.doubts)


def test_shapes_are_forgotten_when_there_are_many(
    facts: pa.Table,
    sources: dict[str, Source],
    by_shape: Evidence,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(by_columns, "_MOST_KNOWN", 10)
    assert _told(facts, sources, NO_CONVENTIONS).facts.table().equals(by_shape.facts.table())
