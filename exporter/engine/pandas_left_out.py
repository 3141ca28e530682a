"""pyarrow without pandas; no more than pyarrow itself is loaded for it."""

import sys

import pyarrow as pa


def leave_pandas_out() -> None:
    """Have pyarrow look for pandas now, and find none.

    For a process that gives pyarrow no pandas objects to make arrays of. pandas can be imported
    afterwards, and tables be made from its frames.
    """
    if "pandas" not in sys.modules:
        sys.meta_path.insert(0, _NoPandas)
        try:
            pa.array([])
        finally:
            sys.meta_path.remove(_NoPandas)


class _NoPandas:
    """A finder of modules (importlib) that finds no pandas."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Nothing: others are asked; but nobody is for pandas."""
        if name.partition(".")[0] == "pandas":
            raise ModuleNotFoundError(name=name)
