"""What PDF/A-3 and PDF/UA-1 ask of the metadata, and that these agree with the older ones."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pikepdf

KNOWN_SCHEMAS = {
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/pdf/1.3/",
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfa/ns/extension/",
}
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"


def metadata_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every rule that the metadata break."""
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        yield "6.6.2 there are no metadata"
        return
    if "/Filter" in stream or (stream.get("/Type"), stream.get("/Subtype")) != (
        "/Metadata",
        "/XML",
    ):
        yield "6.6.2.1 the metadata are not plain XML"
    content = stream.read_bytes()
    if re.match(rb"<\?xpacket[^>]*(bytes|encoding)=", content):
        yield "6.6.2.1 the packet has attributes of old"
    described = ET.fromstring(content).findall(f"{RDF}RDF/{RDF}Description")  # noqa: S314 - ours
    found = {element.tag: element for part in described for element in part}
    for tag, value in ((f"{PDFA}part", "3"), (f"{PDFA}conformance", "A"), (f"{PDFUA}part", "1")):
        if tag not in found or found[tag].text != value:
            yield f"6.6.4, UA 5 {tag} is not {value}"
    schemas = [element.text for part in described for element in part.iter(f"{SCHEMA}namespaceURI")]
    for uri in {tag[1:].partition("}")[0] for tag in found} - KNOWN_SCHEMAS - set(schemas):
        yield f"6.6.2.3 the schema {uri} is not described"
    yield from _agreement(pdf, {tag: _said(element) for tag, element in found.items()})


def _agreement(pdf: pikepdf.Pdf, said: dict[str, str]) -> Iterator[str]:
    pairs = {
        "/Title": f"{DC}title", "/Author": f"{DC}creator", "/Subject": f"{DC}description",
        "/Keywords": f"{PDF}Keywords", "/Producer": f"{PDF}Producer", "/Creator": f"{XMP}CreatorTool",
    }  # fmt: skip
    for key, tag in pairs.items():
        if str(pdf.docinfo.get(key, "")) != said.get(tag, ""):
            yield f"Info: {key} says another thing than {tag}"
    for key, tag in (("/CreationDate", f"{XMP}CreateDate"), ("/ModDate", f"{XMP}ModifyDate")):
        if str(pdf.docinfo.get(key, "")) != "D:" + said.get(tag, "").replace("-", ""):
            yield f"Info: {key} says another thing than {tag}"


def _said(element: ET.Element) -> str:
    item = element.find(f".//{RDF}li")
    return (element if item is None else item).text or ""
