"""Derive the name lists from openly licensed packages. Run by hand; the lists are committed.

    python resources/lists/build_lists.py DIC FAKER COMMUNES

DIC: `fr.dic` of Debian's hunspell-fr-comprehensive (Grammalecte, MPL-2.0), whose entries say
what they are (po:prn first name, po:patr surname). FAKER: an unpacked Faker wheel (MIT).
COMMUNES: `communes.json` of npm's @etalab/decoupage-administratif (Licence Ouverte 2.0).
`prenoms-propres.txt` and `noms-propres.txt` are our own additions, written by hand.
"""

import importlib
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
# Locales whose names are written in Latin letters and are common on French papers.
FIRST = (
    "fr_FR fr_BE fr_CA fr_CH fr_DZ pt_PT es_ES it_IT pl_PL ro_RO tr_TR vi_VN yo_NG tw_GH "
    "nl_BE nl_NL hr_HR de_AT en_GB"
).split()
LAST = "fr_FR fr_BE fr_CH fr_QC fr_DZ pt_PT es_ES it_IT tr_TR vi_VN yo_NG tw_GH".split()


def fold(word: str) -> str:
    """Lower case without accents: what the lists hold."""
    bare = word.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))


def faker_names(root: Path, locales: list[str], attributes: tuple[str, ...]) -> set[str]:
    sys.path.insert(0, str(root))
    found: set[str] = set()
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in attributes:
            names = getattr(provider, attribute, ())
            if not isinstance(names, property):
                found |= set(names)
    return {name for name in found if re.fullmatch(r"[^\W\d_][^\W\d_ '’-]*[^\W\d_]", name)}


def write(name: str, source: str, words: set[str]) -> None:
    lines = [f"# {source}", *sorted(words)]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def own(name: str) -> set[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    words = (line.partition("#")[0] for line in text.splitlines())
    return {fold(word) for line in words for word in line.split()}


def main(dic: Path, faker: Path, communes: Path) -> None:
    first, last, common = set(), set(), set()
    for line in dic.read_text(encoding="utf-8").splitlines():
        word = re.split(r"[/\t ]", line, maxsplit=1)[0]
        kinds = set(re.findall(r"po:(\w+)", line))
        if "prn" in kinds:
            first.add(fold(word))
        elif "patr" in kinds:
            last.add(fold(word))
        elif word[:1].islower() and len(word) > 2 and re.fullmatch(r"[^\W\d_]+", word):
            common.add(fold(word))
    attributes = ("first_names", "first_names_male", "first_names_female")
    first |= {fold(n) for n in faker_names(faker, FIRST, attributes)} | own("prenoms-propres.txt")
    last |= {fold(n) for n in faker_names(faker, LAST, ("last_names",))} | own("noms-propres.txt")
    names = {fold(entry["nom"]) for entry in json.loads(communes.read_text(encoding="utf-8"))}
    write(
        "prenoms.txt",
        "Grammalecte (MPL-2.0), Faker (MIT), Redactor",
        {n for n in first if len(n) > 1},
    )
    write(
        "noms.txt", "Grammalecte (MPL-2.0), Faker (MIT), Redactor", {n for n in last if len(n) > 1}
    )
    write("mots.txt", "Grammalecte (MPL-2.0): lemmas, folded", common)
    write("communes.txt", "INSEE, Code officiel géographique (Licence Ouverte 2.0)", names)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
