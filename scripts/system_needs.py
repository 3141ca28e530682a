"""What scripts/system.sh asks of the system, and under which licence that stands."""

import re
from pathlib import Path

# By Debian's names, as the copyright file of each package says; what parts of it are under besides
# stands there.
SYSTEM_LICENCES = {
    "python3-venv": "PSF-2.0",
    "libpango-1.0-0": "LGPL-2.0-or-later",
    "libpangoft2-1.0-0": "LGPL-2.0-or-later",
    "libharfbuzz-subset0": "MIT-Modern-Variant",
    "fontconfig": "HPND-sell-variant",
    "fonts-noto-cjk": "OFL-1.1",
    "fonts-noto-core": "OFL-1.1",
    "libreoffice-calc": "MPL-2.0",
    "python3-uno": "MPL-2.0",
    "gnumeric": "GPL-2.0-only OR GPL-3.0-only",
    "poppler-utils": "GPL-2.0-only OR GPL-3.0-only",
    "qpdf": "Apache-2.0",
    "chromium": "BSD-3-Clause",
    "xvfb": "MIT",
    "postgresql": "PostgreSQL",
    "libatomic1": "GPL-3.0-or-later WITH GCC-exception-3.1",
}


def needed_packages(stage: str = "runtime|readers") -> set[str]:
    """Debian's names of what system.sh looks for, at a stage or at all of them."""
    table = (Path(__file__).parent / "system.sh").read_text("utf-8")
    rows = re.findall(rf"^(?:{stage})\|[^|]*\|[^|]*\|([^|]*)\|", table, re.MULTILINE)
    return {name.replace("{python}", "python3") for name in rows}
