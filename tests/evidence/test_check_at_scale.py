"""Batches, processes and forgetting change nothing of what the check says."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import pyarrow as pa
import pytest

from exporter.errors import SetupError
from exporter.evidence import check as checking
from exporter.evidence import judges
from exporter.evidence.batch import Batch, RecentVerdicts
from exporter.evidence.check import CHECKED, EvidenceCheck, check_evidence
from exporter.evidence.claims import QuoteState, Verdict
from exporter.evidence.clauses import split_clauses
from exporter.evidence.conventions import Conventions
from exporter.evidence.found import Evidence
from exporter.evidence.judge import Judge, Worker
from exporter.evidence.keys import Key
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source, text_hash
from exporter.facts.fact_set import collect
from exporter.facts.periods import YearEnd
from exporter.facts.table import WRITTEN
from exporter.facts.words import Bilingual
from tests.facts.parsed import parse_facts

QUOTES, FACTS = 90, 360
TEXT = "".join(
    f"第{number}款产品服务{number * 7}万名用户，revenue grew {number}.5% in 2023；\n"
    for number in range(1, QUOTES + 1)
)


def source(text: str | None) -> Source:
    prints = tuple(clause.fingerprint for clause in split_clauses(TEXT))
    record = SourceRecord(
        title=Bilingual("T", "T"), publisher=Bilingual("P", "P"), url="https://example.com/",
        published=date(2023, 11, 1), retrieved=date(2023, 11, 2), language="zh",
        sha256=text_hash(TEXT), fingerprints=prints, figures=tuple(range(len(prints))),
    )  # fmt: skip
    return Source("s", record, text, "sources/s.yaml", positions_of(prints))


def row(index: int) -> dict[str, object]:
    """Facts of four kinds, about a fifth of them at fault in one way or another."""
    number = index * 7 % QUOTES + 1
    value, unit = [
        (f"{number * 70000}", "users"),
        (f"{number}.5", "%"),
        ("2023", "date"),
        ("yes", None),
    ][index % 4]
    quote = f"第{number}款产品服务{number * 7}万名用户，revenue grew {number}.5% in 2023"
    if index % 11 == 0:
        value = "4" if unit in {"users", "%"} else value
    if index % 19 == 0:
        unit = "weeks" if unit == "users" else unit
    if index % 13 == 0:
        quote += "，而且更多"
    where = "elsewhere" if index % 17 == 0 else "s"
    said = number + (index % 23 == 0)
    users = "many" if index % 31 == 0 else f"{number * 70},000"
    translation = f"product {number} serves {users} users, revenue grew {said}.5% in 2023"
    accept = "The source misprints it" if index % 7 == 0 else None
    return {
        "id": f"fact-{index}", "entity": f"E{index % 3}", "metric.en": "M", "metric.zh": "指标",
        "value": value, "unit": unit, "source": where, "quote": quote, "file": "f.csv", "line": index + 2,
        "quote_en": translation, "accept.en": accept, "accept.zh": accept,
    }  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> pa.Table:
    table, problems = parse_facts(pa.Table.from_pylist([row(i) for i in range(FACTS)], WRITTEN))
    assert problems == []
    return table


@pytest.fixture(scope="module")
def whole(facts: pa.Table) -> Evidence:
    """What the check says of all facts at once."""
    return check_evidence(collect([facts]), [], {"s": source(TEXT)})


def test_workers_know_what_a_report_says_of_its_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process itself judges nothing here: a bare $ and a fiscal year are judged by a worker."""
    quotes = {
        "revenue was $5m": {"value": "5", "unit": "AUD million"},
        "for the year ended 31 March 2025": {"value": "FY2025", "unit": "date"},
    }
    rows = [
        {**row(0), "value.en": None, "value.zh": None, "unit.en": None, "unit.zh": None,
         "qualifier": None, "quote_en": None, "accept.en": None, "accept.zh": None, "id": f"fact-{at}", "quote": quote, **said}
        for at, (quote, said) in enumerate(quotes.items())
    ]  # fmt: skip
    table, problems = parse_facts(pa.Table.from_pylist(rows, WRITTEN))
    assert problems == []
    conventions = Conventions("AUD", {table["entity"][0].as_py(): YearEnd(3, 31)})
    monkeypatch.setattr(judges.Judges, "_do_next", lambda _: False)
    with EvidenceCheck({"s": source(TEXT)}, cores=2, conventions=conventions) as check:
        check._judges.start_workers()
        evidence = check.finish(collect(check.check([table]), schema=CHECKED), [])
    assert evidence.figure_states()["confirmed"] == len(rows)


def in_batches(table: pa.Table, rows: int) -> Iterator[pa.Table]:
    for start in range(0, table.num_rows, rows):
        yield table.slice(start, rows)


def checked(
    table: pa.Table, rows: int, text: str | None = TEXT, *, helped: bool = False
) -> Evidence:
    sources = {"s": source(text)}
    with EvidenceCheck(sources, cores=2 if helped else 1) as check:
        if helped:
            check._judges.start_workers()
        return check.finish(collect(check.check(in_batches(table, rows)), schema=CHECKED), [])


def told(evidence: Evidence) -> tuple[object, ...]:
    return (
        evidence.facts.table().to_pylist(),
        evidence.problems,
        evidence.without_source,
        evidence.doubts,
        evidence.left_out,
        evidence.clauses_with_figures,
        evidence.quote_states(),
        evidence.figure_states(),
    )


@pytest.mark.parametrize("text", [TEXT, None])
@pytest.mark.parametrize(("rows", "most"), [(1, 60), (7, 120), (300, FACTS)])
def test_batches_change_nothing(facts: pa.Table, rows: int, most: int, text: str | None) -> None:
    some = facts.slice(0, most)
    whole = check_evidence(collect([some]), [], {"s": source(text)})
    assert told(checked(some, rows, text)) == told(whole)
    assert whole.facts.schema == CHECKED
    assert whole.facts.table().select(facts.schema.names).equals(some)


def test_facts_are_right_and_wrong_in_all_ways(facts: pa.Table, whole: Evidence) -> None:
    assert whole.facts.num_rows == facts.num_rows
    assert min(whole.quote_states()[state] for state in ("verified", "not found")) > 15
    assert min(whole.figure_states().values()) >= 5
    assert whole.facts.table()["translation_state"].to_pylist().count("contradicted") > 5
    assert {problem.wrong[:9] for problem in whole.doubts} == {"`quote_en"}
    assert 15 < len(whole.without_source) < len(whole.problems)
    assert {problem.wrong for problem in whole.without_source} == {"there is no source 'elsewhere'"}


def test_a_worker_process_changes_nothing(
    facts: pa.Table, whole: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process itself judges nothing here: all is done by two workers."""
    monkeypatch.setattr(judges, "_TASK", 16)
    monkeypatch.setattr(judges.Judges, "_do_next", lambda _: False)
    with EvidenceCheck({"s": source(TEXT)}, cores=3) as check:
        check._judges.start_workers()
        helped = check.finish(collect(check.check(in_batches(facts, 150)), schema=CHECKED), [])
        processes = [worker.process for worker in check._judges.workers]
    assert told(helped) == told(whole)
    assert [process.poll() is None for process in processes] == [False, False]


def test_workers_and_the_process_itself_share_the_work(
    facts: pa.Table, whole: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judges, "_TASK", 16)
    assert told(checked(facts, 150, helped=True)) == told(whole)


def test_claims_on_one_quote_stand_together(facts: pa.Table) -> None:
    quotes = Batch(pa.concat_tables([facts, facts]), {}).claims["quote"].to_pylist()
    assert len(set(quotes)) < len(quotes) < 2 * facts.num_rows
    assert len([quote for quote, _ in groupby(quotes)]) == len(set(quotes))


def test_the_oldest_task_is_taken_first() -> None:
    waiting, tasks = judges.Waiting(), [judges.VerdictTask([]) for _ in range(3)]
    waiting.put(tasks[:2])
    waiting.put(tasks[2:])
    assert [waiting.take(), waiting.take(), waiting.wait(), waiting.take()] == [*tasks, None]
    waiting.put(tasks)
    waiting.close()
    assert waiting.wait() is None


def test_few_claims_start_no_worker_and_many_do(
    facts: pa.Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[judges.Judges] = []

    def start(these: judges.Judges) -> None:
        called.append(these)

    monkeypatch.setattr(judges.Judges, "start_workers", start)
    checked(facts, 150)
    assert called == []
    monkeypatch.setattr(judges, "MUCH", 100)
    monkeypatch.setattr(judges, "_TASK", 16)
    checked(facts.slice(0, 200), 200)
    assert called


def test_one_core_starts_no_process(facts: pa.Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judges, "MUCH", 0)
    with EvidenceCheck({"s": source(None)}, cores=1) as check:
        assert sum(batch.num_rows for batch in check.check(in_batches(facts, 250))) == FACTS
        assert check._judges.workers == []


@pytest.mark.parametrize("when", ["before it is asked", "while it is asked"])
def test_a_worker_that_dies_is_told(
    facts: pa.Table, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    monkeypatch.setattr(judges.Judges, "_do_next", lambda _: False)
    ask = Worker.on_keys

    def dies(worker: Worker, keys: Sequence[Key]) -> list[Verdict]:
        worker.process.kill()
        return ask(worker, keys)

    if when == "while it is asked":
        monkeypatch.setattr(Worker, "on_keys", dies)
    else:
        monkeypatch.setattr("exporter.engine.worker_process._COMMAND", "raise SystemExit(0)")
    with EvidenceCheck({"s": source(None)}, cores=2) as check:
        check._judges.start_workers()
        if when == "before it is asked":
            check._judges._threads[0].join()
        with pytest.raises(SetupError, match=r"a process that helped .* ended early"):
            list(check.check(in_batches(facts, FACTS)))


def test_what_a_worker_cannot_do_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker({"s": source(None)})
    worker.prepare()
    key = Key(*[""] * len(Key._fields))._replace(source="s", quote=5, qualifier="exact")  # type: ignore[arg-type]
    with pytest.raises(AttributeError, match="replace"):
        worker.on_keys([key])
    assert worker.on_keys([]) == []
    worker.stop()
    worker.close()
    assert not worker.is_alive


def test_workers_end_with_an_interrupted_check() -> None:
    workers: list[Worker] = []

    def interrupted() -> None:
        with EvidenceCheck({"s": source(None)}, cores=3) as check:
            check._judges.start_workers()
            workers.extend(check._judges.workers)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [worker.is_alive for worker in workers] == [False, False]


def test_what_is_forgotten_is_judged_again(
    facts: pa.Table, whole: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "RecentVerdicts", lambda: RecentVerdicts(5))
    assert told(checked(facts, 100)) == told(whole)


def test_batches_are_taken_as_they_are_needed(facts: pa.Table) -> None:
    taken: list[int] = []

    def batches() -> Iterator[pa.Table]:
        for batch in in_batches(facts, 100):
            taken.append(1)
            yield batch

    with EvidenceCheck({"s": source(None)}) as check:
        going_by = check.check(batches())
        assert next(going_by)["id"][0].as_py() == "fact-0"
        assert len(taken) <= 4
        next(going_by)
        assert len(taken) <= 5


def test_problems_are_told_up_to_a_limit(facts: pa.Table) -> None:
    facts = facts.slice(0, 300)
    everything = checked(facts, 100)
    with EvidenceCheck({"s": source(TEXT)}, cores=1) as check:
        check._told._first.most = 5
        capped = check.finish(collect(check.check(in_batches(facts, 100)), schema=CHECKED), [])
    assert capped.problems[:5] == everything.problems[:5]
    assert [problem.wrong for problem in capped.problems[5:]] == ["there are more than 5 problems"]
    assert capped.without_source == everything.without_source
    # What is not told is still not proved.
    assert capped.figure_states() == everything.figure_states()
    assert capped.facts.table().equals(everything.facts.table())


def test_a_verdict_says_whether_its_source_is_recorded() -> None:
    judge = Judge({"s": source(None)})
    states = [judge.on_quote(name, "no such words") for name in ("s", "elsewhere")]
    assert [(verdict.state, verdict.has_source) for verdict in states] == [
        (QuoteState.NOT_FOUND, True),
        (QuoteState.NOT_FOUND, False),
    ]
