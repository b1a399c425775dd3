"""Pictures that something covers, and whose pixels are still in the file."""

from collections.abc import Iterator

from redactor.boxes import area, common, covered, shared, union
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.paint import Difference
from redactor.check.pdf.sight import Cover, PageView
from redactor.formats.base import Box
from redactor.text.flow import Channel

#: Points: covers smaller than this, one way or the other, are rules and frames.
_LEAST = 6.0
#: Grey levels between the darkest and the lightest pixel below a cover for it to hide something.
_DETAIL = 60
#: Covers looked at on a page; a drawing may have tens of thousands.
_MOST = 400


def findings(view: PageView) -> Iterator[Finding]:
    """Covered parts of the page's pictures."""
    pictures = [c for c in view.covers if c.kind == "fill-image" and area(c.box) > 400]
    if not pictures:
        return
    first = min(picture.number for picture in pictures)
    lids = [c for c in view.covers if c.number > first and _is_lid(c, view)]
    pairs = [
        (picture, lid)
        for lid in lids[:_MOST]
        for picture in pictures
        if picture.number < lid.number and covered(lid.box, picture.box) > 0.6
    ]
    if not pairs:
        return
    above = frozenset(c.number for c in view.covers if c.number > first)
    texts = frozenset(op.number for op in view.texts)
    region = common(view.box, union([lid.box for _, lid in pairs]))
    if not area(region):
        return
    over = above | texts
    looks = Difference(view.page, region, over, scale=1.0)
    said: set[Box] = set()
    for picture, lid in pairs:
        if lid.box in said or not _hides(looks, lid.box):
            continue
        # The rim of a box that the picture has too, black on black, takes more pixels to be told.
        closer = Difference(view.page, common(lid.box, view.box), over, scale=4.0)
        if not _hides(closer, lid.box):
            continue
        said.add(lid.box)
        black = looks.seen(_inset(lid.box))[1] < 90
        scan = shared(picture.box, view.box) > 0.5 * area(view.box)
        yield Finding(
            Kind.COVERED_IMAGE,
            Severity.LEAK if black else Severity.WARNING,
            0.9 if black else (0.6 if scan else 0.5),
            "finding.covered-image",
            view.number,
            lid.box,
            Channel.BODY,
        )


def _hides(looks: Difference, lid: Box) -> bool:
    """Whether nothing is seen on a lid, and something below it."""
    inner = _inset(lid)
    seen, below = looks.seen(inner), looks.background(inner)
    return seen[1] - seen[0] <= 24 and below[1] - below[0] >= _DETAIL


def _is_lid(cover: Cover, view: PageView) -> bool:
    """Whether it may be a cover: neither rule nor background, and black, grey or white."""
    x0, y0, x1, y1 = cover.box
    if x1 - x0 < _LEAST or y1 - y0 < _LEAST or area(cover.box) > 0.5 * area(view.box):
        return False
    if cover.is_image:
        return True
    paint = view.paints.get(cover.number)
    return paint is None or paint.fill is None or max(paint.fill) - min(paint.fill) < 0.15


def _inset(box: Box) -> Box:
    """Without the edge, where the cover's border and the picture's meet."""
    x, y = min(2.0, (box[2] - box[0]) / 4), min(2.0, (box[3] - box[1]) / 4)
    return box[0] + x, box[1] + y, box[2] - x, box[3] - y
