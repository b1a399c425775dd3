"""Words of programs and logs that have the shape of a name and are none."""

from __future__ import annotations

import re

#: A line of a program or of a table's definition: no sentence has these.
_CODE = re.compile(
    r";[ \t]*$|[{}]|[=!<>]=|:=|->|=>|\$\w|(?<!\w)(?:create table|primary key|not null|varchar|"
    r"insert into|import \w+|def \w+\(|libname|proc \w+)(?!\w)|\w\(.*\)"
    r"|^[ \t]*(?-i:select|SELECT|where|WHERE|return|from \w+\.\w+)(?!\w)",
    re.I | re.M,
)
# « <Parameter », « @Inject », « thin:@oraprod »
_MACHINE_BEFORE = re.compile(
    r"</?$|(?:getenv\(|environ(?:\.get\(|\[))[\"']$|(?:^|\n)[ \t]*@$|:@$|[\w)]->$|::$"
)
# « CHOPIN-4471 », « Mozilla/5.0 », « Validator 6.2.5 », « [RESOLVED] »
_MACHINE_AFTER = re.compile(r"-\d|/\d|[ ]v?\d+\.\d|\][ ](?=[a-z]+-)")
# « X-Auth-Token », « New-Object System », « Exit Sub »
_OF_SHELL = re.compile(
    r"X-[A-Z][a-z]+(?:-[A-Z][a-z]+)*$|(?:Exit|End) (?:Sub|Function)$|"
    r"(?:New|Get|Set|Add|Remove|Start|Stop|Write|Read|Import|Export|Invoke)-[A-Z][A-Za-z]+(?: |$)"
)
_DOTTED = re.compile(r"\w\.[a-z]+[A-Z]")
# « BEGIN:VCALENDAR », « ATTENDEE;CN= », « SMS_SENDER= »: what follows « : » has no space before.
_KEY_LINE = re.compile(r"(?:[A-Z][A-Z-]{3,}[;:](?:[A-Z-]{3,}[ ]*$|(?=[A-Z]+=))|[A-Z_]{4,}=)", re.M)
# A line that only a program has.
_STATEMENT = re.compile(
    r"[{}][ \t]*;?[ \t]*$|[)\]\"'\w];[ \t]*$|^[ \t]*(?:const|let|var|function|class|public|private|"
    r"return|import|module|FROM|RUN|CMD|USER|EXPOSE|HEALTHCHECK|ENTRYPOINT|COPY|ENV)[ .(]"
)
#: Where a program speaks to people, or holds their data.
_SPOKEN = re.compile(r"#|//|/\*|--|[\"'«“]")
#: « [11/Sep/2023:21:12:44 »
_STAMP = re.compile(r"[ /-]?\d{2,4}")
_STAMP_BEFORE = re.compile(r"\d{1,2}[ /-]$")
_TIME = re.compile(r"[ ]{1,2}\d{1,2}[ ]\d\d:\d\d|[ ]\d\d/\d\d(?!\d)")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec".split())


def is_of_program(text: str, start: int, end: int) -> bool:
    """A column, a keyword or a variable in a line of code, outside its comments and strings. For
    lone words that no list of names holds."""
    word = text[start:end]
    if word in _CONSTANTS:
        return True
    if not word.isidentifier() or not (word.isupper() or word.islower()):
        return False
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : len(text) if last < 0 else last]
    if _SPOKEN.search(line[: start - first]):
        return False
    return _CODE.search(line) is not None


def is_of_machine(text: str, start: int, end: int) -> bool:
    """What a name never stands in: a tag, an annotation, a key of a calendar or of a setting, a
    ticket's number, a program's version. For what the model alone took for a name."""
    if _MACHINE_BEFORE.search(text, max(start - 30, 0), start):
        return True
    if _MACHINE_AFTER.match(text, end) and text[start - 1 : start] != "-":
        return True
    word = text[start:end]
    if "\\" in word or _DOTTED.search(word) or _OF_SHELL.match(word):
        return True
    first = text.rfind("\n", 0, start) + 1
    key = _KEY_LINE.match(text, first)
    if key and start < key.end():
        return True
    if " " in word:
        return False
    last = text.find("\n", end)
    line = text[first : len(text) if last < 0 else last]
    return bool(_STATEMENT.search(line)) and not _SPOKEN.search(line[: start - first])


def is_month(text: str, start: int, end: int) -> bool:
    """« 11/Sep/2023 », « Mar 12 03:14:07 »; « Mar 08/08 » is a Tuesday."""
    if text[start:end].lower() not in _MONTHS:
        return False
    dated = _STAMP_BEFORE.search(text, max(start - 3, 0), start) and _STAMP.match(text, end)
    return bool(dated or _TIME.match(text, end))


_CONSTANTS = frozenset({"True", "False", "None", "Null"})
