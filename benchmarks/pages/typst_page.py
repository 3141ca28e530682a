"""Typst, from the page as JSON."""

import sys
from pathlib import Path

import typst

from benchmarks.cache import page_path


def main(target: Path) -> None:
    """Write the page as PDF."""
    source = Path(__file__).with_name("one-pager.typ")
    typst.compile(
        source,
        output=target,
        root=Path("/"),
        sys_inputs={"page": str(page_path("json"))},
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
