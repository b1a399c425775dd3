"""Every link, image and file that the documentation names is there."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"],
    key=lambda path: path.as_posix(),
)
_FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<title>.+)$", re.M)
#: Paths written as code: ``tests/detect/test_rule_files.py``. Those with a star or a capital word
#: in place of a name stand for several.
_PATH = re.compile(
    r"`(?P<path>(?:redactor|tests|resources|models|docs|tools)/[^`\s*<>…]+?)(?:::\w+)?`"
)
#: Named as examples of what one would write.
_TO_WRITE = {
    "redactor/formats/ics.py",
    "redactor/release/verify/ics.py",
    "resources/profiles/NAME.toml",
}


def prose(page: Path) -> str:
    return _FENCED.sub("", page.read_text("utf-8"))


def anchor(title: str) -> str:
    """A heading's anchor, as the usual viewers make it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_and_image_resolves(page: Path) -> None:
    for link in _LINK.finditer(prose(page)):
        to, _, place = unquote(link["to"]).partition("#")
        if "://" in to:
            continue
        target = (page.parent / to).resolve() if to else page
        assert target.exists(), f"{link[0]} leads nowhere"
        assert target.is_relative_to(ROOT), f"{link[0]} leaves the project"
        if place:
            titles = {
                anchor(each["title"]) for each in _HEADING.finditer(target.read_text("utf-8"))
            }
            assert place in titles, f"{link[0]}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_exists(page: Path) -> None:
    named = {each["path"] for each in _PATH.finditer(prose(page))}
    # Set up or built, never committed.
    built = {"resources/tessdata/fra.traineddata"}
    missing = {path for path in named - _TO_WRITE - built if not (ROOT / path).exists()}
    assert missing == set()


def test_the_examples_of_files_to_write_are_not_there() -> None:
    assert not [path for path in _TO_WRITE if (ROOT / path).exists()]


def test_every_picture_has_words() -> None:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    shown = re.findall(r"!\[(?P<said>[^\]]*)\]\([^)]*?images/(?P<name>[\w-]+\.png)\)", text)
    assert len({name for _, name in shown}) >= 10
    assert all(said for said, _ in shown), "a picture without words is nothing to who cannot see it"


def test_every_page_of_the_guide_can_be_reached_from_its_first() -> None:
    first = ROOT / "docs" / "guide" / "README.md"
    seen, waiting = set(), [first]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        for link in _LINK.finditer(prose(page)):
            target = (page.parent / link["to"].partition("#")[0]).resolve()
            if target.suffix == ".md" and target.parent == first.parent and target not in seen:
                waiting.append(target)
    assert set(first.parent.glob("*.md")) <= seen
