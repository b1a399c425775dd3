"""What the packaged program is made of, and under which licences: an SBOM and their texts.

Only what is really in the package is told: distributions are found by the files they own,
system libraries by the package manager of the machine that builds.
"""

import importlib.metadata
import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor import __version__

HERE = Path(__file__).resolve().parent
_LICENCE = re.compile(r"(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|AUTHORS)", re.IGNORECASE)
_TEXTS = ("", ".txt", ".md", ".rst")
#: Qt's wheels come without their licence.
_LACKING = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}


@dataclass(frozen=True, slots=True)
class Library:
    """Something made by others, with the texts of its licence."""

    name: str
    version: str
    licences: tuple[Path, ...]
    system: bool = False


def libraries(sources: Iterable[str]) -> list[Library]:
    """Whose these files are, by name. The interpreter and PyInstaller's loader are among them."""
    known = {dist.name: dist for dist in reversed(list(importlib.metadata.distributions()))}
    owners = {
        os.path.normpath(str(dist.locate_file(file))): name
        for name, dist in known.items()
        for file in dist.files or ()
    }
    named, foreign = {"pyinstaller"}, set()
    prefixes = (sysconfig.get_path("stdlib"), str(HERE.parent), sys.prefix)
    for source in map(os.path.normpath, sources):
        if source in owners:
            named.add(owners[source])
        elif not source.startswith(prefixes):
            foreign.add(source)
    found = [_distribution(known[name]) for name in named - {"redactor"}]
    found += _system(foreign)
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    found.append(Library("Python", platform.python_version(), (text,) if text.exists() else ()))
    return sorted(found, key=lambda library: library.name.lower())


def _distribution(dist: importlib.metadata.Distribution) -> Library:
    texts = [Path(str(dist.locate_file(file))) for file in dist.files or () if _is_licence(file)]
    texts += [HERE / "licences" / name for name in _LACKING.get(dist.name, ())]
    return Library(dist.name, dist.version, tuple(sorted(text for text in texts if text.exists())))


def _is_licence(file: importlib.metadata.PackagePath) -> bool:
    of_metadata = ".dist-info" in file.parts[0] and len(file.parts) > 1
    named = _LICENCE.search(file.name) or (of_metadata and file.parts[1] == "licenses")
    return bool(named) and file.suffix in _TEXTS


def _system(files: Iterable[str]) -> list[Library]:
    """The packages of the system that these libraries come from; none where none tells."""
    found = {}
    for file in sorted(files):
        for path in dict.fromkeys((file, os.path.realpath(file), file.removeprefix("/usr"))):
            name = _output("dpkg-query", "--search", path).partition(":")[0]
            if name:
                version = _output("dpkg-query", "--showformat", "${Version}", "--show", name)
                text = Path("/usr/share/doc", name, "copyright")
                texts = (text,) if text.exists() else ()
                found[name] = Library(name, version, texts, system=True)
                break
    return list(found.values())


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def write_licences(libraries: Sequence[Library], out: Path) -> None:
    """One text file: what each library is, then the texts of its licence, each text once."""
    rule = "=" * 90
    lines = ["Redactor contains the work of others, under their own licences.", ""]
    lines += [f"  {library.name} {library.version}" for library in libraries]
    seen: dict[str, str] = {}
    for library in libraries:
        lines += ["", rule, f"{library.name} {library.version}", rule]
        if not library.licences:
            lines.append("(see NOTICE)")
        for path in library.licences:
            text = path.read_text("utf-8", errors="replace").strip()
            if text in seen:
                lines.append(f"[{path.name}: the same text as for {seen[text]}]")
            else:
                seen[text] = library.name
                lines += [f"[{path.name}]", text]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n", "utf-8")


def write_sbom(libraries: Sequence[Library], out: Path) -> None:
    """A CycloneDX list of the components, made by cyclonedx-py from what is installed."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"),
            *("--short-PURLs", "--pyproject", str(HERE.parent / "pyproject.toml"), sys.executable),
        ],
        stdout=subprocess.PIPE,
        check=True,
    )
    bom: dict[str, Any] = json.loads(done.stdout)
    wanted = {library.name for library in libraries}
    components = [part for part in bom["components"] if part["name"] in wanted]
    references = {part["bom-ref"] for part in components} | {"root-component"}
    tools = bom["metadata"].get("tools", {}).get("components", [])
    for part in [*components, *tools, bom["metadata"]["component"]]:
        part.pop("externalReferences", None)  # addresses of where it was had from
        part.pop("properties", None)
    told = {part["name"] for part in components}
    components += [_component(library) for library in libraries if library.name not in told]
    bom["components"] = sorted(components, key=lambda part: str(part["name"]).lower())
    bom["dependencies"] = [
        {
            **each,
            **({"dependsOn": kept} if (kept := _kept(each, references)) else {}),
        }
        for each in bom["dependencies"]
        if each["ref"] in references
    ]
    bom["metadata"]["component"]["version"] = __version__
    out.write_text(json.dumps(bom, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _kept(dependency: dict[str, Any], references: set[str]) -> list[str]:
    return [ref for ref in dependency.pop("dependsOn", ()) if ref in references]


def _component(library: Library) -> dict[str, Any]:
    kind = "deb/debian" if library.system else "generic"
    return {
        "type": "library",
        "bom-ref": f"{library.name}=={library.version}",
        "name": library.name,
        "version": library.version,
        "purl": f"pkg:{kind}/{library.name}@{library.version}",
    }
