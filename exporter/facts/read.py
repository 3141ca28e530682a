"""Facts from wherever a report keeps them."""

from pathlib import Path

import pyarrow as pa

from exporter.errors import Problem
from exporter.facts.parse import parse_facts
from exporter.facts.table import FACTS, WRITTEN
from exporter.facts.yaml_facts import read_yaml_facts

USUAL_PLACES = ("facts", "facts.yaml", "facts.yml")
_YAML = (".yaml", ".yml")


def read_facts(folder: Path, where: str | None) -> tuple[pa.Table, list[Problem]]:
    """Read a report's facts.

    Args:
        folder: The report's folder, as the user named it.
        where: A file or a folder in it; `facts/` or `facts.yaml` where none is named.

    Returns:
        A table by the schema FACTS of the facts that are whole, and all problems of the others.

    Raises:
        OSError: A file cannot be read.
    """
    files, problems = _files(folder, where)
    tables = []
    for path in files:
        table, found = read_yaml_facts(path, str(path))
        tables.append(table)
        problems += found
    written = pa.concat_tables([WRITTEN.empty_table(), *tables]).combine_chunks()
    if not problems and not written.num_rows:
        problems.append(
            Problem(str(folder), 0, "", "the report has no facts", "write `- id: …` in facts/")
        )
    if not written.num_rows:
        return FACTS.empty_table(), problems
    facts, found = parse_facts(written)
    return facts, problems + found


def _files(folder: Path, where: str | None) -> tuple[list[Path], list[Problem]]:
    candidates = (where,) if where else USUAL_PLACES
    path = next((folder / name for name in candidates if (folder / name).exists()), None)
    if path is None:
        wrong = f"there is no {' or '.join(candidates)}"
        return [], [Problem(str(folder), 0, "", wrong, "put facts there, or name them as `facts:`")]
    if path.is_dir():
        entries = sorted(one for one in path.iterdir() if not one.name.startswith("."))
        if not entries:
            wrong = "the folder holds no YAML file"
            return [], [Problem(str(path), 0, "", wrong, "write facts into one")]
    else:
        entries = [path]
    others = [one for one in entries if one.suffix.lower() not in _YAML or not one.is_file()]
    right = "write facts as .yaml, and keep other files elsewhere"
    problems = [Problem(str(one), 0, "", "this is no YAML file", right) for one in others]
    return [one for one in entries if one not in others], problems
