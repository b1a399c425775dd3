"""Measures detectors on annotated files: `python -m models.evaluate FILE… [--with NAME]…`.

Detectors: `nothing` (always run: a measure on which it does well measures nothing), `stock`
(the unchanged `ner`), `ours` (our weights alone), `pipeline` (everything Redactor proposes).
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from models.scoring import Item, Labelled, Score, Tally, read, wilson

Detector = Callable[[str], Sequence[Labelled]]
DETECTORS = ("nothing", "stock", "ours", "pipeline")


def nothing(_: str) -> Sequence[Labelled]:
    return ()


def of_model(nlp: Any) -> Detector:
    """The people that a spaCy pipeline sees."""

    def detect(text: str) -> Sequence[Labelled]:
        return [(e.start_char, e.end_char, "person") for e in nlp(text).ents if e.label_ == "PER"]

    return detect


def of_pipeline(nlp: Any) -> Detector:
    """Everything that the program sees in a document with this one flow."""
    from redactor.detect.document import detect as detect_document
    from redactor.detect.pipeline import Detector as Pipeline
    from redactor.text.flow import Flow

    pipeline = Pipeline(nlp=nlp)

    def detect(text: str) -> Sequence[Labelled]:
        mentions = detect_document([Flow("f", text)], pipeline)
        return [(m.span.start, m.span.end, m.category.value) for m in mentions]

    return detect


def detector(name: str, weights: Path | None) -> Detector:
    from redactor.detect import model

    match name:
        case "stock":
            return of_model(model.load(model.stock()))
        case "ours":
            return of_model(model.load(weights))
        case "pipeline":
            return of_pipeline(model.load(weights))
        case _:
            return nothing


def measure(detect: Detector, items: Sequence[Item]) -> Score:
    score = Score()
    for item in items:
        score.add(item, detect(item.text))
    return score


def false_people(detect: Detector, text: str) -> str:
    """People proposed in a text without any, paragraph by paragraph."""
    paragraphs = [line for line in text.splitlines() if line.strip()]
    words = sum(len(p.split()) for p in paragraphs)
    found = [p[s:e] for p in paragraphs for s, e, label in detect(p) if label == "person"]
    rate = 10_000 * len(found) / max(1, words)
    return f"{len(found)} in {words} words: {rate:.2f} per 10,000; {sorted(set(found))[:30]}"


def _share(successes: int, trials: int) -> str:
    if not trials:
        return f"{'–':>22}"
    low, high = wilson(successes, trials)
    return f"{successes / trials:.3f} [{low:.2f}–{high:.2f}] {trials:>4}"


def _row(name: str, tally: Tally) -> str:
    coverage = _share(tally.covered, tally.true)
    return f"  {name:<26} {coverage}   {_share(tally.right, tally.proposed)}"


def report(score: Score) -> str:
    """By label, then by category: coverage and precision with interval and count."""
    lines = [f"  {'':<26} {'coverage':<22}   precision"]
    for label in score.labels():
        lines.append(_row(label.upper(), score.total(label)))
        categories = [c for c, name in score.tallies if name == label]
        if len(categories) > 1:
            lines += [_row(f"  {c}", score.tallies[c, label]) for c in categories]
    return "\n".join(lines)


def _errors(score: Score) -> str:
    def shown(kind: str, item: Item, span: Labelled) -> str:
        around = item.text[max(0, span[0] - 40) : span[1] + 30]
        what = item.text[span[0] : span[1]]
        return f"  {kind} {item.category} {span[2]} {what!r} in {around!r}"

    missed = [shown("missed", *m) for m in score.missed]
    return "\n".join(missed + [shown("wrong", *w) for w in score.wrong])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--with", dest="names", action="append", choices=DETECTORS)
    parser.add_argument(
        "--nobody", action="store_true", help="plain texts that name nobody: count false people"
    )
    parser.add_argument("--weights", type=Path, help="a folder of weights, in place of ours")
    parser.add_argument("--errors", action="store_true", help="list what was missed and wrong")
    args = parser.parse_args()
    names = ["nothing", *(n for n in args.names or ("stock", "ours") if n != "nothing")]
    detectors = {name: detector(name, args.weights) for name in names}
    for path in args.files:
        if args.nobody:
            print(path.name)
            for name, detect in detectors.items():
                print(f"  {name:<10} {false_people(detect, path.read_text('utf-8'))}")
            continue
        items = read(path)
        count = sum(len(i.spans) for i in items)
        print(f"{path.name}: {len(items)} items, {count} spans")
        for name, detect in detectors.items():
            score = measure(detect, items)
            print(f" {name}\n{report(score)}")
            if args.errors and name != "nothing":
                print(_errors(score))


if __name__ == "__main__":
    main()
