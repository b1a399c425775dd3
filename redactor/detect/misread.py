"""What stands in a text for something else, put back; same length, same places.

Letters that OCR read as digits (« DUP0NT », « Ph1lippe ») in the view in which names are read:
numbers, dates and codes keep the text as it stands. Dots that lead to a value, in every view.
"""

from __future__ import annotations

import re
from itertools import product

from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.detect.vetoes import is_speakable

_DIGITS = "0145689|"
_LIKE = {
    True: {"0": "O", "1": "IL", "4": "A", "5": "S", "6": "G", "8": "B", "9": "G", "|": "IL"},
    False: {"0": "o", "1": "li", "4": "a", "5": "s", "6": "bé", "8": "b", "9": "g", "|": "li"},
}
# A word with a capital, some letters and a digit or two; no code, address or link around it.
_WORD = re.compile(
    rf"(?<![\w@.,/%=:#$-])(?=[^\W_]*[{UPPER}])(?=[^\s\d|]*[{_DIGITS}])"
    rf"(?:[^\W\d_]|[{_DIGITS}]){{4,20}}(?![\w@/%=])"
)
_PART = re.compile(
    rf"(?<=[^\W\d_]-)(?=[^\s\d|]*[{_DIGITS}])(?:[^\W\d_]|[{_DIGITS}]){{4,20}}(?![\w@/%=])"
)
# « N0M : », « M me Riou »: a label too short for the rule above, a civility that a gap cuts.
_LABEL = re.compile(r"(?<!\w)N0(?=MS?(?!\w))")
# « M. 0llivier », « M. LE M0AL »: a zero that opens a name, or stands in a short one
_ZERO_FIRST = re.compile(r"(?<![\w.,/-])0(?=(?P<rest>[a-zà-ÿœ]{3,15})(?!\w))")
_ZERO_SHORT = re.compile(
    rf"(?<=[{UPPER}])0(?=[{UPPER}]{{1,3}}(?!\w))|(?<=[{UPPER}]{{2}})0(?=[{UPPER}]?(?!\w))"
)
_CIVIL = re.compile(
    r"(?<!\w)(?:MM?\.|Mmes?|Mlles?|Me|Dr|Monsieur|Madame)[ ](?:(?:LE|LA|DE|DU)[ ])?[\w-]{0,3}$"
)
_FIRST_THEN = re.compile(rf"(?<!\w)(?P<first>[{UPPER}][a-zà-ÿœ-]{{2,}})[ ][{UPPER}]{{1,3}}$")
_CUT_CIVILITY = re.compile(rf"(?<!\w)M (?P<rest>mes?|lles?)(?=[ ]{{1,2}}[{UPPER}])")


# « MARTlN », « LAKHDARl »: a small l among capitals
_SMALL_L = re.compile(
    rf"(?<=[{UPPER}])l(?=[{UPPER}](?:[{UPPER}]|(?!\w)))|(?<=[{UPPER}]{{3}})l(?!\w)"
)
# A number in which OCR read letters: « l2 rue de la Poterne, 350OO Rennes ».
_MISREAD_NUMBER = re.compile(r"(?<![^\W_])[OIl]{0,4}\d[\dOIl]{0,8}(?![^\W_])")
_READ_WELL = str.maketrans("OIl", "011")
# A word in capitals in which OCR read digits or small letters: « LlEU-DIT », « BRI0UZE ».
_MISREAD_WORD = re.compile(rf"(?<=[{UPPER}])[l10](?=[{UPPER}])|(?<=[{UPPER}]{{2}})l(?!\w)")
_AS_LETTERS = str.maketrans("l10", "IIO")
# « Date de naissance ........... 03/06/1947 »: what leads the eye to the value of a field
_LEADERS = re.compile(r"(?<=[^\W\d_)])[ ]?[.…_]{4,}(?=[ ]?[^\W_])")


def led(text: str) -> str:
    """The text with a colon in place of the dots between a field's label and its value."""
    return _LEADERS.sub(lambda match: ":".ljust(len(match.group())), text)


# « avriI », « juiIIet », « Ie 3 mars »: a capital among small letters
_CAPITAL_I = re.compile(r"(?<=[a-zà-ÿœ])I+(?=[a-zà-ÿœ]|(?!\w))|(?<!\w)I(?=e[ ]\w)")


def with_small_l(text: str) -> str:
    """The text with the capital I that OCR read for small l put back."""
    return _CAPITAL_I.sub(lambda match: "l" * len(match.group()), text)


def read_well(text: str) -> str:
    """The text with what OCR misread in numbers, and in words in capitals, put back."""
    text = _MISREAD_NUMBER.sub(lambda m: m.group().translate(_READ_WELL), text)
    return _MISREAD_WORD.sub(lambda m: m.group().translate(_AS_LETTERS), text)


def lettered(text: str, lexicon: Lexicon) -> str:
    """The text with the digits inside words read as the letters that they stand for."""
    text = _CUT_CIVILITY.sub(lambda match: f" M{match['rest']}", text)
    text = _SMALL_L.sub("I", text)
    if not any(map(str.isdigit, text)):
        return text
    text = _LABEL.sub("NO", text)
    text = _ZERO_FIRST.sub(
        lambda m: "O" if _titled(m) or lexicon.of("O" + m["rest"]) & Known.NAME else "0", text
    )
    text = _ZERO_SHORT.sub(lambda m: "O" if _titled(m) or _after_first(m, lexicon) else "0", text)
    for pattern in (_WORD, _PART):
        text = pattern.sub(
            lambda match: (
                match.group() if _parts_cells(match) else _restored(match.group(), lexicon)
            ),
            text,
        )
    return text


def _titled(match: re.Match[str]) -> bool:
    return bool(_CIVIL.search(match.string, max(match.start() - 20, 0), match.start()))


def _after_first(match: re.Match[str], lexicon: Lexicon) -> bool:
    """« Fabrice B0SC »"""
    first = _FIRST_THEN.search(match.string, max(match.start() - 24, 0), match.start())
    return first is not None and Known.FIRST in lexicon.of(first["first"])


def _parts_cells(match: re.Match[str]) -> bool:
    """Whether the bar in a word is one of several in its line: it parts the cells of a row."""
    if "|" not in match.group():
        return False
    line = match.string.rfind("\n", 0, match.start()) + 1
    end = match.string.find("\n", match.end())
    return match.string.count("|", line, end if end > 0 else len(match.string)) > 1


def _restored(word: str, lexicon: Lexicon) -> str:
    digits = [index for index, char in enumerate(word) if char in _DIGITS]
    letters = [char for char in word if char not in _DIGITS]
    if not digits or len(digits) > 2 or len(letters) < 3:
        return word
    like = _LIKE[sum(map(str.isupper, letters)) > 1]
    inside = all(0 < index < len(word) - 1 for index in digits) and len(letters) > 3
    guesses = []
    for choice in product(*(like[word[index]] for index in digits)):
        chars = list(word)
        for index, char in zip(digits, choice, strict=True):
            chars[index] = char.upper() if index == 0 else char
        guesses.append("".join(chars))
    known = next((g for g in guesses if lexicon.of(g) & Known.NAME), None)
    if known:
        return known
    if "4" in word:
        return word  # « GPT4o », « BAC4PRO »: a four is an A in known names alone
    capitals = "".join(letters).isupper()
    if not inside and not (capitals and len(letters) > 4 and word[digits[0]] == "0"):
        return word
    return next((g for g in guesses if lexicon.of(g) or is_speakable(g)), word)
