"""Values that templates draw: dates, numbers, and what machines write."""

import random
import string
from collections.abc import Callable

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()
_ABROAD = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_CODE_WORDS = (
    "agent dossier usager demande service user account config batch filter handler export import"
    " mail sender queue cache token session audit purge job liste calcul taux plafond paie conge"
    " bulletin courrier gestion controle valid notif archive index table query select request"
    " response error client server proxy pool thread main test util helper factory manager"
    " repository mapper model view form field value date heure montant budget ligne poste grade"
    " indice note score login auth role droit acces profil menu page panel grid chart report"
).split()
_WORDS = (
    "soleil printemps automne bateau citron tigre marmotte azur orage velours pivoine granit"
    " cactus lagune comete safran menhir cerise boussole pastel zephyr hiver"
).split()


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(string.digits) for _ in range(count))


def _among(rng: random.Random, letters: str, low: int, high: int) -> str:
    return "".join(rng.choice(letters) for _ in range(rng.randint(low, high)))


def _date(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1948, 2026)
    draw = rng.random()
    if draw < 0.5:
        return f"{'1er' if day == 1 else day} {_MONTHS[month - 1]} {year}"
    return f"{day:02}/{month:02}/{year}" if draw < 0.9 else f"{day:02}.{month:02}.{year}"


def _phone(rng: random.Random) -> str:
    pairs = ["0" + rng.choice("1234567"), *(_digits(rng, 2) for _ in range(4))]
    return rng.choice((" ", " ", ".", "-", "")).join(pairs)


def _clock(rng: random.Random) -> str:
    return f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"


def _stamp(rng: random.Random) -> str:
    """A date and time as machines write them."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2009, 2026)
    draw = rng.random()
    if draw < 0.5:
        return f"{year}-{month:02}-{day:02} {_clock(rng)}" + rng.choice(("", f",{_digits(rng, 3)}"))
    if draw < 0.7:
        return f"{year}-{month:02}-{day:02}T{_clock(rng)}" + rng.choice(("Z", "+02:00", ""))
    if draw < 0.85:
        return f"{day:02}/{_ABROAD[month - 1]}/{year}:{_clock(rng)} +0200"
    return f"{_ABROAD[month - 1]} {day} {_clock(rng)}"


def _iban(rng: random.Random) -> str:
    groups = ["FR" + _digits(rng, 2), *(_digits(rng, 4) for _ in range(5)), _digits(rng, 3)]
    return rng.choice((" ", "")).join(groups)


def _nir(rng: random.Random) -> str:
    parts = (rng.choice("12"), *(_digits(rng, n) for n in (2, 2, 2, 3, 3, 2)))
    return rng.choice((" ", "")).join(parts)


def _plate(rng: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
    parts = _among(rng, letters, 2, 2), _digits(rng, 3), _among(rng, letters, 2, 2)
    return rng.choice(("-", "-", " ")).join(parts)


def _ip(rng: random.Random) -> str:
    return ".".join(str(rng.randint(1, 254)) for _ in range(4))


def _token(rng: random.Random) -> str:
    """A random string, as tokens, keys and hashes are."""
    letters = rng.choice((string.ascii_letters + string.digits, "0123456789abcdef"))
    prefix = rng.choice(("", "", "", "ghp_", "sk-", "pk_", "Bearer "))
    return prefix + _among(rng, letters, 8, 40)


def _password(rng: random.Random) -> str:
    word = rng.choice(_WORDS)
    word = word.capitalize() if rng.random() < 0.6 else word
    if rng.random() < 0.4:
        word = word.replace("o", "0").replace("e", "3", 1)
    return word + rng.choice(("", "!", "_", "#", "-", "&")) + _among(rng, string.digits, 1, 4)


def _identifier(rng: random.Random) -> str:
    """A name in source code."""
    words = rng.sample(_CODE_WORDS, rng.randint(1, 3))
    draw = rng.random()
    if draw < 0.45:
        return "".join(w.capitalize() for w in words)
    if draw < 0.7:
        return words[0] + "".join(w.capitalize() for w in words[1:])
    return ("_" if draw < 0.9 else ".").join(words)


def _constant(rng: random.Random) -> str:
    return "_".join(rng.sample(_CODE_WORDS, rng.randint(1, 3))).upper()


#: What a slot of this name draws.
DRAWS: dict[str, Callable[[random.Random], str]] = {
    "date": _date,
    "jour": lambda r: f"{r.randint(2, 28)} {r.choice(_MONTHS)}",
    "année": lambda r: str(r.randint(1990, 2026)),
    "heure": lambda r: r.choice(
        (
            f"{r.randint(7, 19)}h{r.choice(('', '15', '30', '45'))}",
            f"{r.randint(7, 19):02}:{r.randint(0, 59):02}",
        )
    ),
    "n": lambda r: str(r.randint(1, 60)),
    "numéro": lambda r: _digits(r, r.randint(4, 9)),
    "référence": lambda r: f"{r.randint(2015, 2026)}-{_digits(r, r.randint(2, 5))}",
    "tel": _phone,
    "cp": lambda r: f"{r.randint(1, 95):02}{_digits(r, 1)}00",
    "montant": lambda r: f"{r.randint(1, 99)} {_digits(r, 3)},{_digits(r, 2)} €",
    "note": lambda r: f"{r.randint(5, 19)},{r.choice('05')}",
    "plaque": _plate,
    "parcelle": lambda r: f"{r.choice('ABCDEZ')}{r.choice('BCDEX')} n° {r.randint(1, 400)}",
    "bic": lambda r: _among(r, "ABCDEFGIKLMNOPRSTU", 4, 4) + "FR" + r.choice(("PP", "2A", "PPLIL")),
    "lettre": lambda r: r.choice("ABCDEFG"),
    "horodatage": _stamp,
    "iban": _iban,
    "nir": _nir,
    "ip": _ip,
    "jeton": _token,
    "motdepasse": _password,
    "code": _identifier,
    "CODE": _constant,
    "commit": lambda r: _among(r, "0123456789abcdef", 7, 10),
    "taille": lambda r: f"{r.randint(1, 900)} {r.choice(('Ko', 'Mo', 'octets'))}",
}
