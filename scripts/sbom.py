"""What `exporter` is built from, for programs that look for known faults: CycloneDX 1.6 in JSON.

    python -m scripts.sbom dist/exporter.cdx.json

The packages that are installed here, of those that a report or an extra needs, each with its
licence, the hashes that requirements/ has of its files, and what it needs itself; below them what
their wheels say was compiled in; and what the system brings. The same environment gives the same
bytes: there is no time and no serial number in it.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires, version
from pathlib import Path
from platform import python_version

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.licences import LIST, Row, find_licences, read_list
from scripts.pinned import Pin, read_pins
from scripts.system_needs import SYSTEM_LICENCES, needed_packages

PROJECT = "exporter"


def main(arguments: list[str]) -> int:
    """Write the file that is named; the exit status."""
    (path,) = map(Path, arguments)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(make_sbom(), "utf-8")
    sys.stdout.write(f"wrote {path}\n")
    return 0


def make_sbom() -> str:
    """The SBOM of this environment, as JSON."""
    bom = Bom()
    # The library leaves out what is None: neither is the same twice.
    bom.serial_number = bom.metadata.timestamp = None  # type: ignore[assignment]
    root = _component(PROJECT, version(PROJECT), "MIT", kind=ComponentType.APPLICATION)
    bom.metadata.component = root
    packages = _packages()
    system = list(_system())
    bom.components = [*packages.values(), *system]
    for name, needs in find_needs(PROJECT).items():
        component = root if name == PROJECT else packages[name]
        bom.register_dependency(component, [packages[need] for need in sorted(needs)])
    bom.register_dependency(root, system)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _packages() -> dict[str, Component]:
    """What is installed of what a report or an extra needs, by name."""
    runtime, pins = read_pins("runtime"), read_pins("extras")
    sections, _ = find_licences(read_list(LIST))
    rows = {row.name: row for section in sections for row in section.rows}
    scopes = {True: ComponentScope.REQUIRED, False: ComponentScope.OPTIONAL}
    return {
        name: _package(pin, rows, scopes[name in runtime])
        for name, pin in pins.items()
        if pin.applies
    }


def _package(pin: Pin, rows: Mapping[str, Row], scope: ComponentScope) -> Component:
    here = _installed(pin)
    purl = PackageURL("pypi", name=pin.name, version=pin.version)
    component = _component(pin.name, pin.version, rows[pin.name].licence, purl=purl)
    component.scope = scope
    # Any of its files may be the one that was installed: the hashes are of its distribution.
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in pin.hashes]
    component.external_references = [
        ExternalReference(
            type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(purl)), hashes=hashes
        )
    ]
    component.components = list(_compiled_in(here))
    return component


def _installed(pin: Pin) -> Distribution:
    try:
        here = distribution(pin.name)
    except PackageNotFoundError:
        raise SystemExit(f"{pin.name} is not installed; run `make setup`.") from None
    if here.version != pin.version:
        message = f"{pin.name} {here.version} is installed, not {pin.version}; run `make setup`."
        raise SystemExit(message)
    return here


def _component(
    name: str,
    number: str | None,
    licence: str,
    kind: ComponentType = ComponentType.LIBRARY,
    purl: PackageURL | None = None,
) -> Component:
    declared = LicenseFactory().make_from_string(
        licence, license_acknowledgement=LicenseAcknowledgement.DECLARED
    )
    reference = f"{name}=={number}" if number else name
    return Component(
        type=kind, bom_ref=reference, name=name, version=number, purl=purl, licenses=[declared]
    )


def _compiled_in(package: Distribution) -> Iterator[Component]:
    """What a wheel says of itself (PEP 770): libraries that its compiled modules contain."""
    seen = set()
    for path in package.files or ():
        if not re.search(r"\.dist-info/sboms/.+\.json$", path.as_posix()):
            continue
        for part in json.loads(path.read_text("utf-8")).get("components", ()):
            name, number = part["name"], part.get("version")
            purl = PackageURL.from_string(part["purl"]) if "purl" in part else None
            own = purl and purl.type == "pypi"
            if own or (name, number) in seen:
                continue
            seen.add((name, number))
            reference = f"{package.name}=={package.version}/{name}=={number}"
            yield Component(
                type=ComponentType.LIBRARY, bom_ref=reference, name=name, version=number, purl=purl
            )


def _system() -> Iterator[Component]:
    """Python, and the system's packages; their versions where dpkg knows them."""
    yield _component("python", python_version(), "PSF-2.0", kind=ComponentType.PLATFORM)
    # What makes environments is needed once, and no part of them.
    names = sorted(needed_packages("runtime") - {"python3-venv"})
    versions = _debian_versions(names)
    for name in names:
        number = versions.get(name)
        purl = PackageURL("deb", "debian", name, number) if number else None
        yield _component(name, number, SYSTEM_LICENCES[name], purl=purl)


def _debian_versions(names: Iterable[str]) -> dict[str, str]:
    program = shutil.which("dpkg-query")
    if program is None:
        return {}
    # It exits with 1 where one is not installed, and tells of the others all the same.
    told = subprocess.run(  # noqa: S603  # our own table's names
        [program, "-W", "-f", "${Package}\t${Version}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    pairs = (line.split("\t") for line in told.stdout.splitlines())
    return {name: number for name, number in pairs if number}


def find_needs(project: str) -> Mapping[str, set[str]]:
    """Which packages a project with all its extras needs here, and which each of those does."""
    needs: dict[str, set[str]] = {}
    waiting = {(project, extra) for extra in ("", *_extras(project))}
    seen: set[tuple[str, str]] = set()
    while waiting:
        name, extra = asked = waiting.pop()
        seen.add(asked)
        found = needs.setdefault(name, set())
        for requirement in map(Requirement, requires(name) or ()):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                need = canonicalize_name(requirement.name)
                found.add(need)
                waiting |= {(need, wanted) for wanted in ("", *requirement.extras)} - seen
    return needs


def _extras(project: str) -> list[str]:
    return distribution(project).metadata.get_all("Provides-Extra", [])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
