"""French texts for rehearsal, from the folder given to `train.py --corpus`."""

import hashlib
import html
import json
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LISTED = Path(__file__).parent / "corpora.toml"


class ChangedCorpus(Exception):
    """A file of the corpus is not the one that is listed."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A listed file. `names` says who is meant in it: `stock` or `nobody`."""

    file: str
    sha256: str
    names: str
    licence: str
    source: str


def listed(path: Path = LISTED) -> tuple[Corpus, ...]:
    return tuple(Corpus(**row) for row in tomllib.loads(path.read_text("utf-8"))["corpus"])


def passages(folder: Path, rng: random.Random, at_most: int) -> list[tuple[str, bool]]:
    """Passages of the listed files with whether they may name people, at most so many a file.

    A file that is not there is passed over. Raises ChangedCorpus for one that differs.
    """
    found = []
    for corpus in listed():
        path = folder / corpus.file
        if not path.exists():
            continue
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != corpus.sha256:
            raise ChangedCorpus(f"{path} is not the file that is listed ({corpus.source})")
        texts = list(_conllu(content) if path.suffix == ".conllu" else _code(content))
        chosen = texts if len(texts) <= at_most else rng.sample(texts, at_most)
        found += [(text, corpus.names != "nobody") for text in chosen]
    return found


def _conllu(content: bytes) -> Iterator[str]:
    for line in content.decode("utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


def _code(content: bytes) -> Iterator[str]:
    """The paragraphs of a code of law in the JSON of legi-data, and its headings."""
    yield from _walk(json.loads(content))


def _walk(node: dict[str, Any]) -> Iterator[str]:
    data = node.get("data", {})
    if node.get("type") == "article":
        for paragraph in re.split(r"<br\s*/?>|</p>|\n", data.get("texte") or ""):
            text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", paragraph)).split())
            if 20 < len(text) < 900:
                yield text
    elif data.get("title"):
        yield data["title"]
    for child in node.get("children", ()):
        yield from _walk(child)
