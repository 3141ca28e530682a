"""Signing: whoever holds a certificate, and a signature that stands beside a file (extra `sign`).

Source: RFC 5652 (CMS), 5 (signed data).
"""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter.errors import INSTALL_EXTRAS, SetupError, UsageError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate


def sign_beside(path: Path, target: Path, p12: Path, password: bytes) -> None:
    """Sign a file with the certificate in a PKCS #12 file; the file itself stays as it is.

    The signature carries the time of its signing, so its bytes differ from run to run.

    Args:
        path: The file.
        target: Where the signature goes: CMS signed data in DER, without the file.
        p12: Certificate and private key (`.p12`, `.pfx`).
        password: That of `p12`.

    Raises:
        UsageError: As `load_signer`, and so SetupError.
    """
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    signer, _ = load_signer(p12, password)
    timed = PdfCMSSignedAttributes(signing_time=datetime.now(UTC))
    signing = signer.async_sign_general_data(
        path.read_bytes(), "sha256", detached=True, signed_attr_settings=timed
    )
    target.write_bytes(asyncio.run(signing).dump())


def load_signer(p12: Path, password: bytes) -> tuple[Any, str]:
    """The signer (pyHanko's) that a PKCS #12 file makes, and its name.

    Args:
        p12: Certificate and private key (`.p12`, `.pfx`).
        password: That of `p12`.

    Raises:
        UsageError: `p12` is none, has another password, or holds no key with its certificate.
        SetupError: It cannot be read, or the certificate is not valid now.
    """
    _require_pyhanko()
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
    from pyhanko.sign.signers import SimpleSigner

    content = read_file(p12)
    _check_kind(content, p12)
    try:
        key, certificate, _ = load_key_and_certificates(content, password)
    except ValueError as error:
        raise UsageError(
            f"the password does not open {p12}", "give the one it was made with"
        ) from error
    if key is None or certificate is None:
        raise UsageError(f"{p12} holds no certificate with its private key", "export both into it")
    _check_dates(certificate, p12)
    # With cryptography's own reading done, what pyHanko could still refuse is the kind of key.
    try:
        signer = SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=password)
    except ValueError as error:
        raise UsageError(f"the key in {p12} is of no kind that signs", "use RSA or EC") from error
    return signer, _name_of(certificate)


def read_file(path: Path) -> bytes:
    """The bytes of a file that the user named.

    Raises:
        UsageError: There is none.
        SetupError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(f"there is no file {path}", "check the path") from error
    except OSError as error:
        wrong = f"{path} cannot be read: {error.strerror}"
        raise SetupError(wrong, "check the path and permissions") from error


def _check_kind(content: bytes, p12: Path) -> None:
    """Tell a file of another kind from a wrong password, which cryptography does not."""
    from asn1crypto.pkcs12 import Pfx

    try:
        version = Pfx.load(content, strict=True)["version"].native
    except (ValueError, TypeError) as error:
        raise UsageError(f"{p12} is no PKCS #12 file", "name a .p12 or .pfx") from error
    if version != "v3":
        raise UsageError(f"{p12} is no PKCS #12 file of version 3", "export it anew")


def _check_dates(certificate: "Certificate", p12: Path) -> None:
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    now = datetime.now(UTC)
    if now > last:
        raise SetupError(f"the certificate in {p12} expired on {last:%Y-%m-%d}", "renew it")
    if now < first:
        wrong = f"the certificate in {p12} is not valid before {first:%Y-%m-%d}"
        raise SetupError(wrong, "use one that is, or set this machine's clock")


def _name_of(certificate: "Certificate") -> str:
    from cryptography.x509.oid import NameOID

    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def _require_pyhanko() -> None:
    try:
        import pyhanko  # noqa: F401
    except ImportError as error:
        raise SetupError("pyHanko, which signs, is missing", INSTALL_EXTRAS) from error
