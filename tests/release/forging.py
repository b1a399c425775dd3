"""What a careful forger does to a package, and what `verify` says of it."""

import json
from pathlib import Path
from typing import Any

from redactor.release.manifest import sha256
from redactor.release.recheck import Kind, recheck


def kinds(package: Path) -> set[Kind]:
    """What is wrong with a package."""
    return {fault.kind for fault in recheck(package).faults}


def told(package: Path) -> Any:
    return json.loads((package / "manifest.json").read_text("utf-8"))


def tell(package: Path, content: Any) -> None:
    (package / "manifest.json").write_text(json.dumps(content), "utf-8")


def agree(package: Path) -> None:
    """Make the manifest agree with the files."""
    content = told(package)
    for document in content["documents"]:
        document["redacted_sha256"] = sha256(package / document["redacted"])
        document["audit_sha256"] = sha256(package / document["audit"])
    content["files"] = {name: sha256(package / name) for name in content["files"]}
    tell(package, content)
