"""Parquet files opened so that what repeats in them is not spelled out when it is read."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Plain texts take four bytes each for their lengths alone (Parquet, encoding PLAIN); a column that
# takes less is stored as a dictionary.
_LEAST_PLAIN = 4


def open_parquet(path: Path) -> pq.ParquetFile:
    """Open a file whose columns of repeated texts come as Arrow's dictionary arrays.

    Raises:
        OSError: It cannot be read.
        pyarrow.ArrowInvalid: It is no Parquet file.
    """
    metadata, schema = pq.read_metadata(path), pq.read_schema(path)
    repeated = [field.name for field in schema if _is_text(field) and _repeats(metadata, field)]
    return pq.ParquetFile(path, metadata=metadata, read_dictionary=repeated)


def _is_text(field: pa.Field) -> bool:
    return bool(field.type == pa.string())


def _repeats(metadata: pq.FileMetaData, field: pa.Field) -> bool:
    """Whether a column is stored as a dictionary in every row group."""
    groups = [metadata.row_group(index) for index in range(metadata.num_row_groups)]
    chunks = [
        chunk
        for group in groups
        for chunk in map(group.column, range(group.num_columns))
        if chunk.path_in_schema == field.name
    ]
    return bool(chunks) and all(
        chunk.total_uncompressed_size < _LEAST_PLAIN * chunk.num_values for chunk in chunks
    )
