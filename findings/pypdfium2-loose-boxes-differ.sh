#!/usr/bin/env bash
# PDFium's loose box of a character, said to be of the font's height, grows with the letter: "g" has a lower bottom than
# "a" where a font's descriptor says less than the letter has (LibreOffice writes /Descent 0 of some fonts), so the height
# of a line hangs on its words. Seen with pypdfium2 5.15.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.0
cd "$folder"
venv/bin/python - <<'PYTHON'
import sys

import pypdfium2
import pypdfium2.raw as pdfium

PARTS = """<< /Type /Catalog /Pages 2 0 R >>
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>
<< /Length 33 >> stream\rBT /F 10 Tf 20 50 Td (aceg) Tj ET\rendstream
<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 97 /LastChar 103 /Widths [556 556 500 556 556 278 556] /Encoding /WinAnsiEncoding /FontDescriptor 6 0 R >>
<< /Type /FontDescriptor /FontName /Arial /Flags 32 /FontBBox [-665 -325 2000 1006] /ItalicAngle 0 /Ascent 905 /Descent DESCENT /CapHeight 716 /StemV 88 >>"""


def bottoms(descent):
    data, places = "%PDF-1.4\n", []
    for number, part in enumerate(PARTS.replace("DESCENT", str(descent)).split("\n"), 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".replace("stream\r", "stream\n").replace("\rend", "\nend")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 7\n0000000000 65535 f \n{table}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    page, box = pypdfium2.PdfDocument(data.encode())[0].get_textpage(), pdfium.FS_RECTF()
    found = []
    for index in range(4):
        pdfium.FPDFText_GetLooseCharBox(page.raw, index, box)
        found.append(round(box.bottom, 1))
    return found


told, untold = bottoms(-300), bottoms(0)
print(f"bottoms of the loose boxes of a, c, e, g with /Descent -300: {told}, with /Descent 0: {untold}")
sys.exit(len(set(told)) != 1 or len(set(untold)) == 1)
PYTHON
