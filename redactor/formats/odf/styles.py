"""What styles say that decides how a text is read: whether it is hidden."""

from collections.abc import Iterable

from lxml import etree

from redactor.formats.odf.names import attribute, full, name


class Styles:
    """The styles of a package that hide what they dress, by family and name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._parents: dict[tuple[str, str], str] = {}
        self._hides: dict[tuple[str, str], bool] = {}
        for root in roots:
            for style in root.iter(full("style:style")):
                key = attribute(style, "style:family"), attribute(style, "style:name")
                self._parents[key] = attribute(style, "style:parent-style-name")
                said = _hides(style)
                if said is not None:
                    self._hides[key] = said
            for section in root.iter(full("style:section-properties")):
                home = section.getparent()
                if home is not None and attribute(section, "text:display") == "none":
                    self._hides["section", attribute(home, "style:name")] = True

    def hides(self, family: str, style: str) -> bool:
        """Whether text dressed in `style` is not shown."""
        seen: set[str] = set()
        while style and style not in seen:
            if (family, style) in self._hides:
                return self._hides[family, style]
            seen.add(style)
            style = self._parents.get((family, style), "")
        return False


def _hides(style: etree._Element) -> bool | None:
    for properties in style:
        what = name(properties)
        if what == "style:text-properties":
            display = attribute(properties, "text:display")
            if display:
                return display == "none"
        elif what == "style:table-properties":
            shown = attribute(properties, "table:display")
            if shown:
                return shown == "false"
    return None
