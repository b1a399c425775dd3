"""Trains the second model: `python -m models.train_crf [--corpus DIR] [--out FOLDER]`.

From annotated documents, from templates that name nobody and, where `--corpus` gives them (see
`corpora.toml`), from texts of law.

A conditional random field (Lafferty, McCallum and Pereira 2001) over the features of
`redactor.detect.crf_features`, by CRFsuite's L-BFGS: no chance in it, the same documents give the
same weights. It needs `python-crfsuite`, which the program does not.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import numpy as np

from models.corpora import passages
from models.scoring import Item, read
from models.synthesis import Synthesis, load_styles
from redactor.detect.crf_features import END, OFFSETS, Features, around, in_a_row, tokens
from redactor.detect.lexicon import Lexicon

HERE = Path(__file__).parent
#: What is annotated for something else, sensitive passages, and what this model is measured on.
NOT_READ = frozenset({"passages", "cartables", "enveloppes"})
LABELS = (
    "person", "address", "birth_date", "secret", "url_token", "licence_plate", "phone", "email",
    "nir", "iban", "ip_address", "account_id",
)  # fmt: skip
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 150, "feature.minfreq": 2}
#: Styles of templates that name nobody: streets, schools and laws with a person's name.
NOBODY = ("negatifs", "choses", "eponymes")
#: A template with a postcode or a telephone may be anyone's.
_ANYONE = ("{cp", "{tel")
#: How many passages of each text of law are read, and how many lines make a text.
PASSAGES, LINES = 350, 8
#: Weights nearer to nothing than this are left out.
LEAST = 0.02


def files(without: Iterable[str] = ()) -> list[Path]:
    """Every annotated document of ours."""
    left = {*NOT_READ, *without}
    found = [*(HERE / "eval").glob("*.txt"), *(HERE / "templates" / "documents").glob("*.txt")]
    return sorted(path for path in found if path.stem not in left)


def features(teller: Features, words: Sequence[str]) -> list[list[str]]:
    """All that is told of each word."""
    keys = [teller.key(word) for word in words]
    padded = [END, END, *keys, END, END]
    told = [["any", *in_a_row(padded[index : index + 5])] for index in range(len(words))]
    for index, own in enumerate(told):
        for offset in OFFSETS:
            at = index + offset
            inside = 0 <= at < len(words)
            own += teller.at(words[at], offset) if inside else [f"{offset}:{END}"]
    for low, high, shared in around(words, keys):
        for own in told[low:high]:
            own += shared
    return told


def labels(item: Item, spans: Sequence[tuple[int, int]]) -> list[str]:
    """B-, I- and O of each word. What may be proposed or not is nothing, but for addresses, of
    which `whose` tells a service's."""
    told = ["O"] * len(spans)
    perhaps = (span for span in item.optional if span[2] == "address")
    for start, end, label in [*item.spans, *perhaps]:
        if label not in LABELS:
            continue
        inside = [i for i, (low, high) in enumerate(spans) if low < end and start < high]
        for count, index in enumerate(inside):
            told[index] = f"{'I' if count else 'B'}-{label}"
    return told


def of_nobody(corpus: Path | None) -> Iterator[Item]:
    """Texts in which nothing is to be proposed."""
    rng = random.Random(5)  # noqa: S311
    synthesis = Synthesis(rng)
    lines = [
        synthesis.fill(template.text).text
        for style in load_styles()
        if style.name in NOBODY
        for template in style.templates
        if not any(mark in template.text for mark in (*_ANYONE, "[["))
    ]
    rng.shuffle(lines)
    if corpus:
        lines += [text for text, names in passages(corpus, rng, PASSAGES) if not names]
    for first in range(0, len(lines), LINES):
        yield Item("\n".join(lines[first : first + LINES]), (), "nobody")


def sequences(items: Iterable[Item]) -> Iterator[tuple[list[list[str]], list[str]]]:
    teller = Features(Lexicon.load())
    for item in items:
        found = tokens(item.text)
        if found:
            words = [item.text[start:end] for start, end in found]
            yield features(teller, words), labels(item, found)


def train(paths: Sequence[Path], corpus: Path | None, out: Path) -> None:
    import pycrfsuite

    out.mkdir(parents=True, exist_ok=True)
    trainer = pycrfsuite.Trainer(params=SETTINGS, verbose=False)
    words = 0
    items = (item for path in paths for item in read(path))
    for told, truth in sequences(chain(items, of_nobody(corpus))):
        trainer.append(told, truth)
        words += len(truth)
    raw = out / "crf.raw"
    trainer.train(str(raw))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(raw))
    _write(tagger.info(), out / "crf.npz")
    raw.unlink()
    digest = hashlib.sha256((out / "crf.npz").read_bytes()).hexdigest()
    told_of = {
        "sets": [path.stem for path in paths], "words": words, "settings": SETTINGS,
        "python-crfsuite": version("python-crfsuite"), "model_sha256": digest,
    }  # fmt: skip
    (out / "training.json").write_text(json.dumps(told_of, indent=1) + "\n", "utf-8")
    print(f"{words} words, {(out / 'crf.npz').stat().st_size} bytes")


def _write(info: object, path: Path) -> None:
    """The weights as arrays: attribute by label, label by label."""
    states: dict[tuple[str, str], float] = info.state_features  # type: ignore[attr-defined]
    transitions: dict[tuple[str, str], float] = info.transitions  # type: ignore[attr-defined]
    names = sorted({label for _, label in states} | {"O"}, key=lambda name: (name != "O", name))
    kept = {key: weight for key, weight in states.items() if abs(weight) >= LEAST}
    attributes = sorted({attribute for attribute, _ in kept})
    rows = {attribute: row for row, attribute in enumerate(attributes)}
    columns = {name: column for column, name in enumerate(names)}
    between = np.zeros((len(names), len(names)), np.float32)
    for (before, after), weight in transitions.items():
        between[columns[before], columns[after]] = weight
    ordered = sorted(kept)
    np.savez_compressed(
        path,
        labels=np.frombuffer("\n".join(names).encode(), np.uint8),
        attributes=np.frombuffer("\n".join(attributes).encode(), np.uint8),
        row=np.array([rows[attribute] for attribute, _ in ordered], np.uint32),
        column=np.array([columns[label] for _, label in ordered], np.uint8),
        weight=np.array([kept[key] for key in ordered], np.float16),
        transitions=between,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "weights" / "crf")
    parser.add_argument("--without", action="append", default=[], metavar="SET",
                        help="leave a set out, to measure on it")  # fmt: skip
    parser.add_argument("--corpus", type=Path, help="the folder of the files of corpora.toml")
    parser.add_argument("files", type=Path, nargs="*", help="more annotated files")
    args = parser.parse_args()
    train([*files(args.without), *args.files], args.corpus, args.out)


if __name__ == "__main__":
    main()
