"""Gathers the name lists that the templates draw from: `python models/names/build.py`.

Own lists (`own/*.txt`) and the person data of Faker (MIT) become one file an origin. Any
surname of the evaluation files given with `--exclude` is left out, so that no person of an
evaluation can have been seen in training. The result is committed: training needs no Faker.
"""

import argparse
import importlib
import re
from pathlib import Path

from models.names.pools import FOLDER, Pool, fold, read_own

#: Origin → the Faker locales that feed it and how many names of each are kept.
FAKER = {
    "french": (("fr_FR", "fr_BE", "fr_CH", "fr_CA"), 1500),
    "maghreb": (("fr_DZ",), 400),
    "portuguese": (("pt_PT", "pt_BR"), 300),
    "spanish": (("es_ES",), 500),
    "italian": (("it_IT",), 500),
    "germanic": (("de_DE", "nl_BE"), 500),
    "english": (("en_GB", "en_KE"), 500),
    "west_africa": (("yo_NG", "ha_NG", "ig_NG", "tw_GH"), 300),
    "asia": (("en_IN", "en_PK", "en_TH", "vi_VN"), 500),
    "east": (("tr_TR", "ro_RO", "hr_HR", "az_AZ"), 400),
}
#: Our own evaluation files, always left out.
EVALUATION = FOLDER.parent / "eval"
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' ’-]+")


def faker_names(locale: str) -> Pool:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    first: set[str] = set()
    last: set[str] = set()
    for name in vars(provider):
        target = first if name.startswith("first_name") else last if "last_names" in name else None
        if target is not None:
            values = getattr(provider, name)
            if not callable(values):
                target.update(v for v in values if isinstance(v, str))
    return Pool(tuple(sorted(first)), tuple(sorted(last)))


def spread(names: list[str], count: int) -> list[str]:
    """At most `count` of `names`, evenly spread over the alphabet: no chance, no seed."""
    if len(names) <= count:
        return names
    return [names[i * len(names) // count] for i in range(count)]


def excluded_words(paths: list[Path]) -> set[str]:
    """The folded words of every name in evaluation files, but for its first names."""
    words: set[str] = set()
    for path in paths:
        for name in re.findall(r"\[\[(.*?)\]\]", path.read_text("utf-8")):
            words.update(fold(w) for w in re.split(r"(?:\\n|[\s_.-])+", name) if len(w) > 2)
    return words


def words_of(name: str) -> set[str]:
    """Its folded words but for particles."""
    return {fold(w) for w in re.split(r"[\s-]+", name)} - {"ben", "ait", "van", "der", "den", "dos"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exclude", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    banned = excluded_words([*args.exclude, *sorted(EVALUATION.glob("*.txt"))])
    origins = sorted({p.stem for p in (FOLDER / "own").glob("*.txt")} | set(FAKER))
    for origin in origins:
        own = FOLDER / "own" / f"{origin}.txt"
        mine = read_own(own) if own.exists() else Pool((), ())
        first, last = set(mine.first), set(mine.last)
        locales, count = FAKER.get(origin, ((), 0))
        for side, kept in (("first", first), ("last", last)):
            found = {n for loc in locales for n in getattr(faker_names(loc), side)}
            usable = sorted(n for n in found if _LATIN.fullmatch(n) and len(n) > 1)
            kept.update(spread(usable, count))
        kept_last = sorted(n for n in last if not banned & words_of(n))
        lines = [
            f"# {origin}: own list" + (f"; Faker (MIT): {', '.join(locales)}" if locales else "")
        ]
        lines += [f"first\t{n}" for n in sorted(first)] + [f"last\t{n}" for n in kept_last]
        (FOLDER / f"{origin}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{origin}: {len(first)} first names, {len(kept_last)} surnames")


if __name__ == "__main__":
    main()
