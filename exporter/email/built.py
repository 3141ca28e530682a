"""A report as it was built: its files, proved once more, and what they were made from."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from exporter.errors import ContentError, Problem, ProofError, UsageError
from exporter.evidence.found import Evidence
from exporter.facts.words import Lang
from exporter.files import settle
from exporter.inputs.opened import Inputs
from exporter.inputs.remembered import refusal
from exporter.proof.manifest import MANIFEST, Manifest, read_manifest
from exporter.report.definition import Definition
from exporter.report.output_folder import build_command
from exporter.verify import prove
from exporter.verify.inputs import compare_inputs
from exporter.writers.page_process import in_this_process


@dataclass(frozen=True, slots=True)
class Built:
    """The proved files of a report.

    Attributes:
        report: The report's folder.
        folder: Where the files are.
        manifest: What they were made from.
        evidence: Of the manifest's facts and views, checked again.
    """

    report: Path
    folder: Path
    manifest: Manifest
    evidence: Evidence

    def language(self, wanted: Lang | None) -> Lang:
        """A language that was built; the first where none is wanted.

        Raises:
            UsageError: It was not built.
        """
        languages = self.manifest.content.languages
        if wanted is None or wanted in languages:
            return wanted or languages[0]
        has, command = ", ".join(languages), build_command(self.report, self.folder)
        raise UsageError(
            f"{self.folder} has no files in {wanted!r}, but in {has}",
            f"name one of these, or build it: {command} --lang {wanted}",
        )

    def read(self, name: str) -> bytes:
        """A file as it was proved.

        Raises:
            ProofError: It has been written anew since.
        """
        content = (self.folder / name).read_bytes()
        if sha256(content).hexdigest() != self.manifest.outputs[name]:
            wrong = "has changed while it was being proved"
            raise ProofError([Problem(str(self.folder / name), 0, "", wrong, "do it again")])
        return content


def open_built(report: Path, now: Definition, folder: Path, inputs: Inputs) -> Built:
    """Prove the files of a report that was built.

    Args:
        report: The report's folder.
        now: Its definition as it is now.
        folder: Where the files are.
        inputs: What the report may be read from.

    Raises:
        UsageError: Nothing was built there.
        ProofError: The files differ from their manifest.
        ContentError: The report has changed since, or nobody can tell; NotAllowedError where it
            reaches for what nobody has allowed it.
        SetupError: A database cannot be reached; or files of two builds lie there, one of which was
            killed, and cannot be put right.
    """
    build_it = f"build it: {build_command(report, folder)}"
    settle(folder)
    path = folder / MANIFEST
    if not path.is_file():
        raise UsageError(f"{folder} holds no built report", build_it)
    try:
        manifest = read_manifest(path)
    except ValueError as error:
        raise ProofError([Problem(str(path), 0, "", str(error), build_it)]) from error
    # Drafts of an earlier build lie there, and are about to be written anew.
    proof, evidence = prove(in_this_process, folder, manifest, beside=False)
    if not proof.proved or evidence is None:
        right = f"nothing is handed on that is not proved; {build_it}"
        raise ProofError.of((*proof.told(), *proof.unproved), right, str(folder))
    changes = compare_inputs(report, now, manifest, folder, inputs)
    if changes.differences:
        raise ContentError([change.problem for change in changes.differences])
    if changes.setup:
        raise changes.setup
    if changes.unproved:
        raise refusal(report, changes.unproved, inputs)
    return Built(report, folder, manifest, evidence)
