"""What takes too long is unread, is said, and spoils nothing else."""

from pathlib import Path

from redactor.check.finding import Severity
from redactor.check.options import Options
from redactor.check.received import Received
from redactor.cli.check import check_all
from redactor.cli.speech import Speech
from redactor.jobs.process import Limits

from . import build_pdf


def test_a_file_over_its_time_is_said_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf.without_text())
    reports, unusable = check_all(
        Received((path,)),
        Options(),
        None,
        Speech.of_environment(),
        together=False,
        limits=Limits(seconds=0.01),
    )
    ((finding,),) = [report.findings for report in reports]
    assert (finding.message, finding.severity) == ("problem.too-long", Severity.WARNING)
    assert reports[0].unread
    assert not reports[0].clean
    assert unusable == 0, "it could be opened"
