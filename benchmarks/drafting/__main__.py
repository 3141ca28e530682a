"""How well `exporter draft` does: `python -m benchmarks.drafting [FOLDER…] [--list]`."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.drafting.drafted import DraftError, draft_article, names_in, record_article
from benchmarks.drafting.judged import Judged, judge
from benchmarks.drafting.labels import Article, articles_in
from benchmarks.drafting.soundness import faults_of
from benchmarks.drafting.table import misses_of, table_of

_OWN = Path(__file__).parents[2] / "tests" / "draft"


def main() -> None:
    """Draft, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER",
                        help="labelled articles (tests/draft/README.md), or folders of such; "
                        "tests/draft unless named")  # fmt: skip
    parser.add_argument("--list", action="store_true", help="print every miss")
    parser.add_argument("--check", action="store_true", help="only see whether labels are sound")
    arguments = parser.parse_args()
    try:
        articles = [one for folder in _folders(arguments.folders) for one in articles_in(folder)]
        if arguments.check:
            _check(articles)
            return
        judged = [_judged(article) for article in articles]
    except (ValueError, DraftError) as error:
        sys.exit(str(error))
    if arguments.list:
        for one in judged:
            print(*misses_of(one), sep="\n")
    print(table_of(judged))


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
        print(f"{article.name}: {counted} figures, {len(article.views)} views")
        figures += counted
    print(f"{figures} figures in all")
    if faults:
        raise ValueError("\n".join(faults))


def _judged(article: Article) -> Judged:
    with TemporaryDirectory() as folder:
        drafts = draft_article(article, Path(folder))
    return judge(article, drafts, names_in(article.report))


if __name__ == "__main__":
    main()
