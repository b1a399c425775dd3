# `make demo` and `make test` set up everything they need; see tools/setup.
PYTHON := .venv/bin/python
SAMPLES := $(wildcard resources/samples/*.pdf resources/samples/*.docx)

.PHONY: help setup demo test slow lint bench package locks clean

help:
	@echo "make demo   open the sample dossier (without a screen: export it and say what was done)"
	@echo "make test   the fast tests          make slow   the long ones"
	@echo "make lint   style, types, layers    make bench  speed against the bare engines"

setup:
	@tools/setup dev

demo:
	@tools/setup run
	@$(PYTHON) tools/demo.py $(SAMPLES)

test: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n 2 --dist worksteal -q -m "not slow"

slow: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n 2 --dist worksteal -q -m slow

lint: setup
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports

bench: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks

# A folder with the program in it, for machines without Python: dist/Redactor; the same as a zip
# and a Debian package; their checksums and bill of materials. Then the program is tried.
package:
	@tools/setup package
	@$(PYTHON) -m PyInstaller --noconfirm --log-level ERROR build.spec
	@$(PYTHON) tools/pack.py
	@$(PYTHON) -m pytest -q -m slow tests/packaging/test_program.py

# Pin every library by version and hash. Needs `uv`; registry addresses stay out of the files.
locks:
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-emit-index-url --no-header --quiet -o requirements/run.txt
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 \
		--group test --group lint --group package -c requirements/run.txt \
		--generate-hashes --no-annotate --no-emit-index-url --no-header --quiet -o requirements/dev.txt

clean:
	rm -rf .venv build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis
