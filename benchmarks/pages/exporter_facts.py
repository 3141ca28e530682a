"""Ours, from the facts: read, checked and laid out."""

import sys
from pathlib import Path

from benchmarks.pages.prepare import lay_out_page
from exporter.writers.pdf import fit_page

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(fit_page(lay_out_page()).make_pdf([]))
