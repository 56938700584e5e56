# What a developer does all day. `just` alone lists it.

_default:
    @just --list --unsorted

# Prepare .venv with everything the product and its tests need, and the git hooks.
setup:
    sh requirements/install.sh dev
    .venv/bin/pre-commit install

# Serve what stands in this checkout, with a data folder of its own.
dev *options:
    ./start --data build/data --no-browser {{ options }}

# Format, lint, types, import contracts and the tests that your change touches: under a minute.
check:
    .venv/bin/ruff format
    .venv/bin/ruff check
    .venv/bin/mypy
    PYTHONPATH=src .venv/bin/lint-imports
    .venv/bin/pytest -n 2 $(.ci/touched)

# Serve the client alone, changing as you write; /gallery shows every primitive.
client:
    client/install.sh dev && cd client && npm run web

# Format, lint, types and tests of the client alone.
client-check:
    client/install.sh dev && cd client && npm run format && npm run lint && npm run typecheck && npm test

# Run what is run before a change is merged; --all adds the long sweeps.
test *arguments:
    ./test {{ arguments }}

# Check types only.
types:
    .venv/bin/mypy

# Begin a migration: `just migrate add_seasons` names and chains its file.
migrate what:
    .ci/migration {{ what }}

# Write openapi.json anew, after a change of the API.
openapi:
    PYTHONPATH=src .venv/bin/python -m maestrarr.server.describe > openapi.json
    client/install.sh dev && cd client && npm run types

# Draw the pictures again from the real output, and check every link in the documents.
docs:
    .venv/bin/python docs/pictures/make.py
    .venv/bin/pytest tests/architecture/test_documents.py

# Turn the changelog's fragments into a version's chapter, and build the wheel into dist/.
release version:
    .venv/bin/towncrier build --yes --version {{ version }}
    client/build.sh
    .venv/bin/hatchling build
