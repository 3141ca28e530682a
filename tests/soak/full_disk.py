"""Builds on a disk that is too small: run where the disk may be mounted, in a namespace.

`python -m tests.soak.full_disk REPORT OLD DISK POINTS`: builds REPORT over the set OLD on a disk in
memory at DISK, of POINTS sizes from just too small for a byte more to large enough. Prints a line
for each: the size, the exit status, and what lies there then: `old`, `new` or something else.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.killed_builds import ROOT, contents

PAGE = 4096


def room(folder: Path) -> int:
    """Bytes that the files of a folder take on a disk in memory."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(-(-size // PAGE) * PAGE for size in sizes)


def build_at(size: int, report: Path, old: Path, disk: Path) -> tuple[int, str, str]:
    """Exit status, what lies there then, and what was said."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    subprocess.run(mount, check=True)
    try:
        output = disk / "output"
        shutil.copytree(old, output)
        done = subprocess.run(
            [sys.executable, "-m", "tests.slow_disk", "0", "build", report, "--output", output],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = contents(output)
        names = set(contents(old))
        kept = found == contents(old)
        lies = "old" if kept else "new" if found.keys() == names else f"{sorted(found)}"
        return done.returncode, lies, done.stderr
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def main() -> None:
    """Try all sizes."""
    report, old, disk = map(Path, sys.argv[1:4])
    points = int(sys.argv[4])
    least = room(old) + PAGE
    for point in range(points):
        size = least + point * int(1.3 * least) // points
        status, lies, said = build_at(size, report, old, disk)
        print(size, status, lies, said.strip().replace("\n", " | "), sep="\t")  # noqa: T201


if __name__ == "__main__":
    main()
