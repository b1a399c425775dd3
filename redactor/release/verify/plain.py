from redactor.release.verify.report import Report
def verify(*a): return Report()
def same_text(*a): return []
