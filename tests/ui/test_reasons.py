"""Each reason that detection gives has its English in the window, and keeps what it quotes."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.scoring import read
from redactor import detect, formats
from redactor.detect.lists import DossierLists
from redactor.detect.pipeline import Detector
from redactor.paths import resource
from redactor.text.flow import Channel, Flow
from redactor.ui import reasons
from redactor.ui.reasons import in_english, reason, role_reason

ROOT = Path(__file__).parents[2]
#: Where the reason stands among what makes a mention, a form of a name, or a suggested area.
MAKERS = {"Found": 4, "shaped": 3, "_address": 2, "Form": 2, "Seen": 2}
#: Reasons of names that are no person's, which no window shows.
UNSEEN = {"vetoes.toml"}
FRENCH = re.compile(r"[«»éèàçê]|d’|l’|\b(?:de|du|un|une|et|dans|nom|sous|après)\b")


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reasons, "language", lambda: "en")


def table() -> dict[str, dict[str, str]]:
    return tomllib.loads((resource("translations") / "reasons_en.toml").read_text("utf-8"))


def in_code() -> Iterator[str]:
    """The reasons that the code writes, « x » for each fact."""
    folders = [Path(str(package.__file__)).parent for package in (detect, formats)]
    sources = (path.read_text("utf-8") for each in folders for path in each.rglob("*.py"))
    for source in (each for each in sources if re.search(rf"why|\b(?:{'|'.join(MAKERS)})\(", each)):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = MAKERS.get(node.func.id, 99)
                # `*match.span()` gives two of the values.
                place -= sum(isinstance(arg, ast.Starred) for arg in node.args)
                named = [each.value for each in node.keywords if each.arg == "why"]
                for value in [*node.args[place : place + 1], *named]:
                    yield from written(value)
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "why":
                yield from written(node.value)


def written(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*written(value.body), *written(value.orelse))
    elif isinstance(value, ast.BinOp):
        for end in written(value.right):
            yield from (start + end for start in written(value.left))
    elif isinstance(value, ast.JoinedStr) and isinstance(value.values[0], ast.Constant):
        parts = (part.value if isinstance(part, ast.Constant) else "x" for part in value.values)
        yield "".join(map(str, parts))


def in_rules() -> Iterator[str]:
    folder = resource("rules")
    for path in folder.rglob("*.toml"):
        if path.name in UNSEEN:
            continue
        rules = tomllib.loads(path.read_text("utf-8"))
        if path.parent != folder:
            yield f"{rules['title']} : « x* » ({rules['ground']})"
        for entries in rules.values():
            for entry in entries if isinstance(entries, list) else []:
                if isinstance(entry, dict) and "why" in entry:
                    yield entry["why"].format(cue="x")


def test_each_reason_of_the_code_has_its_english() -> None:
    told = {why for why in in_code() if " " in why or not why.isascii()}
    assert len(told) > 90
    assert {why for why in told if in_english(why) is None} == set()


def test_each_reason_of_a_rule_has_its_english() -> None:
    told = set(in_rules())
    assert len(told) > 30
    assert {why for why in told if in_english(why) is None} == set()


def test_each_reason_of_a_sample_has_its_english_with_what_it_quotes() -> None:
    files = [ROOT / f"models/eval/{name}.txt" for name in ("livraisons", "obtenus", "liasses")]
    texts = [item.text[:350] for path in files for item in read(path)[:12]]
    texts += [item.text for item in read(ROOT / "models/eval/guichets.txt")[:24]]
    flows = [Flow(id=str(n), text=text, channel=Channel.BODY) for n, text in enumerate(texts)]
    told = {mention.why for mention in Detector().mentions(flows, DossierLists())}
    assert len(told) > 30
    for why in told:
        said = in_english(why)
        assert said is not None, why
        for quoted in re.findall("« ([^»]*) »", why):
            assert f"“{quoted}”" in said


def test_english_leaves_no_french_and_no_fact_behind() -> None:
    for name in ("forms", "tails"):
        assert table()[name]
        for french, english in table()[name].items():
            assert french.count("{}") == english.count("{}"), french
            assert not FRENCH.search(re.sub("“.*?”", "", english)), english


@pytest.mark.usefixtures("english")
def test_what_is_quoted_stays_as_the_document_has_it() -> None:
    assert "âge" in table()["forms"]  # a form itself, here the title of a column
    assert reason("colonne « âge »") == "column “âge”"
    assert reason("santé : « arrêt maladie » (L.311-6 1°)") == (
        "health: “arrêt maladie” (L.311-6 1°)"
    )
    assert reason("précédé de « {0} »") == "preceded by “{0}”"


@pytest.mark.usefixtures("english")
def test_a_tail_follows_any_form() -> None:
    cut = "précédé de « Mme » ; coupé d’une page ou d’une colonne à l’autre"
    assert reason(cut) == "preceded by “Mme”; split between two pages or columns"
    assert reason("tampon rond, près de « le maire »") == "round stamp, near “le maire”"


@pytest.mark.usefixtures("english")
def test_an_unknown_reason_stays_french() -> None:
    assert reason("vu dans un rêve") == "vu dans un rêve"
    assert reason("") == ""


@pytest.mark.usefixtures("english")
def test_what_gave_a_role_is_said_in_english_but_for_the_words_of_the_document() -> None:
    assert role_reason("maire") == "maire"
    assert role_reason("sous le nom de Solenn RIOU, ailleurs dans le document") == (
        "under the name of Solenn RIOU, elsewhere in the document"
    )
    assert role_reason("maire ; rôles différents : élu, personne privée") == (
        "maire; different roles: elected member, private person"
    )


def test_the_french_window_says_reasons_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reasons, "language", lambda: "fr")
    for why in table()["forms"]:
        assert reason(why) == why
    assert role_reason("rôles différents : agent, élu") == "rôles différents : agent, élu"
