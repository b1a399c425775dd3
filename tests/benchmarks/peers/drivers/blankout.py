"""blankout (RedactPDF): a word searched and redacted, with its own audit, as its window does."""

import json
import sys
import time
from pathlib import Path

from redactpdf.pipeline import (
    RedactionOptions,
    SearchRequest,
    apply_plan,
    audit_plan,
    plan_redactions,
    restore_boxes,
    unclipped_view,
)

job = json.load(sys.stdin)
start = time.perf_counter()
outcomes = []
for given, out in job["files"]:
    wanted = [SearchRequest(job["word"], whole_word=True, ignore_accents=True)]
    try:
        view, boxes = unclipped_view(Path(given).read_bytes())
        plan = plan_redactions(view, searches=wanted)
        made = restore_boxes(apply_plan(view, plan, options=RedactionOptions()), boxes)
        if audit_plan(made, searches=wanted).get("status") == "pass":
            Path(out).write_bytes(made)
            outcomes.append("written")
        else:
            outcomes.append("held")
    except Exception as error:  # noqa: BLE001 its refusals are of many classes
        outcomes.append(f"failed: {type(error).__name__}")
print(json.dumps({"work": time.perf_counter() - start, "outcomes": outcomes}))
