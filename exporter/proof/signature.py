"""What a signature proves, wherever it stands; and checking one that stands beside its file."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from exporter.errors import INSTALL_EXTRAS, ContentError, Problem, SetupError
from exporter.proof.roots import read_roots

Trust = Literal["trusted", "self-signed", "unknown issuer"]


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """What one signature proves.

    Attributes:
        file: The signed file as the user named it.
        field: Name of the signature's field in a PDF; "" for one that stands beside its file.
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


def check_beside(path: Path, signature: Path, roots: Sequence[Path] = ()) -> SignatureFinding:
    """Check a signature that stands beside its file; nothing is fetched.

    Args:
        path: The file.
        signature: CMS signed data in DER, without the file.
        roots: Certificates (PEM or DER) of whom to trust.

    Raises:
        ContentError: The signature cannot be read; it was damaged.
        UsageError: A root is none.
        SetupError: A file or a root cannot be read, or pyHanko is missing.
    """
    require_pyhanko()
    from asn1crypto.cms import ContentInfo
    from pyhanko.sign.validation.generic_cms import async_validate_detached_cms

    context = trusting(roots)
    try:
        signed = ContentInfo.load(signature.read_bytes(), strict=True)["content"]
        checking = async_validate_detached_cms(
            path.read_bytes(), signed, signer_validation_context=context
        )
        return finding_of(asyncio.run(checking), str(path), "", whole=True)
    except OSError:
        raise
    except Exception as error:
        # A reader of damaged files stumbles in ways that nobody has counted; all mean the same.
        wrong = f"it cannot be read ({type(error).__name__}), so it was changed"
        raise ContentError([Problem(str(signature), 0, "", wrong, "get it anew")]) from error


def trusting(roots: Sequence[Path]) -> Any:
    """By whom pyHanko judges certificates.

    Raises:
        UsageError: A root is none.
        SetupError: A root cannot be read.
    """
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(trust_roots=read_roots(roots), allow_fetching=False)


def finding_of(status: Any, file: str, field: str, *, whole: bool) -> SignatureFinding:
    """What pyHanko says of a signature, as a finding."""
    certificate = status.signing_cert
    intact = bool(status.intact and status.valid)
    wrong, right = _judge(intact=intact, whole=whole)
    return SignatureFinding(
        file=file,
        field=field,
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


def require_pyhanko() -> None:
    """Have pyHanko there, silently.

    Raises:
        SetupError: It is not installed.
    """
    try:
        import pyhanko  # noqa: F401
    except ImportError as error:
        wrong = "pyHanko, which checks signatures, is missing"
        raise SetupError(wrong, INSTALL_EXTRAS) from error
    # Its findings are told by ours; without a handler Python would print its warnings.
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


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
