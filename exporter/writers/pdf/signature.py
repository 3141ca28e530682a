"""Signing a PDF: PAdES B-B, invisible, as one revision added to the file (extra `sign`).

Source: ETSI EN 319 142-1, 6.3 (baseline level B-B); ISO 19005-3, 6.4.3 (signatures in PDF/A).
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter.errors import SetupError, UsageError
from exporter.files import replacing

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

FIELD = "Signature"
REASON = "Issued by the signer"


def sign_pdf(
    path_in: Path, path_out: Path, p12: Path, password: bytes, reason: str = REASON
) -> None:
    """Sign a PDF with the certificate in a PKCS #12 file; the page looks as it did.

    The signed file carries the time of its signing, so its bytes differ from run to run.

    Args:
        path_in: An unsigned PDF.
        path_out: The signed one, replaced when complete; may be `path_in`.
        p12: Certificate and private key (`.p12`, `.pfx`).
        password: That of `p12`.
        reason: What the signature's dictionary gives as its reason.

    Raises:
        UsageError: `p12` is none or has another password, or the PDF is signed already.
        SetupError: The certificate is not valid now, or pyHanko is missing.
    """
    _require_pyhanko()
    signer, name = load_signer(p12, password)
    content = _sign(path_in, signer, name, reason)
    with replacing(path_out) as temporary:
        temporary.write_bytes(content)


def load_signer(p12: Path, password: bytes) -> tuple[Any, str]:
    """The signer (pyHanko's) that a PKCS #12 file makes, and its name.

    Raises:
        UsageError: `p12` is none, has another password, or holds no key with its certificate.
        SetupError: It cannot be read, or the certificate is not valid now.
    """
    _require_pyhanko()
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
    from pyhanko.sign.signers import SimpleSigner

    content = _read(p12)
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
        raise UsageError(
            f"the key in {p12} is of no kind that PDF knows", "use RSA or EC"
        ) from error
    return signer, _name_of(certificate)


def _sign(path: Path, signer: Any, name: str, reason: str) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata
    from pyhanko.sign.signers import sign_pdf as sign

    class Revision(IncrementalPdfFileWriter):
        """A revision that leaves the metadata alone.

        pyHanko names itself in them, in other words in the XMP than in the information dictionary,
        and sets the clock's time for the edition's; the signature has its own time.
        """

        def _update_meta(self) -> None:
            pass

    claims = PdfSignatureMetadata(
        field_name=FIELD,
        name=name,
        reason=reason,
        subfilter=SigSeedSubFilter.PADES,
    )
    # PDF/A wants the field printable, PDF/UA wants it tagged unless it lies outside the page.
    field = SigFieldSpec(
        FIELD,
        readable_field_name=name,
        invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
    )
    try:
        writer = Revision(BytesIO(_read(path)))
        if writer.prev.embedded_signatures:
            raise UsageError(f"{path} is signed already", "build it anew and sign that")
        signed = sign(writer, claims, signer=signer, new_field_spec=field)
    except (PdfError, SigningError) as error:
        raise UsageError(f"{path} cannot be signed ({error})", "name a whole PDF") from error
    content: bytes = signed.getvalue()
    return content


def _read(path: Path) -> bytes:
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
        raise SetupError(
            "pyHanko, which signs, is missing", "run: pip install exporter[sign]"
        ) from error
