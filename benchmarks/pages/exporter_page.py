"""Ours, from the page laid out."""

import pickle
import sys
from pathlib import Path

from benchmarks.cache import page_path
from exporter.writers.pdf import write_onepager


def main(target: Path) -> None:
    """Write the page as PDF."""
    page = pickle.loads(page_path("pickle").read_bytes())  # noqa: S301 - of our own making
    write_onepager(page, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
