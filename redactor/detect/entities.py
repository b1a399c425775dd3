"""Entities: the person, address or number that several mentions name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.law.mention import Mention
from redactor.text.fold import fold


def link(documents: Mapping[str, Sequence[Mention]]) -> dict[str, list[Mention]]:
    """Give every mention its entity, shared across documents."""
    return {
        name: [
            replace(m, entity=hashlib.blake2b(f"{m.category}\0{fold(m.text)}".encode(), digest_size=5).hexdigest())
            for m in mentions
        ]
        for name, mentions in documents.items()
    }
