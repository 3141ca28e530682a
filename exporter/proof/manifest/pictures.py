"""The pictures of pages that a manifest carries: each once, by its SHA-256, as Base64."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from pydantic import BaseModel, ConfigDict

from exporter.evidence.sources import Source

_LARGEST = 10_000_000  # pixels; what is larger is none of ours


class PictureRow(BaseModel):
    """A picture as the manifest writes it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    sha256: str
    png: str


def pictures_of(sources: Mapping[str, Source]) -> dict[str, bytes]:
    """All pictures of quotes by their SHA-256, in order."""
    return {
        picture_hash(excerpt.picture.png): excerpt.picture.png
        for source in sources.values()
        for excerpt in source.excerpts.values()
        if excerpt.picture
    }


def picture_hash(content: bytes) -> str:
    """The SHA-256 of a picture, in hex."""
    return sha256(content).hexdigest()


def picture_rows(sources: Mapping[str, Source]) -> Iterator[dict[str, Any]]:
    """The pictures as JSON."""
    for name, content in pictures_of(sources).items():
        yield {"sha256": name, "png": b64encode(content).decode()}


def read_pictures(rows: Iterable[PictureRow]) -> dict[str, bytes]:
    """The pictures that a manifest says, by their SHA-256.

    Raises:
        ValueError: One is not what it is said to be.
    """
    if not (rows := list(rows)):
        return {}
    from exporter.evidence.documents.pdf.pictures.png import png_size

    pictures: dict[str, bytes] = {}
    for row in rows:
        content = b64decode(row.png, validate=True)
        size = png_size(content)
        if picture_hash(content) != row.sha256 or not 0 < size.width * size.height <= _LARGEST:
            raise ValueError(f"the picture {row.sha256!r} is another than it is said to be")
        pictures[row.sha256] = content
    return pictures
