"""Under which licences all stands that we are built from: docs/licences.md, written or checked.

python -m scripts.licences          write the list
python -m scripts.licences --check  say what is wrong with it, and with what it lists
"""

import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from license_expression import AND, OR, Licensing
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from scripts.pinned import Pin, read_pins
from scripts.system_needs import SYSTEM_LICENCES, needed_packages

ROOT = Path(__file__).parents[1]
LIST = ROOT / "docs" / "licences.md"

# What an MIT-licensed program may bring to whoever uses it: permissive licences, and the Mozilla
# ones, which hold for their own files alone.
ALLOWED = (
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0",
    "MIT-CMU", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib",
)  # fmt: skip
# Which licence a classifier means. "BSD License" means several: its text decides.
_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
_LICENCE_FILE = r"LICEN[CS]E(\.(txt|rst|md))?"


class Row(NamedTuple):
    """A package as the list has it."""

    name: str
    version: str
    licence: str


# What no metadata say, read by a person; of another version it must be read again.
_READ_BY_HAND = {
    row.name: row
    for row in (
        Row("brotlicffi", "1.2.1.0", "MIT"),  # only for PyPy
        Row("colorama", "0.4.6", "BSD-3-Clause"),  # only for Windows
        Row("py-excel-rs", "1.0.2", "MIT"),  # its bill of materials says so
        # "Dual Licensed - GNU AFFERO GPL 3.0 or Artifex Commercial License": the tests alone run it
        Row("pymupdf", "1.28.2", "AGPL-3.0-only OR LicenseRef-Artifex-Commercial"),
        # The wrapper is under either, PDFium under both.
        Row("pypdfium2", "5.15.2", "BSD-3-Clause AND Apache-2.0"),
        # "tri-license"
        Row("pyphen", "0.18.1", "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1"),
        Row("pywin32-ctypes", "0.2.3", "BSD-3-Clause"),  # only for Windows
    )
}


class Section(NamedTuple):
    """A part of the list: its heading, what it is, its rows."""

    heading: str
    about: str
    rows: list[Row]


def main(arguments: list[str]) -> int:
    """Write the list, or check it; the exit status."""
    listed = read_list(LIST)
    sections, faults = find_licences(listed)
    text = lay_out(sections)
    if arguments == ["--check"]:
        if not faults and text != LIST.read_text("utf-8"):
            faults.append("docs/licences.md is not what the packages say; run `make licences`.")
    elif not faults:
        LIST.write_text(text, "utf-8")
    for fault in faults:
        sys.stderr.write(f"licences: {fault}\n")
    return 1 if faults else 0


def find_licences(listed: Mapping[str, Row]) -> tuple[list[Section], list[str]]:
    """The licences of all that requirements/ pins, and what is wrong with them.

    Args:
        listed: The rows of the list as it is: what they say of packages that are not here.
    """
    runtime, extras = read_pins("runtime"), read_pins("extras")
    tools = {
        name: pin for stage in ("setup", "dev", "bench") for name, pin in read_pins(stage).items()
    }
    groups = {
        "In every report": (runtime, "What `exporter` needs."),
        "With an extra": (
            _without(extras, runtime),
            "What the extras `cluster`, `keyring`, `sign` and `sql` need besides.",
        ),
        "To develop, test and measure": (
            _without(tools, extras),
            "What set-up, tests, checks and benchmarks need; nobody who uses `exporter` gets it.",
        ),
    }
    faults = [*_unused_readings({**tools, **extras}), *_unlisted_needs()]
    sections = []
    for heading, (pins, about) in groups.items():
        rows = []
        for pin in sorted(pins.values(), key=lambda pin: pin.name):
            licence, fault = _judge(pin, listed, bound=pin.name in extras)
            faults += [fault] if fault else []
            rows.append(Row(pin.name, pin.version, licence))
        sections.append(Section(heading, about, rows))
    return sections, faults


def _without(pins: Mapping[str, Pin], others: Mapping[str, Pin]) -> dict[str, Pin]:
    return {name: pin for name, pin in pins.items() if name not in others}


def _judge(pin: Pin, listed: Mapping[str, Row], *, bound: bool) -> tuple[str, str | None]:
    """A package's licence, and what is wrong with it; `bound`: it must be an allowed one."""
    licence = _licence_of(pin, listed)
    if licence is None:
        return "", (
            f"{pin.name} {pin.version} does not say what its licence is, or is not installed; "
            "run `make setup`, then read its files and put what they say into _READ_BY_HAND."
        )
    if bound and not is_allowed(licence):
        return licence, (
            f"{pin.name} {pin.version} is under {licence}, which ALLOWED does not have; "
            "do without it, or add the licence if an MIT-licensed program may bring it."
        )
    return licence, None


def _licence_of(pin: Pin, listed: Mapping[str, Row]) -> str | None:
    here = _installed(pin)
    if here and (told := read_licence(here)):
        return told
    # The list is believed of another system, another Python, a stage that is not set up here.
    rows = [_READ_BY_HAND.get(pin.name), None if here else listed.get(pin.name)]
    return next((row.licence for row in rows if row and row.version == pin.version), None)


def _installed(pin: Pin) -> Distribution | None:
    """The package, where it is here as pinned."""
    try:
        here = distribution(pin.name)
    except PackageNotFoundError:
        return None
    return here if here.version == pin.version else None


def read_licence(package: Distribution) -> str | None:
    """What an installed package says of its licence, as an SPDX expression; None if it is unclear.

    The newest way to say it comes first (PEP 639), then classifiers, then the licence's own text.
    """
    metadata = package.metadata
    for field in ("License-Expression", "License"):
        try:
            return canonicalize_license_expression("".join(metadata.get_all(field, [])))
        except InvalidLicenseExpression:
            continue  # `License` held any text, before there was an expression.
    classifiers = [
        classifier.removeprefix("License :: ").removeprefix("OSI Approved :: ")
        for classifier in metadata.get_all("Classifier", [])
        if classifier.startswith("License :: ")
    ]
    if classifiers in ([], ["BSD License"]):
        return _licence_of_text(_licence_text(package))
    # Several do not say whether all hold or any.
    return _CLASSIFIERS.get(classifiers[0]) if len(classifiers) == 1 else None


def _licence_text(package: Distribution) -> str:
    paths = [path for path in package.files or () if re.fullmatch(_LICENCE_FILE, path.name)]
    return " ".join(paths[0].read_text("utf-8").split()) if len(paths) == 1 else ""


def _licence_of_text(text: str) -> str | None:
    if "Permission is hereby granted, free of charge, to any person obtaining a copy" in text:
        return "MIT"
    if "Redistribution and use in source and binary forms" not in text:
        return None
    return "BSD-3-Clause" if "endorse or promote" in text else "BSD-2-Clause"


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression can be kept with allowed licences alone."""

    def holds(part: object) -> bool:
        if isinstance(part, AND):
            return all(map(holds, part.args))
        if isinstance(part, OR):
            return any(map(holds, part.args))
        return str(part) in ALLOWED

    return holds(Licensing().parse(expression))


def _unused_readings(pins: Mapping[str, Pin]) -> Iterator[str]:
    for name in _READ_BY_HAND:
        if name not in pins:
            yield f"_READ_BY_HAND has {name}, which requirements/ has not; remove it."
            continue
        here = _installed(pins[name])
        # What is not for every system must be read by hand for the others.
        if here and pins[name].requirement.marker is None and (told := read_licence(here)):
            yield f"_READ_BY_HAND has {name}, which says {told} by itself; remove it."


def _unlisted_needs() -> Iterator[str]:
    for name in needed_packages() - SYSTEM_LICENCES.keys():
        yield f"scripts/system.sh needs {name}, which SYSTEM_LICENCES has not; add its licence."
    for name in SYSTEM_LICENCES.keys() - needed_packages():
        yield f"SYSTEM_LICENCES has {name}, which scripts/system.sh does not need; remove it."


def read_list(path: Path) -> dict[str, Row]:
    """The rows of the list, by name; none where there is no list yet."""
    if not path.exists():
        return {}
    rows = re.findall(r"^\| (\S+) \| (\S+) \| (.+) \|$", path.read_text("utf-8"), re.MULTILINE)
    return {name: Row(name, version, licence) for name, version, licence in rows}


def lay_out(sections: list[Section]) -> str:
    """The list as Markdown."""
    parts = [_HEAD]
    for heading, about, rows in sections:
        table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
        head = "| package | version | licence |\n|---|---|---|\n"
        parts.append(f"## {heading}\n\n{about}\n\n{head}{table}")
    system = "".join(f"| {name} | {licence} |\n" for name, licence in SYSTEM_LICENCES.items())
    parts.append(_SYSTEM + system)
    return "\n".join(parts)


_HEAD = f"""# Licences

`exporter` itself is under the [MIT licence](../LICENSE). This is what it is built from, by SPDX's
names. The list is written by `make licences`; `make check` tells where it no longer holds, or where
something that a report or an extra needs is under another licence than these (of licences joined by
OR, one is enough):

{fill(", ".join(ALLOWED), 100)}.

A wheel may have further libraries compiled in: their licences lie in its `.dist-info`.
"""
_SYSTEM = """## From the system

By Debian's names; nothing of it is handed out with `exporter`. A PDF has the glyphs that it shows
embedded, which the licence of the fonts (OFL-1.1) allows in any document.

| package | main licence |
|---|---|
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
