"""One page of broker views as PDF: the same content, each from where that program starts.

    python -m benchmarks.pages.prepare          the page, laid out and rendered, into the cache
    python -m benchmarks.pages.exporter_page OUT   ours, from the page laid out
    python -m benchmarks.pages.exporter_facts OUT  ours, from the facts: read, checked, laid out
    python -m benchmarks.pages.typst_page OUT      typst, from the page as JSON

Chromium prints the very HTML that ours is made of. Neither it nor typst looks whether everything
fits and every character has a glyph, nor makes an archival PDF/A.
"""
