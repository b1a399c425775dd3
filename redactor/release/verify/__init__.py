"""Re-read a copy with engines that did not write it (DESIGN, « Invariants » 1 to 3).

Usable alone: it needs the original, the copy, the original's flows and the plan, and nothing
of what the writer says it did. The engines are loaded when a verification begins: the window
shows reports and needs none of them.
"""

from collections.abc import Sequence
from pathlib import Path

from redactor.formats.base import READ_ALL, Applied, Plan, ReadOptions
from redactor.release.verify.report import Change, Leak, Place, Progress, Report, silent
from redactor.text.flow import Flow

__all__ = ["Change", "Leak", "Place", "Report", "verify_audit", "verify_both", "verify_copy"]


def verify_copy(
    original: Path,
    copy: Path,
    flows: Sequence[Flow],
    plan: Plan,
    *,
    format: str,
    password: str | None = None,
    reading: ReadOptions = READ_ALL,
) -> Report:
    """Whether a redacted copy holds nothing that was occulted, and all that was not.

    `flows` are those of the original, `plan` what was to go; `password` opens the original,
    and `reading` says how its flows were read.
    Raises a `redactor.formats.errors.Problem` where the copy cannot be opened at all.
    """
    if format == "pdf":
        from redactor.release.verify import pdf

        return pdf.verify(original, copy, flows, plan, password, reading)
    from redactor.release.verify import mail, package, plain

    if format in package.FORMATS:
        from redactor.release.verify.opened import as_package

        with as_package(original, format, password) as package_file:
            return package.verify(package_file, copy, flows, plan, reading)
    if format in ("eml", "msg", "html"):
        return mail.verify(original, copy, flows, plan, format, reading)
    return plain.verify(original, copy, flows, plan)


def verify_audit(
    original: Path,
    audit: Path,
    flows: Sequence[Flow],
    plan: Plan,
    marked: Sequence[Applied],
    *,
    format: str,
    password: str | None = None,
    audit_password: str | None = None,
) -> Report:
    """Whether an audit copy marks exactly the plan's spans, over the original's own text.

    `marked` are the highlights read back from the file; `password` opens the original,
    `audit_password` the copy.
    """
    from redactor.release.verify import audit as of_audit

    return of_audit.verify(original, audit, flows, plan, marked, format, password, audit_password)


def verify_both(
    original: Path,
    copy: Path,
    audit: Path,
    flows: Sequence[Flow],
    plan: Plan,
    marked: Sequence[Applied],
    *,
    format: str,
    password: str | None = None,
    audit_password: str | None = None,
    reading: ReadOptions = READ_ALL,
    progress: Progress = silent,
) -> tuple[Report, Report]:
    """`verify_copy` and `verify_audit` in one pass, where the format allows it: the reading of a
    long original is then shared."""
    if format == "pdf":
        from redactor.release.verify import pdf

        return pdf.verify_both(
            original, copy, audit, flows, plan, marked, password, audit_password, reading, progress
        )
    report = verify_copy(
        original, copy, flows, plan, format=format, password=password, reading=reading
    )
    progress(0.7)
    audited = verify_audit(
        original,
        audit,
        flows,
        plan,
        marked,
        format=format,
        password=password,
        audit_password=audit_password,
    )
    return report, audited
