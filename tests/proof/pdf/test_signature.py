"""Signing a PDF and checking it: with certificates made here, and files changed after signing."""

import subprocess
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.errors import ContentError, SetupError, UsageError
from exporter.proof.pdf.signature import SignatureFinding, check_signatures
from exporter.writers.pdf.signature import FIELD, load_signer, sign_pdf
from tests.examples import examples
from tests.writers.archive_rules import archive_faults
from tests.writers.samples_onepager import make_page
from tests.writers.written import write_onepager

PASSWORD = b"open sesame"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


@dataclass(frozen=True)
class Identity:
    key: Key
    certificate: x509.Certificate

    def save(self, path: Path, password: bytes = PASSWORD) -> Path:
        encryption = BestAvailableEncryption(password)
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(
                b"x", self.key, self.certificate, None, encryption
            )
        )
        return path

    def save_root(self, path: Path) -> Path:
        path.write_bytes(self.certificate.public_bytes(Encoding.PEM))
        return path


@cache
def _rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def make_identity(
    name: str = "Sample Desk 样本",
    *,
    key: Key | None = None,
    issuer: Identity | None = None,
    first: int = -1,
    last: int = 30,
) -> Identity:
    """A certificate valid from `first` to `last` days from now; its own issuer unless one is given."""
    own = key or _rsa_key()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    use = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=issuer is None,
        crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=first))
        .not_valid_after(now + timedelta(days=last))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(use, critical=True)
    )
    signing = issuer.key if issuer else own
    digest = None if isinstance(signing, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return Identity(own, builder.sign(signing, digest))


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("unsigned") / "broker-views.en.pdf"
    write_onepager(make_page(), path)
    return path


@pytest.fixture(scope="module")
def signed(unsigned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed")
    path = folder / "broker-views.en.pdf"
    sign_pdf(unsigned, path, make_identity().save(folder / "desk.p12"), PASSWORD)
    return path


def test_a_signed_file_is_found_whole(signed: Path) -> None:
    (finding,) = check_signatures(signed)
    assert (finding.file, finding.field) == (str(signed), FIELD)
    assert finding.signer == "Sample Desk 样本"
    assert finding.intact
    assert finding.whole
    assert finding.trust == "self-signed"
    assert finding.problem is None
    assert finding.signed is not None
    assert abs(finding.signed - datetime.now(UTC)) < timedelta(minutes=10)


def test_an_unsigned_file_has_no_findings(unsigned: Path) -> None:
    assert check_signatures(unsigned) == []


def test_another_reader_agrees(signed: Path) -> None:
    done = subprocess.run(["pdfsig", "-nocert", str(signed)], capture_output=True, check=True)
    told = done.stdout.decode()
    assert "Signature is Valid." in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told


def test_signing_keeps_the_archive_and_the_page(
    signed: Path, unsigned: Path, tmp_path: Path
) -> None:
    assert archive_faults(signed) == []
    pictures = []
    for path in (signed, unsigned):
        target = tmp_path / path.parent.name
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(path), str(target)], check=True)
        (picture,) = tmp_path.glob(f"{target.name}-*.png")  # one page each
        pictures.append(picture.read_bytes())
    assert pictures[0] == pictures[1]
    subprocess.run(["qpdf", "--check", str(signed)], check=True, capture_output=True)
    assert signed.read_bytes().startswith(unsigned.read_bytes())


def test_the_signature_says_who_and_why(signed: Path) -> None:
    with pikepdf.open(signed) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert str(field.V.Name) == "Sample Desk 样本"
        assert str(field.V.Reason) == "Issued by the signer"
        assert field.V.SubFilter == "/ETSI.CAdES.detached"


def test_a_root_makes_trust(unsigned: Path, tmp_path: Path) -> None:
    root = make_identity("Sample Authority")
    desk = make_identity("Desk", key=ec.generate_private_key(ec.SECP256R1()), issuer=root)
    sign_pdf(unsigned, tmp_path / "signed.pdf", desk.save(tmp_path / "desk.p12"), PASSWORD)
    other = make_identity("Other", key=ec.generate_private_key(ec.SECP256R1()))
    roots = [one.save_root(tmp_path / f"{n}.pem") for n, one in enumerate((root, other))]
    trusts = [
        check_signatures(tmp_path / "signed.pdf", chosen)[0].trust
        for chosen in (roots, roots[1:], [])
    ]
    assert trusts == ["trusted", "unknown issuer", "unknown issuer"]


@pytest.mark.parametrize(
    "key", [ec.generate_private_key(ec.SECP384R1()), ed25519.Ed25519PrivateKey.generate()]
)
def test_other_kinds_of_keys(key: Key, unsigned: Path, tmp_path: Path) -> None:
    p12 = make_identity(key=key).save(tmp_path / "desk.p12")
    sign_pdf(unsigned, tmp_path / "signed.pdf", p12, PASSWORD)
    (finding,) = check_signatures(tmp_path / "signed.pdf")
    assert finding.problem is None


def test_signing_in_place(unsigned: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(unsigned.read_bytes())
    sign_pdf(path, path, make_identity().save(tmp_path / "desk.p12"), PASSWORD)
    assert len(check_signatures(path)) == 1
    with pytest.raises(UsageError, match="signed already; build it anew"):
        sign_pdf(path, path, tmp_path / "desk.p12", PASSWORD)


def test_a_changed_character_is_found(signed: Path, tmp_path: Path) -> None:
    content = signed.read_bytes()
    assert content.count(b"(Sample Desk)") + content.count(b">Sample Desk<") == 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(content.replace(b">Sample Desk<", b">Simple Desk<"))
    (finding,) = check_signatures(changed)
    assert not finding.intact
    assert finding.problem is not None
    assert str(finding.problem) == (
        f"{changed}: {FIELD}: the file was changed after it was signed; get the file anew from its signer"
    )


def test_an_added_revision_is_found(signed: Path, tmp_path: Path) -> None:
    from pyhanko.pdf_utils.generic import pdf_name, pdf_string
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    changed = tmp_path / "changed.pdf"
    changed.write_bytes(signed.read_bytes())
    with changed.open("rb+") as file:
        writer = IncrementalPdfFileWriter(file)
        writer.root[pdf_name("/Lang")] = pdf_string("fr")
        writer.update_root()
        writer.write_in_place()
    (finding,) = check_signatures(changed)
    assert finding.intact
    assert not finding.whole
    assert "something was added" in str(finding.problem)


def test_a_signature_from_another_file_is_found(signed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    write_onepager(make_page("zh"), other)
    sign_pdf(other, other, make_identity().save(tmp_path / "desk.p12"), PASSWORD)
    here, there = signed.read_bytes(), other.read_bytes()
    start = here.index(b"/Contents <3082")
    end = here.index(b">", start)
    theirs = there[there.index(b"/Contents <3082") :].partition(b">")[0]
    theirs = theirs[: end - start].ljust(end - start, b"0")  # room kept for a signature varies
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(here[:start] + theirs + here[end:])
    (finding,) = check_signatures(changed)
    assert not finding.intact


@settings(max_examples=examples(60), deadline=None)
@given(data=st.data())
def test_any_changed_byte_is_found(signed: Path, data: st.DataObject) -> None:
    """A changed byte anywhere but in the signature's own bytes, which only wrap it."""
    content = bytearray(signed.read_bytes())
    start = content.index(b"/Contents <3082") + len(b"/Contents ")
    own = range(start, content.index(b">", start) + 1)
    places = st.integers(0, len(content) - 1).filter(lambda place: place not in own)
    content[data.draw(places)] ^= data.draw(st.integers(1, 255))
    changed = signed.with_name("changed.pdf")
    changed.write_bytes(content)
    assert _holding(changed) == []


def _holding(path: Path) -> list[SignatureFinding]:
    """The signatures of a file that hold; none where they cannot even be read."""
    with suppress(ContentError):
        return [finding for finding in check_signatures(path) if finding.problem is None]
    return []


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n%%EOF\n"])
def test_a_damaged_file(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "damaged.pdf").write_bytes(content)
    with pytest.raises(ContentError, match=r"damaged.pdf.*cannot be read.*get the file anew"):
        check_signatures(tmp_path / "damaged.pdf")


def test_a_missing_file_and_a_root_that_is_none(signed: Path, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"gone.pdf cannot be read"):
        check_signatures(tmp_path / "gone.pdf")
    (tmp_path / "root.pem").write_bytes(b"no certificate")
    with pytest.raises(
        UsageError, match=r"root\.pem is no certificate; name a certificate, as PEM"
    ):
        check_signatures(signed, [tmp_path / "root.pem"])


def test_a_wrong_password(tmp_path: Path) -> None:
    p12 = make_identity().save(tmp_path / "desk.p12")
    with pytest.raises(UsageError, match=r"the password does not open .*desk.p12; give the one"):
        load_signer(p12, b"close sesame")


@pytest.mark.parametrize("content", [b"", b"no p12", b"0\x00", b"%PDF-1.7"])
def test_a_file_that_is_no_p12(content: bytes, unsigned: Path, tmp_path: Path) -> None:
    (tmp_path / "desk.p12").write_bytes(content)
    with pytest.raises(UsageError, match=r"desk.p12 is no PKCS #12 file; name a .p12 or .pfx"):
        sign_pdf(unsigned, tmp_path / "signed.pdf", tmp_path / "desk.p12", PASSWORD)
    assert not (tmp_path / "signed.pdf").exists()


def test_a_p12_without_a_key(tmp_path: Path) -> None:
    identity = make_identity()
    content = pkcs12.serialize_key_and_certificates(
        b"x", None, None, [identity.certificate], BestAvailableEncryption(PASSWORD)
    )
    (tmp_path / "desk.p12").write_bytes(content)
    with pytest.raises(UsageError, match="holds no certificate with its private key"):
        load_signer(tmp_path / "desk.p12", PASSWORD)


def test_a_p12_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no file .*gone.p12"):
        load_signer(tmp_path / "gone.p12", PASSWORD)


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        (-9, -1, r"desk.p12 expired on \d{4}-\d\d-\d\d; renew it"),
        (5, 9, r"desk.p12 is not valid before"),
    ],
)
def test_a_certificate_that_is_not_valid_now(
    first: int, last: int, wrong: str, tmp_path: Path
) -> None:
    p12 = make_identity(first=first, last=last).save(tmp_path / "desk.p12")
    with pytest.raises(SetupError, match=wrong):
        load_signer(p12, PASSWORD)


def test_what_is_signed_must_be_a_pdf(tmp_path: Path) -> None:
    p12 = make_identity().save(tmp_path / "desk.p12")
    (tmp_path / "page.pdf").write_bytes(b"no PDF")
    with pytest.raises(UsageError, match=r"page.pdf cannot be signed"):
        sign_pdf(tmp_path / "page.pdf", tmp_path / "signed.pdf", p12, PASSWORD)
    assert not (tmp_path / "signed.pdf").exists()
