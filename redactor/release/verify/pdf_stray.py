"""Judge the bytes of a copy that no table leads to: nothing kept accounts for what is there."""

from collections import Counter
from collections.abc import Iterable

from redactor.release.verify import binary, pdf_raw, pdf_text
from redactor.release.verify.needles import Reading
from redactor.release.verify.pdf_case import Case
from redactor.release.verify.report import Place

_LONG_ENOUGH = 3


def verify(case: Case, visited: set[tuple[int, int]], explained: set[int]) -> None:
    """`visited` are the objects that the tables lead to, `explained` the hashes of the texts
    that were judged there."""
    if case.needles.empty:
        return
    raw = pdf_raw.RawFile(case.copy)
    try:
        items = pdf_raw.carve(raw.data)
        times = Counter(item.number for item in items)
        numbers = {number for number, _ in visited}
        texts: Iterable[str]
        for item in items:
            if pdf_raw.is_packed(raw.data, item):
                for number, source in pdf_raw.packed_objects(raw.data, item).items():
                    if number not in numbers or times[number]:
                        texts = map(pdf_text.text_of, pdf_text.strings(source))
                        _look(case, texts, explained, f"object {number}", "orphan")
            elif (item.number, item.generation) not in visited or times[item.number] > 1:
                texts = pdf_raw.contents(raw.data, item)
                _look(case, texts, explained, f"object {item.number}", "orphan")
        for offset, data in pdf_raw.strays(raw.data, items):
            texts = (text for _, text in binary.any_text(pdf_raw.clean_trailer(data)))
            _look(case, texts, frozenset(), f"byte {offset}", "outside")
    finally:
        raw.close()


def _look(
    case: Case, texts: Iterable[str], explained: set[int] | frozenset[int], where: str, channel: str
) -> None:
    for text in texts:
        if hash(text) in explained:
            continue
        hits = case.needles.find(Reading(text))
        hits = [hit for hit in hits if len(hit.key.removeprefix("<")) >= _LONG_ENOUGH]
        case.leak(hits, Place(where, None, channel, "bytes"))
