"""The locks pin and hash everything, and say the same as each other and as pyproject.toml."""

import re
import tomllib

import pytest
from house import CHECKOUT

PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(\S+)", re.MULTILINE)


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_every_line_is_a_pin_with_hashes(name: str) -> None:
    entries = re.sub(r"^\s*#.*\n", "", _lock(name), flags=re.MULTILINE).replace("\\\n", "")

    for entry in entries.strip().splitlines():
        assert PIN.match(entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


def test_the_tests_run_on_the_versions_that_the_product_runs_on() -> None:
    runtime, dev = _pins("runtime"), _pins("dev")

    assert runtime.items() <= dev.items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]

    assert _names(project["project"]["dependencies"]) <= _pins("runtime").keys()
    assert _names(groups["build"]) <= _pins("runtime").keys()
    assert _names(groups["dev"]) <= _pins("dev").keys()


def _lock(name: str) -> str:
    return (CHECKOUT / "requirements" / f"{name}.lock").read_text()


def _pins(name: str) -> dict[str, str]:
    return dict(PIN.findall(_lock(name)))


def _names(requirements: list[str]) -> set[str]:
    written = [re.split(r"[^A-Za-z0-9_.-]", requirement)[0] for requirement in requirements]
    return {re.sub(r"[-_.]+", "-", name).lower() for name in written}
