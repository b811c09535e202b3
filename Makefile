# Two commands for a stranger: `make demo` and `make test`. Each sets up what it needs in .venv.
.DEFAULT_GOAL := help
.PHONY: help demo test lint lock docs clean
PYTHON ?= python3
RUN := .venv/bin/pursestrings
DEMO := build/demo

help: ## List these commands
	@grep -hE '^[a-z]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 10

demo: .venv/run ## Read the sample documents and print what hangs on which string for Chelsea, MA
	@mkdir -p build
	@$(RUN) read examples --workspace $(DEMO)
	@$(RUN) brief "Chelsea, MA" --on 2017-08-04 --workspace $(DEMO)

test: .venv/dev lint ## Check style, types, layers and the register; run every test
	.venv/bin/pytest -q -n auto

lint: .venv/dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache
	$(RUN) check --workspace build/none

lock: ## Renew uv.lock and the requirement files that pip reads (needs uv)
	uv lock
	uv export -q --frozen --no-emit-project --no-dev --extra read --group build -o requirements/run.txt
	uv export -q --frozen --no-emit-project --all-extras --group dev -o requirements/dev.txt

docs: .venv/dev ## Write anew the pages that are made from the code
	.venv/bin/python tools/build_register_doc.py
	.venv/bin/python tools/build_errors_doc.py
	.venv/bin/python tools/build_panel_doc.py
	.venv/bin/python tools/build_package_doc.py

clean: ## Remove what these commands made
	rm -rf .venv build

.venv/run: requirements/run.txt pyproject.toml
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	.venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
