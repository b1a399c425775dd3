"""What a script with the bare engine does: search, redact, save with garbage collection."""

import json
import sys
import time

import pymupdf

job = json.load(sys.stdin)
start = time.perf_counter()
outcomes = []
for given, out in job["files"]:
    try:
        with pymupdf.open(given) as document:
            for page in document:
                for box in page.search_for(job["word"]):
                    page.add_redact_annot(box, fill=(0, 0, 0))
                page.apply_redactions()
            document.save(out, garbage=4, deflate=True)
        outcomes.append("written")
    except Exception as error:  # noqa: BLE001 the engine's refusals are of many classes
        outcomes.append(f"failed: {type(error).__name__}")
print(json.dumps({"work": time.perf_counter() - start, "outcomes": outcomes}))
