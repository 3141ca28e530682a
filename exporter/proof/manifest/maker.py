"""What made a set: all that decides the bytes of its files, besides their content.

The same content gives the same bytes wherever all of this is the same. Where something of it
differs, a file may differ in how it looks, or in how its texts are packed, and be sound.
"""

import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from exporter.files import templates_folder

EXPORTER = "exporter"
_LIBRARIES = (
    "cssselect2", "fonttools", "isal", "jinja2", "markupsafe", "pyarrow", "pydyf", "pyphen",
    "tinycss2", "tinyhtml5", "weasyprint", "xlsxwriter",
)  # fmt: skip
# What draws pictures of pages decides the bytes of what the manifest carries, and of no more.
_PICTURES = ("pypdfium2", "PDFium")
_OF_NO_FILE = {EXPORTER, *_PICTURES}


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a set.

    Attributes:
        versions: Of this package (`exporter`), Python, libraries; Pango and HarfBuzz where pages
            were drawn; PDFium where pictures of pages were.
        code: The fingerprint of this package's modules and templates: between two versions, too,
            they change.
        fonts: SHA-256 of each font that was drawn with, by its name.
    """

    versions: Mapping[str, str]
    code: str
    fonts: Mapping[str, str]

    @property
    def exporter(self) -> str:
        """The exporter, as people call it."""
        code = f" (code {self.code[:8]})" if self.code else ""
        return f"exporter {self.versions.get(EXPORTER, 'of no known version')}{code}"

    def unlike(
        self, other: "Maker", libraries: Collection[str] | None = None
    ) -> Iterator[tuple[str, str, str]]:
        """What differs between two makers but for the exporter itself: name, own, the other's.

        Args:
            other: The other maker.
            libraries: Those to compare; all, and the fonts that both drew with, where none are
                named.
        """
        names = libraries or (self.versions.keys() | other.versions.keys()) - _OF_NO_FILE
        for name in sorted(names):
            own, others = (maker.versions.get(name, "none") for maker in (self, other))
            if own != others:
                yield name, own, others
        if libraries is None:
            for name in sorted(self.fonts.keys() & other.fonts.keys()):
                if self.fonts[name] != other.fonts[name]:
                    yield f"the font {name}", self.fonts[name][:8], other.fonts[name][:8]


def this_maker(drawing: Mapping[str, str], fonts: Mapping[str, str]) -> Maker:
    """What makes sets in this process.

    Args:
        drawing: The versions of what draws pages, as whoever drew them knows them.
        fonts: The fonts that were drawn with.
    """
    versions = {"python": python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return Maker(
        dict(sorted((versions | _library_versions() | dict(drawing)).items())),
        code_fingerprint(),
        dict(sorted(fonts.items())),
    )


def drawing_pictures() -> dict[str, str]:
    """The versions of what draws pictures of pages; zlib, which packs them, is always told."""
    import pypdfium2

    return dict(zip(_PICTURES, (version("pypdfium2"), str(pypdfium2.PDFIUM_INFO)), strict=True))


@cache
def _library_versions() -> dict[str, str]:
    return {name: version(name) for name in (EXPORTER, *_LIBRARIES)}


@cache
def code_fingerprint() -> str:
    """The SHA-256 of this package's modules and templates, names and contents."""
    package = Path(__file__).parents[2]
    templates = templates_folder()
    files = {path.relative_to(package): path for path in package.rglob("*.py")}
    files |= {
        path.relative_to(templates.parent): path for path in templates.rglob("*") if path.is_file()
    }
    digest = sha256()
    for name, path in sorted(files.items(), key=lambda pair: pair[0].as_posix()):
        content = path.read_bytes()
        digest.update(f"{name.as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()
