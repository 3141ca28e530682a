"""Any proposer, one judge: what a program of the user's proposes is verified, repaired or refused."""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from shlex import quote as quoted
from typing import Any

import pytest

from exporter.drafting.model import Named, Setting
from exporter.drafting.proposals.judged_proposals import Judged, Outcome, ProposalJudge
from exporter.drafting.proposals.near_quotes import exact_words
from exporter.drafting.proposals.programs import ask
from exporter.errors import SetupError
from exporter.evidence.conventions import NO_CONVENTIONS
from exporter.evidence.record import add_source
from exporter.evidence.source_files import read_sources
from exporter.evidence.sources import Source
from exporter.facts.words import Bilingual

DAY = date(2026, 10, 29)
TEXT = """Harbour Robotics reports its third quarter
Revenue rose 14% to €186.2 million in the third quarter. The order backlog stood at more than €640
million at the end of September.
The company’s board proposes a dividend of €0.45 per share, and did not rule out a buyback of €20 million.
North Bank rates the shares “buy”, with a target price of €52.
营收同比增长14%，达到1.862亿欧元。客户数量没有超过300家。
"""
ROBOTICS = "Harbour Robotics"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "propose_dividend.py"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    folder = tmp_path_factory.mktemp("report")
    (folder / "report.yaml").write_text("title: x\n")
    (folder / "note.txt").write_text(TEXT, "utf-8")
    given = dict.fromkeys(("author", "url", "retrieved"))
    told = {"title": "Note", "publisher": ROBOTICS, "published": DAY, "language": "en"}
    add_source(folder, folder / "note.txt", "note", {**given, **told}, DAY)
    sources, problems = read_sources(folder / "sources", "sources")
    assert not problems
    return sources["note"]


@pytest.fixture
def setting(source: Source) -> Setting:
    entity = Named(Bilingual(ROBOTICS, "海港机器人"), ("Harbour",))
    broker = Named(Bilingual("North Bank", "北方银行"))
    return Setting(source, "en", (entity,), (broker,), NO_CONVENTIONS, DAY)


Program = Callable[[str], str]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    def written(code: str) -> str:
        path = tmp_path / "program.py"
        path.write_text(f"import json, sys\n{code}", "utf-8")
        return f"{quoted(sys.executable)} {quoted(str(path))}"

    return written


def judged(setting: Setting, program: Program, *lines: str) -> list[Judged]:
    command = program(f"sys.stdin.read()\nfor line in {list(lines)!r}: print(line)")
    return list(ProposalJudge(setting).on(ask(command, setting)))


def fact(**fields: Any) -> str:
    whole = {"entity": ROBOTICS, "metric": {"en": "Figure", "zh": "数字"}, **fields}
    return json.dumps({"fact": whole})


def view(**fields: Any) -> str:
    whole = {
        "broker": "North Bank", "subject": ROBOTICS, "stance": "positive", "rating": "buy",
        "thesis": {"en": "It rates the shares buy", "zh": "买入"}, "drivers": ["Demand"],
        "quote": "North Bank rates the shares “buy”, with a target price of €52", **fields,
    }  # fmt: skip
    return json.dumps({"view": whole})


REVENUE = "Revenue rose 14% to €186.2 million in the third quarter"


def test_what_the_source_proves_is_verified(setting: Setting, program: Program) -> None:
    lines = [
        fact(value=186.2, unit="EUR million", quote=REVENUE),
        view(target_price=52, currency="EUR"),
    ]
    assert [one.outcome for one in judged(setting, program, *lines)] == [Outcome.VERIFIED] * 2


def test_a_quote_that_is_nearly_right_becomes_the_sources_own(
    setting: Setting, program: Program
) -> None:
    near = "The order backlog stood at more than EUR 640 million at end of September"
    (one,) = judged(
        setting, program, fact(value=640, unit="EUR million", qualifier="over", quote=near)
    )
    assert one.outcome is Outcome.REPAIRED
    assert one.told == near
    exact = "The order backlog stood at more than €640\nmillion at the end of September"
    assert one.fields["quote"].split() == exact.split()


REFUSED: Mapping[str, tuple[str, str]] = {
    "another figure": (fact(value=186.3, unit="EUR million", quote=REVENUE), "says 186.2"),
    "another unit": (fact(value=186.2, unit="EUR billion", quote=REVENUE), "186.2"),
    "a qualifier left out": (
        fact(
            value=640,
            unit="EUR million",
            quote="The order backlog stood at more than €640 million at the end of September",
        ),
        "qualifier",
    ),
    "a quote with another number": (
        fact(value=19, unit="%", quote=REVENUE.replace("14", "19")),
        "the nearest passage",
    ),
    "nobody's entity": (fact(entity="Rival", value=14, unit="%", quote=REVENUE), "no entity"),
    "an unknown field": (fact(value=14, unit="%", quote=REVENUE, page=3), "page"),
    "nobody's broker": (view(broker="Rival Bank"), "no broker"),
    "another target price": (view(target_price=53, currency="EUR"), "53"),
    "no view": (view(stance="glad"), "stance"),
    "no JSON": ("a fact: 14%", "no JSON"),
    "neither fact nor view": ('{"table": {}}', "neither"),
    "no fields": ('{"fact": 3}', "no fields"),
    "a list": ("[1]", "neither"),
    "a list of lists of lists": ("[" * 100_000, "no JSON"),
    "a name of names of names": (
        fact(unit={"en": {"en": {"en": {"en": "x"}}}}),
        "`unit` holds more",
    ),
    "no number": (fact(value=float("nan"), unit="%", quote=REVENUE), "NaN"),
    "half a character": (fact(value=14, unit="%", quote=REVENUE + "\ud800"), "half a character"),
    "a field twice": ('{"fact": {"value": 14, "value": 15}}', "`value` is given twice"),
    "an entity that is a list": (fact(entity=[ROBOTICS], value=14, unit="%"), "no entity"),
    "its own answer": (
        fact(value=99, unit="%", quote=REVENUE, accept={"en": "Sure", "zh": "对"}),
        "a person gives",
    ),
    "another source": (fact(value=14, unit="%", quote=REVENUE, source="other"), "another source"),
    "what facts share": (fact(facts=[{"value": 14}], quote=REVENUE), "share"),
    "defaults": ('{"fact": {"entity": "Harbour Robotics", "defaults": {}}}', "share"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_it_does_not_prove_is_refused(setting: Setting, program: Program, name: str) -> None:
    line, reason = REFUSED[name]
    (one,) = judged(setting, program, line)
    assert one.outcome is Outcome.REFUSED
    assert reason in one.told


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("a dividend of €0.45 per share is proposed", ""),
        ("The companys board proposes a dividend of €0.45 per share", "The company’s board"),
        ("and ruled out a buyback of €20 million", ""),  # the other way round
        ("Revenue fell 14% to €186.2 million in the third quarter", ""),
        ("Revenue rose 15% to €186.2 million in the third quarter", ""),
        ("Revenue rose 14% to $186.2 million in the third quarter", ""),
        ("Revenue rose 14% to €186.2 billion in the third quarter", ""),
        ("Revenue rose 14% to €186.2 million in the first quarter", ""),
        ("Revenue rose 14% to about €186.2 million in the third quarter", ""),
        ("Revenu rose 14% to EUR 186.2 million in third quarter", "Revenue rose 14%"),
        ("The company’s board proposed a dividend of €0.45 per share", "The company’s board"),
        ("The company’s owner proposes a dividend of €0.45 per share", ""),
        ("利润同比增长14%，达到1.862亿欧元", ""),
        ("营收环比增长14%，达到1.862亿欧元", ""),
        ("营收同比增长14%，达到1.862亿美元", ""),
        ("营收同比增长14%，达1.862亿欧元", "营收同比增长14%，达到1.862亿欧元"),
        ("营收同比下降14%，达到1.862亿欧元", ""),
        ("客户数量超过300家", ""),
        ("Revenue … in the third quarter", ""),
    ],
)
def test_only_words_that_say_the_same_are_put_right(source: Source, quote: str, exact: str) -> None:
    assert exact_words(quote, source).startswith(exact)
    assert bool(exact_words(quote, source)) is bool(exact)


def test_the_program_is_told_the_source_clause_by_clause(
    setting: Setting, program: Program
) -> None:
    code = "lines = [json.loads(line) for line in sys.stdin]\nprint(json.dumps({'fact': {'all': lines}}))"
    (one,) = ask(program(code), setting)
    known, *clauses = one.fields["all"]
    assert known["entities"] == [{"en": ROBOTICS, "zh": "海港机器人", "aliases": ["Harbour"]}]
    assert (known["language"], known["published"]) == ("en", "2026-10-29")
    assert [clause["clause"] for clause in clauses] == list(range(len(setting.source.clauses)))
    assert clauses[1]["text"] == REVENUE


def test_the_example_of_the_docs_finds_the_dividend(setting: Setting) -> None:
    command = f"{quoted(sys.executable)} {quoted(str(EXAMPLE))}"
    (one,) = ask(command, setting)
    assert (one.fields["value"], one.fields["unit"]) == ("0.45", "EUR per share")


@pytest.mark.parametrize(
    ("command", "told"),
    [("no-such-program-here", "cannot be run"), ("", "cannot be run"), ("'", "cannot be run")],
)
def test_what_cannot_be_run_is_told(setting: Setting, command: str, told: str) -> None:
    with pytest.raises(SetupError, match=told):
        ask(command, setting)


def test_a_program_that_fails_is_told_with_its_last_words(
    setting: Setting, program: Program
) -> None:
    with pytest.raises(SetupError, match="status 4, and said 'no key'"):
        ask(program("sys.stdin.read(); print('no key', file=sys.stderr); sys.exit(4)"), setting)
