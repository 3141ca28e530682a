import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.pinned import read_pins

ROOT = Path(__file__).parents[1]
BASH = shutil.which("bash")
READERS = ("soffice", "ssconvert", "pdftoppm", "qpdf", "chromium", "Xvfb", "initdb")
APT_LINE = (
    "sudo apt-get install --no-install-recommends"
    " libreoffice-calc gnumeric poppler-utils qpdf chromium xvfb postgresql"
)

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice is not here"
)


class Machine:
    """A PATH of its own: the few tools that set-up uses, and what a test puts there."""

    def __init__(self, folder):
        self.bin, self.log = folder / "bin", folder / "log"
        self.bin.mkdir()
        for tool in ("awk", "dirname", "env", "paste", "sed"):
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.put("id", "echo 1000")

    def put(self, program, script="exit 0"):
        path = self.bin / program
        path.write_text(f"#!{BASH}\n{script}\n")
        path.chmod(0o755)

    def put_apt(self, installs=()):
        made = " ".join(f"'{self.bin / program}'" for program in installs)
        copy = f"for to in {made}; do /bin/cp '{self.bin / 'id'}' $to; done" if installs else ""
        outcome = copy or "exit 100"
        self.put("apt-get", f"echo \"$*\" >>'{self.log}'\n[[ $1 == install ]] || exit 0\n{outcome}")

    def set_up(self, stage, python=sys.executable):
        return subprocess.run(
            [BASH, ROOT / "scripts" / "setup.sh", stage],
            env={"PATH": str(self.bin), "PYTHON": str(python)},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def apt_calls(self):
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_what_is_there_is_left_alone(machine):
    machine.put_apt()
    for program in READERS:
        machine.put(program)
    done = machine.set_up("readers")
    assert (done.returncode, done.stderr, machine.apt_calls) == (0, "", [])


def test_without_apt_the_message_says_what_to_install(machine):
    done = machine.set_up("readers")
    assert done.returncode == 3
    assert (
        "lacks LibreOffice Calc, Gnumeric, Poppler, qpdf, Chromium, Xvfb, PostgreSQL;"
        in done.stderr
    )
    for line in (
        APT_LINE,
        "sudo dnf install libreoffice-calc gnumeric poppler-utils qpdf chromium xorg-x11-server-Xvfb postgresql-server",
        "brew install libreoffice gnumeric poppler qpdf",
    ):
        assert line in done.stderr


def test_only_what_is_missing_is_named(machine):
    machine.put("qpdf")
    machine.put("soffice")
    machine.put("ssconvert")
    machine.put("Xvfb")
    machine.put("chromium")
    machine.put("pg_createcluster")
    done = machine.set_up("readers")
    assert "lacks Poppler;" in done.stderr
    assert "qpdf" not in done.stderr


def test_apt_is_not_touched_by_one_who_may_not(machine):
    machine.put_apt(installs=READERS)
    machine.put("sudo", "exit 1")
    done = machine.set_up("readers")
    assert (done.returncode, machine.apt_calls) == (3, [])
    assert APT_LINE in done.stderr


@pytest.mark.parametrize("rights", ["root", "sudo"])
def test_apt_installs_where_it_may(machine, rights):
    machine.put_apt(installs=READERS)
    if rights == "root":
        machine.put("id", "echo 0")
    else:
        machine.put("sudo", 'shift\n[[ $1 == true ]] || exec "$@"')
        machine.put("true")
    done = machine.set_up("readers")
    assert done.returncode == 0, done.stderr
    update, install = machine.apt_calls
    assert update.startswith("update")
    assert install.endswith("libreoffice-calc gnumeric poppler-utils qpdf chromium xvfb postgresql")


def test_a_failing_apt_ends_in_the_message(machine):
    machine.put_apt()
    machine.put("id", "echo 0")
    done = machine.set_up("readers")
    assert done.returncode == 3
    assert APT_LINE in done.stderr


def test_a_python_that_is_not_there_is_said(machine):
    done = machine.set_up("runtime", python="python9.9")
    assert done.returncode == 3
    assert "no Python 3.11 or newer here by the name python9.9" in done.stderr


def test_an_unknown_stage_is_refused(machine):
    done = machine.set_up("production")
    assert done.returncode == 2
    assert "knows no stage called 'production'" in done.stderr


@pytest.fixture
def house(tmp_path):
    """A checkout whose set-up only notes what it does, and when."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "scripts").mkdir()
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/dev.txt", "scripts/system.sh"):
        (tmp_path / name).touch()
    noting = 'echo "$0 $1 begins" >>log; sleep 0.1; echo "$0 $1 ends" >>log'
    tool = tmp_path / "tool"
    tool.write_text(f"#!{BASH}\n{noting}\n")
    setup = tmp_path / "scripts" / "setup.sh"
    setup.write_text(
        f"#!{BASH}\n{noting}\nmkdir -p .venv/bin\n"
        "for name in exporter python; do ln -sf ../../tool .venv/bin/$name; done\n"
    )
    for path in (tool, setup):
        path.chmod(0o755)
    return tmp_path


def make(folder, *arguments):
    # The make that runs these tests hands its own flags and job server down.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "-C", folder, "--no-print-directory", *arguments],
        env={name: value for name, value in environment.items() if name != "MFLAGS"},
        capture_output=True,
        text=True,
        check=True,
    )


def test_report_and_test_side_by_side_wait_for_the_runtime(house):
    make(house, "-j4", "report", "test")
    log = (house / "log").read_text().splitlines()
    assert log[:2] == ["scripts/setup.sh runtime begins", "scripts/setup.sh runtime ends"]
    ready = max(log.index(f"scripts/setup.sh {stage} ends") for stage in ("dev", "readers"))
    assert log.index(".venv/bin/python -m begins") > ready
    assert log.count("scripts/setup.sh runtime begins") == 1


def test_a_report_needs_only_the_runtime(house):
    make(house, "report")
    assert "setup.sh dev" not in (house / "log").read_text()
    assert "setup.sh readers" not in (house / "log").read_text()


def test_extras_are_installed_once_after_the_runtime(house):
    make(house, "extras")
    log = (house / "log").read_text().splitlines()
    assert [line for line in log if line.endswith("begins")] == [
        "scripts/setup.sh runtime begins",
        "scripts/setup.sh extras begins",
    ]
    assert "Nothing to be done" in make(house, "extras").stdout


def test_no_text_asks_an_index_for_a_package_of_our_name():
    texts = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "exporter").rglob("*.py")]
    asking = re.compile(r"""pip install[^\n`]*\s['"]?exporter\b""")
    assert [path.name for path in texts if asking.search(path.read_text())] == []
    assert asking.search("pip install 'exporter[sql]'")


def test_set_up_is_done_once(house):
    make(house, "setup")
    assert "Nothing to be done" in make(house, "setup").stdout


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements/dev.txt", "scripts/setup.sh"])
def test_set_up_is_done_again_after_a_change(house, name):
    make(house, "setup")
    stamp = (house / ".venv" / ".runtime").stat().st_mtime
    os.utime(house / name, (stamp + 10, stamp + 10))
    again = make(house, "-n", "setup").stdout
    assert [f"scripts/setup.sh {stage}" in again for stage in ("runtime", "dev", "readers")] == [
        True,
        True,
        True,
    ]


def test_help_shows_every_target():
    phony = next(
        line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith(".PHONY")
    )
    shown = [line.split()[1] for line in make(ROOT, "help").stdout.splitlines()]
    assert shown == phony.split()[1:]


def test_help_shows_whole_lines():
    written = re.findall(r"^[a-z-]+:.*## (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    shown = [line.split(None, 2)[2] for line in make(ROOT, "help").stdout.splitlines()]
    assert shown == written


def test_every_target_can_be_rehearsed(house):
    for target in (
        "help",
        "report",
        "extras",
        "test",
        "soak",
        "check",
        "golden",
        "look",
        "setup",
        "licences",
        "sbom",
        "distclean",
    ):
        assert make(house, "-n", target).stderr == ""
    assert not (house / ".venv").exists()


def test_clean_keeps_who_was_sent_what(house):
    report = house / "output" / "mini"
    report.mkdir(parents=True)
    for name in ("deliveries.jsonl", "mini.en.eml"):
        (report / name).write_text("{}\n")
    (house / "output" / "other").mkdir()
    (house / "output" / ".gitkeep").touch()
    make(house, "clean")
    left = {path.relative_to(house / "output").as_posix() for path in (house / "output").rglob("*")}
    assert left == {".gitkeep", "mini", "mini/deliveries.jsonl"}


STAGES = ("setup", "runtime", "extras", "dev", "bench")


def required():
    """What pyproject.toml asks for, with the stages of set-up that must pin it."""
    file = tomllib.loads((ROOT / "pyproject.toml").read_text())
    project, groups = file["project"], file["dependency-groups"]
    extras = [text for extra in project["optional-dependencies"].values() for text in extra]
    return [
        *((stage, text) for stage in ("setup", "dev", "bench") for text in groups[stage]),
        *(("setup", text) for text in file["build-system"]["requires"]),
        *((stage, text) for stage in ("runtime", "extras") for text in project["dependencies"]),
        # Tests sign, and read databases.
        *((stage, text) for stage in ("extras", "dev") for text in extras),
    ]


@pytest.mark.parametrize(("stage", "text"), required())
def test_every_requirement_is_pinned_within_its_bounds(stage, text):
    requirement = Requirement(text)
    pin = read_pins(stage)[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pin.version)


@pytest.mark.parametrize("stage", STAGES)
def test_every_pin_is_exact_and_has_hashes(stage):
    pins = read_pins(stage).values()
    assert [
        pin.name for pin in pins if [s.operator for s in pin.requirement.specifier] != ["=="]
    ] == []
    assert [pin.name for pin in pins if not pin.hashes] == []


def test_what_two_stages_pin_is_the_same_in_both():
    versions = {(pin.name, pin.version) for stage in STAGES for pin in read_pins(stage).values()}
    assert len(versions) == len({name for name, _ in versions})


@pytest.fixture
def shop(tmp_path):
    """A checkout whose dev stage is one harmless wheel, which a folder beside it serves."""
    for name in ("scripts", "requirements", "wheels", ".venv/bin"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("setup.sh", "system.sh"):
        shutil.copy(ROOT / "scripts" / name, tmp_path / "scripts")
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    with zipfile.ZipFile(wheel_of(tmp_path), "w") as wheel:
        for name, text in HARMLESS.items():
            wheel.writestr(name, text)
    return tmp_path


HARMLESS = {
    "harmless.py": "",
    "harmless-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: harmless\nVersion: 1.0\n",
    "harmless-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "harmless-1.0.dist-info/RECORD": "",
}


def wheel_of(shop):
    return shop / "wheels" / "harmless-1.0-py3-none-any.whl"


def set_up_dev(shop, line):
    (shop / "requirements" / "dev.txt").write_text(f"{line}\n")
    return subprocess.run(
        [BASH, shop / "scripts" / "setup.sh", "dev"],
        env=os.environ
        | {
            "PYTHON": sys.executable,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(shop / "wheels"),
            "PIP_TARGET": str(shop / "installed"),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_package_with_the_hash_of_its_pin_is_installed(shop):
    done = set_up_dev(shop, f"harmless==1.0 --hash=sha256:{digest(wheel_of(shop))}")
    assert done.returncode == 0, done.stderr
    assert (shop / "installed" / "harmless.py").exists()


def test_a_package_that_was_tampered_with_stops_set_up(shop):
    reviewed = digest(wheel_of(shop))
    with zipfile.ZipFile(wheel_of(shop), "a") as wheel:
        wheel.writestr("added.py", "")
    done = set_up_dev(shop, f"harmless==1.0 --hash=sha256:{reviewed}")
    assert done.returncode == 3
    assert reviewed in done.stderr
    assert digest(wheel_of(shop)) in done.stderr
    assert "Where it says that hashes do not match, it installed nothing" in done.stderr
    assert "Set-up stopped at requirements/dev.txt" in done.stderr
    assert not (shop / "installed").exists()


@pytest.mark.parametrize("line", ["harmless==1.0", "harmless"])
def test_a_package_without_a_hash_stops_set_up(shop, line):
    done = set_up_dev(shop, line)
    assert done.returncode == 3
    assert "Set-up stopped at requirements/dev.txt" in done.stderr
    assert not (shop / "installed").exists()


def test_a_package_that_would_have_to_be_built_stops_set_up(shop):
    source = shop / "wheels" / "harmless-1.0.tar.gz"
    wheel_of(shop).rename(source)
    done = set_up_dev(shop, f"harmless==1.0 --hash=sha256:{digest(source)}")
    assert done.returncode == 3
    assert not (shop / "installed").exists()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("exporter-*.whl")
    return path


def test_a_wheel_holds_the_templates(wheel):
    ours = {
        f"exporter/templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in (ROOT / "templates").rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert ours
    assert ours <= names
    assert "exporter/errors.py" in names


def test_a_wheel_builds_a_report_outside_of_the_repository(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    script = "import exporter, sys; print(exporter.__file__); from exporter.cli import main; main()"
    for arguments in (["new", "mini"], ["build", "mini", "--lang", "zh", "--output", "built"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": "installed"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert Path(done.stdout.splitlines()[0]).is_relative_to(tmp_path)
    written = {path.name for path in (tmp_path / "built").iterdir()}
    assert written == {"figures.zh.xlsx", "views.zh.pdf", "evidence.zh.html", "manifest.json"}


def look(folder):
    return subprocess.run(
        [ROOT / "scripts" / "look.sh", folder], capture_output=True, text=True, check=False
    )


def save_pdf(path, pages):
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(path)


@needs_office
def test_look_draws_workbooks_and_pages(tmp_path):
    folder = tmp_path / "my report"
    folder.mkdir()
    book = openpyxl.Workbook()
    book.active["A1"] = "指标"
    book.save(folder / "business-lines.en.xlsx")
    save_pdf(folder / "broker-views.zh.pdf", pages=11)
    done = look(tmp_path)
    assert done.returncode == 0, done.stderr
    drawn = sorted(path.name for path in (tmp_path / "look" / "my report").iterdir())
    views = [f"broker-views.zh-{page:02}.png" for page in range(1, 12)]
    assert drawn == [*views, "business-lines.en-01.png"]


@needs_office
def test_look_replaces_the_last_look(tmp_path):
    save_pdf(tmp_path / "a.pdf", pages=2)
    look(tmp_path)
    save_pdf(tmp_path / "a.pdf", pages=1)
    look(tmp_path)
    assert [path.name for path in (tmp_path / "look").iterdir()] == ["a-01.png"]


def test_look_at_nothing_says_so(tmp_path):
    done = look(tmp_path)
    assert done.returncode == 1
    assert "holds no workbook and no PDF" in done.stderr
