"""What `pip install` gives, away from the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).resolve().parents[2]
SAMPLE = CHECKOUT / "resources" / "samples" / "1-lettre-sinistre.pdf"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, out], cwd=CHECKOUT, check=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment with the wheel in it; the libraries are those of the tests."""
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    programs = home / ("Scripts" if sys.platform == "win32" else "bin")
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--quiet", "--python", programs / "python"),
            *("install", "--no-deps", "--no-index", wheel),
        ],
        check=True,
    )
    # After what is installed, and without what the checkout adds to the path.
    libraries = Path(paths["purelib"]) / "libraries.pth"
    libraries.write_text(f"import sys; sys.path.append({sysconfig.get_path('purelib')!r})\n")
    return programs


def test_the_wheel_holds_one_package_and_what_it_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"redactor"}
    for needed in (
        "_data/weights/ner/config.cfg",
        "_data/resources/profiles/tiers.toml",
        "_data/resources/lists/prenoms.txt",
        "_data/resources/translations/redactor_en.qm",
        "_data/resources/messages/fr.toml",
        "_data/resources/samples/1-lettre-sinistre.pdf",
        "_data/CARD.md",
        "_data/NOTICE",
    ):
        assert f"redactor/{needed}" in names
    scanned = CHECKOUT / "resources" / "tessdata" / "fra.traineddata"
    assert ("redactor/_data/resources/tessdata/fra.traineddata" in names) == scanned.exists()


def test_the_installed_command_redacts_away_from_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    ask = "import redactor, sys; print(redactor.__file__)"
    environment = {n: v for n, v in os.environ.items() if not n.startswith("PYTHON")}
    run: dict[str, Any] = {"cwd": tmp_path, "env": environment, "check": True}
    run |= {"capture_output": True, "text": True}
    told = subprocess.run([installed / "python", "-P", "-c", ask], **run).stdout
    assert str(CHECKOUT) not in told
    subprocess.run([installed / "redactor", "export", SAMPLE, "--out", "out"], **run)
    assert (tmp_path / "out" / "communicable" / SAMPLE.name).is_file()
    assert subprocess.run([installed / "redactor", "verify", "out"], **run).returncode == 0
