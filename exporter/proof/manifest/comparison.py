"""What a manifest says of itself, compared with what follows from its content."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from exporter.proof.difference import MISSING, NOTHING, Difference, in_file, unlike
from exporter.proof.manifest import FORMAT, MANIFEST, Manifest, manifest_lines, read_json
from exporter.report.report_file import REPORT_FILE


def compare_manifest(
    manifest: Manifest, path: Path, counts: Mapping[str, Any]
) -> Iterator[Difference]:
    """Compare a manifest with the one that its content gives; one of an earlier format is whole.

    Args:
        manifest: As it was read.
        path: The file.
        counts: What the check counts now.
    """
    if manifest.format == FORMAT:
        lines = manifest_lines(replace(manifest, counts=counts), manifest.facts_hash)
        yield from in_file(MANIFEST, _unlike(path, "".join(lines)))
        yield from in_file(MANIFEST, _inputs(manifest))


def _inputs(manifest: Manifest) -> Iterator[Difference]:
    """The inputs that every set has; which others, its facts do not always say."""
    content = manifest.content
    needed = {REPORT_FILE, *(f"sources/{id_}.yaml" for id_ in content.sources)}
    needed |= {view.file for view in content.views}
    whole = {name.rpartition(" (")[0] for name in manifest.inputs}  # of which one value has a part
    for name in sorted(needed - manifest.inputs.keys() - whole):
        yield unlike("inputs", name, "there", MISSING)


def _unlike(path: Path, expected: str) -> Iterator[Difference]:
    if path.read_bytes() == expected.encode():
        return
    said, right = read_json(path), json.loads(expected)
    if said == right:
        yield unlike("", "form", "that in which it is written", "another")
    for key in dict.fromkeys((*right, *said)):
        if key != "sha256":
            yield from _entries(key, right.get(key), said.get(key))


def _entries(key: str, expected: Any, actual: Any) -> Iterator[Difference]:
    """What differs in one entry; of a small table, what differs in it."""
    if expected == actual:
        return
    if isinstance(expected, dict) and isinstance(actual, dict):
        for name in dict.fromkeys((*expected, *actual)):
            if expected.get(name) != actual.get(name):
                yield unlike(key, name, _text(expected.get(name)), _text(actual.get(name)))
    else:
        yield unlike(key, "entry", _text(expected), _text(actual))


def _text(value: Any) -> str:
    if value is None:
        return MISSING
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) or NOTHING
