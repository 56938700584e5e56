"""The documents lead somewhere, and the changelog's fragments can be gathered."""

import re
import tomllib
from pathlib import PurePosixPath

import pytest
from house import CHECKOUT, tracked_texts

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def test_every_link_between_documents_leads_to_a_file() -> None:
    broken = [
        f"{name}: {target}"
        for name, text in tracked_texts().items()
        if name.endswith(".md")
        for target in LINK.findall(text)
        if "://" not in target and not _exists(name, target.partition("#")[0])
    ]

    assert broken == []


def test_every_decision_record_is_numbered_once_and_linked() -> None:
    names = sorted(path.name for path in (CHECKOUT / "docs" / "decisions").glob("*.md"))
    architecture = (CHECKOUT / "ARCHITECTURE.md").read_text()

    numbers = [name[:4] for name in names]
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdecimal() for number in numbers)
    assert [name for name in names if f"docs/decisions/{name}" not in architecture] == []


def test_a_changelog_fragment_is_named_by_its_issue_and_kind() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    kinds = "|".join(kind["directory"] for kind in project["tool"]["towncrier"]["type"])
    fragments = [path.name for path in (CHECKOUT / "changelog.d").iterdir()]

    strange = [name for name in fragments if not re.fullmatch(rf"\d+\.({kinds})(\.\d+)?\.md", name)]
    assert strange in ([], ["README.md"])


@pytest.mark.parametrize(("name", "lines"), [("README.md", 120)])
def test_a_first_page_is_short(name: str, lines: int) -> None:
    assert (CHECKOUT / name).read_text().count("\n") <= lines


def _exists(document: str, target: str) -> bool:
    return target == "" or (CHECKOUT / PurePosixPath(document).parent / target).exists()
