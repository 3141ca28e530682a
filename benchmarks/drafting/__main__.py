"""How well `exporter draft` does: `python -m benchmarks.drafting [FOLDER…] [--list]`."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.drafting.drafted import DraftError, draft_article, names_in, record_article
from benchmarks.drafting.judged import Judged, judge
from benchmarks.drafting.labels import Article, articles_in
from benchmarks.drafting.shipped import shipped_article
from benchmarks.drafting.soundness import faults_of
from benchmarks.drafting.table import misses_of, table_of

_ROOT = Path(__file__).parents[2]
_OWN, _SHIPPED = _ROOT / "tests" / "draft", _ROOT / "reports" / "alibaba-ai"


def main() -> None:
    """Draft, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER",
                        help="labelled articles (tests/draft/README.md), or folders of such; "
                        "tests/draft unless named")  # fmt: skip
    parser.add_argument(
        "--shipped",
        type=Path,
        metavar="ARTICLE",
        help="compare with the facts of reports/alibaba-ai, whose source this is",
    )
    parser.add_argument("--list", action="store_true", help="print every miss")
    parser.add_argument("--check", action="store_true", help="only see whether labels are sound")
    arguments = parser.parse_args()
    try:
        folders = () if arguments.shipped else _folders(arguments.folders)
        articles = [one for folder in folders for one in articles_in(folder)]
        if arguments.check:
            _check(articles)
            return
        with TemporaryDirectory() as folder:
            if arguments.shipped:
                articles = [shipped_article(_SHIPPED, arguments.shipped, Path(folder))]
            judged = [_judged(article) for article in articles]
    except (ValueError, DraftError) as error:
        sys.exit(str(error))
    if arguments.list:
        _say(*(miss for one in judged for miss in misses_of(one)))
    _say(table_of(judged))
    if failures := [f"{one.name}: {one.failure}" for one in judged if one.failure]:
        sys.exit("\n".join(failures))


def _folders(named: Iterable[Path]) -> Iterator[Path]:
    """Folders of articles, in the order of their names."""
    for folder in named or (_OWN,):
        if (folder / "labels.csv").is_file():
            yield folder
        else:
            yield from sorted(path.parent for path in folder.glob("*/labels.csv"))


def _check(articles: Iterable[Article]) -> None:
    """Say what is wrong with labels, or how many there are."""
    faults, figures = [], 0
    for article in articles:
        with TemporaryDirectory() as folder:
            text = record_article(article, Path(folder))
        faults += faults_of(article, text, names_in(article.report))
        counted = sum(not label.optional for label in article.labels)
        _say(f"{article.name}: {counted} figures, {len(article.views)} views")
        figures += counted
    _say(f"{figures} figures in all")
    if faults:
        raise ValueError("\n".join(faults))


def _judged(article: Article) -> Judged:
    with TemporaryDirectory() as folder:
        drafts = draft_article(article, Path(folder))
    return judge(article, drafts, names_in(article.report))


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main()
