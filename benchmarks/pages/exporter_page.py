"""Ours, from the page laid out."""

import pickle
import sys
from pathlib import Path

from benchmarks.cache import page_path
from exporter.writers.pdf import fit_page


def main(target: Path) -> None:
    """Write the page as PDF."""
    page = pickle.loads(page_path("pickle").read_bytes())  # noqa: S301 - of our own making
    target.write_bytes(fit_page(page).make_pdf([]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
