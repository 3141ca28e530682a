"""Checking the signatures of a PDF: is it what was signed, all of it, and by whom?"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from exporter.errors import ContentError, Problem, SetupError

Trust = Literal["trusted", "self-signed", "unknown issuer"]


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """What one signature of a PDF proves.

    Attributes:
        file: The PDF as the user named it.
        field: Name of the signature's field.
        signer: Common name in the signer's certificate.
        signed: When, by the signer's clock; None where the signature does not say.
        intact: What was signed is unchanged, and the signature is the certificate's.
        whole: It covers the whole file; nothing was added after it.
        trust: `trusted` where the certificate leads to one of the given roots, `self-signed` where
            it vouches for itself alone, else `unknown issuer`.
        wrong: What is wrong with the signature itself, "" for nothing; `right` says what to do.
    """

    file: str
    field: str
    signer: str
    signed: datetime | None
    intact: bool
    whole: bool
    trust: Trust
    wrong: str = ""
    right: str = ""

    @property
    def problem(self) -> Problem | None:
        """What is wrong, as a problem; None for a signature that holds, by whomever."""
        return Problem(self.file, 0, self.field, self.wrong, self.right) if self.wrong else None


def check_signatures(path: Path, roots: Sequence[Path] = ()) -> list[SignatureFinding]:
    """Check every signature of a PDF; an empty list where it has none.

    Nothing is fetched: neither issuers nor revocations. That a file *should* be signed is not for
    it to say, since whoever changes it can take the signature off; its manifest says so.

    Args:
        path: The PDF.
        roots: Certificates (PEM or DER) of whom to trust; the system's are left aside, for they
            vouch for web servers.

    Raises:
        ContentError: The PDF or a signature in it cannot be read; it was damaged.
        SetupError: The file or a root cannot be read, or pyHanko is missing.
    """
    _require_pyhanko()
    try:
        content = path.read_bytes()
        context = _context(roots)
    except OSError as error:
        wrong = f"{error.filename} cannot be read: {error.strerror}"
        raise SetupError(wrong, "check the path and permissions") from error
    except ValueError as error:
        raise SetupError("a root is no certificate", "name PEM or DER files") from error
    try:
        return list(_findings(content, path, context))
    except Exception as error:
        # A reader of damaged files stumbles in ways that nobody has counted; all mean the same.
        wrong = f"its signatures cannot be read ({type(error).__name__}), so the file was changed"
        raise ContentError([Problem(str(path), 0, "", wrong, "get the file anew")]) from error


def _context(roots: Sequence[Path]) -> Any:
    from pyhanko import keys
    from pyhanko_certvalidator import ValidationContext

    load: Any = keys.load_certs_from_pemder  # which has no type hints
    trusted = list(load([str(root) for root in roots]))
    return ValidationContext(trust_roots=trusted, allow_fetching=False)


def _findings(content: bytes, path: Path, context: Any) -> Iterator[SignatureFinding]:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    for signature in PdfFileReader(BytesIO(content)).embedded_signatures:
        status = validate_pdf_signature(signature, signer_validation_context=context)
        certificate = status.signing_cert
        intact = bool(status.intact and status.valid)
        whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        wrong, right = _judge(intact=intact, whole=whole)
        yield SignatureFinding(
            file=str(path),
            field=str(signature.field_name),
            signer=str(
                certificate.subject.native.get("common_name", certificate.subject.human_friendly)
            ),
            signed=status.signer_reported_dt,
            intact=intact,
            whole=whole,
            trust=_trust(trusted=bool(status.trusted), self_issued=certificate.self_issued),
            wrong=wrong,
            right=right,
        )


def _judge(*, intact: bool, whole: bool) -> tuple[str, str]:
    if not intact:
        return "the file was changed after it was signed", "get the file anew from its signer"
    if not whole:
        wrong = "something was added to the file after it was signed"
        return wrong, "get the file anew from its signer"
    return "", ""


def _trust(*, trusted: bool, self_issued: bool) -> Trust:
    if trusted:
        return "trusted"
    return "self-signed" if self_issued else "unknown issuer"


def _require_pyhanko() -> None:
    try:
        import pyhanko  # noqa: F401
    except ImportError as error:
        wrong = "pyHanko, which checks signatures, is missing"
        raise SetupError(wrong, "run: pip install exporter[sign]") from error
    # Its findings are told by ours; without a handler Python would print its warnings.
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
