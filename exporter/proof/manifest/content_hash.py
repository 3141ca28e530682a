"""The hash of a content: one name for what an edition says, wherever and by whatever it is made.

It speaks of the definition, the facts, the views and the records of the sources, each by what it
says. It does not speak of the languages built, of where in a report something is written, of the
order in which facts and views stand, nor of what was seen of the sources' texts (excerpts,
pictures), which hangs on the machine. What later exporters know and nobody fills changes nothing.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import literal, one_chunk
from exporter.facts.fact_set import BATCH_ROWS, FactSet
from exporter.facts.table import FACTS, KEY_SEPARATOR, PLACES
from exporter.proof.manifest.content import Content

_STATED = sorted(set(FACTS.names) - PLACES)
_END = "\x1e"  # of a field; no text of a report may hold it
_PLACES = {"facts", "views"}  # keys of a definition that say where something is written
_DIGEST = sha256().digest_size


def content_hash(content: Content) -> str:
    """The SHA-256 of a content, in hex.

    Args:
        content: Of a build, of a manifest, or kept; the same edition has the same hash in each.
    """
    views = [view.model_dump(mode="json", exclude_defaults=True) for view in content.views]
    said = {
        "definition": content.report.model_dump(
            mode="json", exclude_defaults=True, exclude=_PLACES
        ),
        "views": sorted(views, key=lambda view: str(view["id"])),
        "sources": {
            id_: source.record.model_dump(mode="json", exclude_defaults=True)
            for id_, source in content.sources.items()
        },
    }
    whole = sha256(_canonical(said))
    whole.update(_sorted_digests(content.facts))
    return whole.hexdigest()


def _canonical(said: Any) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _sorted_digests(facts: FactSet) -> bytes:
    """The digests of all facts, in an order of their own: 32 bytes each, whatever they say."""
    digests = bytearray()
    for heap in _heaps(facts):
        for row in _rows(heap):
            digests += sha256(row).digest()
    ordered = np.sort(np.frombuffer(digests, f"S{_DIGEST}"))
    return ordered.tobytes()


def _heaps(facts: FactSet) -> Iterator[pa.Table]:
    """The facts, those of small entities together: a batch takes as long as a thousand rows."""
    heap: list[pa.Table] = []
    for batch in facts.batches():
        heap.append(batch.select(_STATED))
        if sum(table.num_rows for table in heap) >= BATCH_ROWS:
            yield pa.concat_tables(heap)
            heap.clear()
    if heap:
        yield pa.concat_tables(heap)


def _rows(batch: pa.Table) -> Iterator[bytes]:
    """What each fact says, as bytes: its fields by name, without those that are empty."""
    fields = [field for name in _STATED if (field := _field(name, one_chunk(batch[name])))]
    rows = pc.binary_join_element_wise(*fields, literal(""))
    yield from rows.cast(pa.binary()).to_pylist()


def _field(name: str, column: pa.Array) -> pa.Array | None:
    """A field of each fact, `name=value` and an end, or ""; None where all are empty."""
    if column.null_count == len(column):
        return None
    # The bits of a number are the same everywhere, its digits are as a library writes them.
    texts = (column.view(pa.int64()) if pa.types.is_floating(column.type) else column).cast(
        pa.string()
    )
    empty = pc.equal(texts, literal("")).fill_null(True)
    if pc.all(empty).as_py():
        return None
    said = pc.binary_join_element_wise(literal(name), texts, literal(_END), literal(KEY_SEPARATOR))
    return pc.if_else(empty, literal(""), said)
