"""Name lists by origin, and people invented from them."""

import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent

#: How often each origin is drawn. French names are half, as in the documents; the others are
#: more frequent than in the country, since those are what the stock model misses most.
WEIGHTS = {
    "french": 38,
    "words": 9,
    "coined": 14,
    "maghreb": 9,
    "west_africa": 7,
    "breton": 5,
    "portuguese": 4,
    "asia": 5,
    "overseas": 4,
    "east": 4,
    "italian": 2,
    "spanish": 2,
    "corsican": 2,
    "germanic": 3,
    "english": 2,
}
_PARTICLES = (
    "de ",
    "de ",
    "de ",
    "d'",
    "du ",
    "de La ",
    "de la ",
    "des ",
    "von ",
    "Van der ",
    "Di ",
)
_STEMS = (
    "bra cha del fau gour lam mar pel rou tour vill bar ber bou bris cad cor cour dar fer fon gar"
    " gau gil gran hau jau lan lar lau mal man mer mon mor nau pas per pin plan ram ren ros sal san"
    " sau tar tes val ver vin bel bon cass den dor fau ger her jou len lor maur mou pou reg sar ser"
    " tan thi ton tri vau vig cler chant brom quer pont raph"
).split()
_MIDDLES = (
    "",
    "",
    "",
    "bi",
    "da",
    "de",
    "do",
    "fi",
    "ge",
    "gui",
    "la",
    "le",
    "mi",
    "na",
    "ri",
    "to",
    "vi",
    "zo",
)
_ENDINGS = (
    "ard aud ault eau el et ette ier in ière ot oux on and ac at ais ain il ant ent oy ou ey ic ez"
    " erre aire ouin eul igny court mont ville bert main aut euil iat olle inel etti ini ez oin"
).split()


@dataclass(frozen=True, slots=True)
class Pool:
    """First names and surnames of one origin."""

    first: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist. `first` and `last` may hold several words."""

    first: str
    last: str


def fold(text: str) -> str:
    """Lower case without accents: two spellings of one name are one."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.lower()


def read_own(path: Path) -> Pool:
    """A file of `own/`: `first:` and `last:` lines of words, `_` standing for a space."""
    sides: dict[str, tuple[str, ...]] = {"first": (), "last": ()}
    for line in path.read_text("utf-8").splitlines():
        side, _, names = line.partition(":")
        if side in sides:
            sides[side] += tuple(n.replace("_", " ") for n in names.split())
    return Pool(sides["first"], sides["last"])


def load_pools(folder: Path = FOLDER) -> dict[str, Pool]:
    """The committed lists, by origin."""
    pools = {}
    for path in sorted(folder.glob("*.tsv")):
        rows = [
            line.split("\t") for line in path.read_text("utf-8").splitlines() if line[:1] != "#"
        ]
        pools[path.stem] = Pool(
            tuple(r[1] for r in rows if r[0] == "first"),
            tuple(r[1] for r in rows if r[0] == "last"),
        )
    return pools


class People:
    """Draws people: most of one origin, some with a French first name, double names, particles."""

    def __init__(self, rng: random.Random, pools: dict[str, Pool] | None = None) -> None:
        self._rng = rng
        self._pools = pools or load_pools()
        self._origins = list(WEIGHTS)
        self._weights = list(WEIGHTS.values())

    def person(self) -> Person:
        rng = self._rng
        origin = rng.choices(self._origins, self._weights)[0]
        return Person(self._first(origin), self._last(origin))

    def _first(self, origin: str) -> str:
        rng = self._rng
        pools = self._pools
        local = origin != "coined" and rng.random() > (0.6 if origin == "words" else 0.15)
        names = pools[origin if local else "french"].first
        name = rng.choice(names)
        if (
            origin in ("french", "words", "coined", "breton", "overseas")
            and " " not in name
            and "-" not in name
        ):
            draw = rng.random()
            if draw < 0.10:
                name += "-" + rng.choice(names).split()[0].split("-")[0]
            elif draw < 0.14:
                name += " " + rng.choice(names).split()[0]
        return name

    def _last(self, origin: str) -> str:
        rng = self._rng
        name = self._coined() if origin == "coined" else rng.choice(self._pools[origin].last)
        draw = rng.random()
        if draw < 0.06:
            other = self._coined() if rng.random() < 0.4 else rng.choice(self._pools["french"].last)
            name += ("-" if draw < 0.05 else " ") + other
        elif (
            draw < 0.10 and origin in ("french", "coined") and name[0].isalpha() and " " not in name
        ):
            particle = rng.choice(_PARTICLES)
            if particle == "d'" and fold(name)[0] not in "aeiouh":
                particle = "de "
            name = particle + name
        return name

    def _coined(self) -> str:
        """A surname that no list holds: the model must read its surroundings and its shape."""
        rng = self._rng
        return (rng.choice(_STEMS) + rng.choice(_MIDDLES) + rng.choice(_ENDINGS)).capitalize()
