"""The import contracts in pyproject.toml hold, and each of them catches what it is for."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from house import CHECKOUT

# One breach of each contract, and the file that commits it.
PLANTED = {
    "each floor knows only the floors below it": ("kit/planted.py", "import maestrarr.media"),
    "features follow the life of a title": (
        "features/library/planted.py",
        "import maestrarr.features.discover",
    ),
    "core rooms stand on each other in one order": (
        "core/jobs/planted.py",
        "import maestrarr.core.upkeep",
    ),
    "providers never know each other": (
        "providers/tmdb/planted.py",
        "import maestrarr.providers.fanart.convert",
    ),
    "inside a room, reading goes one way": (
        "features/library/models.py",
        "import maestrarr.features.library.service",
    ),
    "policies and media are pure": ("media/planted.py", "import sqlalchemy"),
    "HTTP and terminal stay at the edge": ("core/jobs/service.py", "import fastapi"),
    "only the named rooms write to disk": ("media/planted.py", "import maestrarr.kit.atomic"),
    "only the guarded client opens connections": ("media/planted.py", "import httpx2"),
}


def test_every_contract_holds() -> None:
    outcome = _lint_imports(CHECKOUT)

    assert outcome.returncode == 0, outcome.stdout


def test_every_contract_catches_a_planted_breach(tmp_path: Path) -> None:
    package = tmp_path / "src" / "maestrarr"
    shutil.copytree(
        CHECKOUT / "src" / "maestrarr", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    (package / "features" / "discover").mkdir()
    (package / "features" / "discover" / "__init__.py").touch()
    for name, statement in PLANTED.values():
        with (package / name).open("a") as file:
            file.write(f"\n{statement}\n")

    report = _lint_imports(tmp_path).stdout

    assert [name for name in PLANTED if f"{name} BROKEN" not in report] == []


def test_no_contract_goes_untried() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())

    assert {contract["name"] for contract in project["tool"]["importlinter"]["contracts"]} == set(
        PLANTED
    )


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    source = folder / "src"
    return subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(source), "PATH": "/usr/bin:/bin", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
