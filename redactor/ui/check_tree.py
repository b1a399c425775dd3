"""The findings as a list: by document, then by severity."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from redactor.check.finding import SEVERITIES, Finding, Kind, Report, Severity
from redactor.check.report import Aside, short_names
from redactor.ui import check_words as words

FINDING = Qt.ItemDataRole.UserRole


class CheckTree(QTreeWidget):
    """A finding a row; choosing one tells which."""

    chosen = Signal(object)
    """The finding with its document's path, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Constats, par document et par gravité"))
        self.currentItemChanged.connect(
            lambda item: self.chosen.emit(item.data(0, FINDING) if item is not None else None)
        )

    def show_reports(
        self,
        reports: Iterable[Report],
        waiting: Iterable[str],
        aside: Mapping[Aside, str],
        again: Aside | None,
    ) -> None:
        """Show reports; those `waiting` are not checked yet. Choose `again` if it is there."""
        reports = list(reports)
        names = short_names([report.path for report in reports])
        paths, chosen = set(waiting), None
        bold = self.font()
        bold.setBold(True)
        self.blockSignals(True)
        self.clear()
        for report in reports:
            left = [f for f in report.findings if (report.path, f) not in aside]
            told = self.tr("en attente") if report.path in paths else self._verdict(left)
            top = QTreeWidgetItem([f"{_sign(left)}{names[report.path]} — {told}"])
            top.setToolTip(0, report.path)
            top.setFont(0, bold)
            self.addTopLevelItem(top)
            for head, found, opened in self._groups(report, left, aside):
                group = QTreeWidgetItem([f"{head} ({len(found)})"])
                top.addChild(group)
                for finding in found:
                    item = QTreeWidgetItem([words.row(finding)])
                    item.setToolTip(0, words.sentence(finding))
                    item.setData(0, FINDING, (report.path, finding))
                    group.addChild(item)
                    if again == (report.path, finding):
                        chosen = item
                group.setExpanded(opened)
            top.setExpanded(True)
        self.blockSignals(False)
        if chosen is not None:
            self.setCurrentItem(chosen)
        else:
            self.chosen.emit(None)

    def _verdict(self, findings: list[Finding]) -> str:
        """A document's, in a few words. What was not read is never called clean."""
        leaks = sum(each.severity is Severity.LEAK for each in findings)
        unread = sum(each.kind is Kind.UNREAD for each in findings)
        warnings = sum(each.severity is Severity.WARNING for each in findings)
        if leaks:
            return self.tr("%n fuite(s)", "", leaks)
        if unread:
            return self.tr("%n partie(s) non lue(s)", "", unread)
        if warnings:
            return self.tr("%n avertissement(s)", "", warnings)
        return self.tr("rien à signaler")

    def _groups(
        self, report: Report, left: list[Finding], aside: Mapping[Aside, str]
    ) -> list[tuple[str, list[Finding], bool]]:
        groups = [
            (
                words.severity_name(severity),
                [f for f in left if f.severity is severity and f.kind is not Kind.RESIDUAL],
                severity is not Severity.INFO,
            )
            for severity in SEVERITIES
        ]
        residual = [f for f in left if f.kind is Kind.RESIDUAL]
        groups.append((self.tr("Données restées en clair"), residual, False))
        away = [f for f in report.findings if (report.path, f) in aside]
        groups.append((self.tr("Écartés"), away, False))
        return [group for group in groups if group[1]]


def _sign(findings: Iterable[Finding]) -> str:
    """The worst severity's, before a document's name."""
    found = {each.severity for each in findings}
    worst = next((severity for severity in SEVERITIES if severity in found), None)
    return "" if worst is None else f"{words.SIGNS[worst]} "
