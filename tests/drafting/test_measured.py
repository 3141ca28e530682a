"""Two of the labelled articles, drafted: no less is right than was measured (make bench-draft)."""

from pathlib import Path

import pytest

from benchmarks.drafting import drafted
from benchmarks.drafting.drafted import draft_article, names_in
from benchmarks.drafting.judged import judge
from benchmarks.drafting.labels import articles_in
from benchmarks.drafting.table import misses_of, shares_of
from tests.command_line import run

SET = Path(__file__).parents[1] / "draft"
FLOORS = {  # a little under what is measured
    "cars-en": {"recall": 0.98, "precision": 0.98, "entity": 0.97, "period": 0.97, "status": 0.95,
                "metric": 0.95, "attribution": 0.97, "view recall": 1, "view precision": 1},
    "banking-zh": {"recall": 0.98, "precision": 0.98, "entity": 0.97, "period": 0.95, "status": 0.95,
                   "metric": 0.95, "attribution": 0.97, "view recall": 1, "view precision": 1},
}  # fmt: skip


@pytest.fixture
def in_this_process(capsys, monkeypatch):
    """The program is loaded once, and not for each of its commands."""

    def called(*arguments):
        result = run(capsys, monkeypatch, arguments)
        assert result.status == 0, result.err
        return result.out.encode()

    monkeypatch.setattr(drafted, "_run", called)


@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.usefixtures("in_this_process")
def test_as_much_is_right_as_was_measured(tmp_path, name):
    (article,) = articles_in(SET / name)
    judged = judge(article, draft_article(article, tmp_path), names_in(article.report))
    shares = {key: part / whole for key, (part, whole) in shares_of([judged]).items() if whole}
    under = {key: shares[key] for key, floor in FLOORS[name].items() if shares[key] < floor}
    assert not under, "\n".join(misses_of(judged))
