"""What a page takes besides its HTML: files of one folder, a logo, style sheets without faults."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import weasyprint
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from exporter.errors import ContentError, Problem
from exporter.report.themes.logo import Logo
from exporter.writers.pdf.warned import collected_warnings

LOGO = "house:logo"  # what a page calls the logo


class FolderFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type hints
    """Loads files from one folder and a logo in hand, and nothing else: no network, no data."""

    def __init__(self, folder: Path | None, logo: Logo | None = None) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)
        self._folder = folder.resolve() if folder else None
        self._logo = logo

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """Load one file.

        Raises:
            FatalURLFetchingError: `url` is not one of the folder's files.
        """
        if url == LOGO and self._logo:
            return URLFetcherResponse(
                url, self._logo.content, {"Content-Type": self._logo.media_type}
            )
        parts = urlsplit(url)
        local = parts.scheme == "file" and not parts.netloc
        if not local or not self._holds(Path(url2pathname(parts.path))):
            place = self._folder or "the template and its style sheet"
            raise FatalURLFetchingError(f"{url} is not loaded: it lies outside {place}")
        return super().fetch(url, headers)

    def _holds(self, path: Path) -> bool:
        return self._folder is not None and path.resolve().is_relative_to(self._folder)


@cache
def style_sheet(path: Path) -> weasyprint.CSS:
    """Our style sheet.

    Raises:
        ContentError: WeasyPrint warns of it.
    """
    with collected_warnings() as warned:
        sheet = weasyprint.CSS(filename=path, url_fetcher=FolderFetcher(path.parent))
    if warned:  # told here and not remembered, or the next page would pass
        raise ContentError(
            [Problem(path.name, 0, "", text, "mend the style sheet") for text in warned]
        )
    return sheet


@lru_cache(maxsize=16)
def theme_rules(text: str) -> weasyprint.CSS:
    """Rules of a theme, which pages of a batch have in common."""
    return weasyprint.CSS(string=text)


def own_style_sheet(text: str, name: str, base: str, fetcher: "FolderFetcher") -> weasyprint.CSS:
    """A report's own style sheet, refused where WeasyPrint warns of it."""
    with collected_warnings() as warned:
        sheet = weasyprint.CSS(string=text, base_url=base, url_fetcher=fetcher)
    if warned:
        raise ContentError(
            [Problem(name, 0, "", f"WeasyPrint warns: {told}", "mend it there") for told in warned]
        )
    return sheet
