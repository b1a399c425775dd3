from redactor.release.verify.report import Report
FORMATS=frozenset({"docx"})
def verify(*a): return Report()
def same_text(*a): return []
