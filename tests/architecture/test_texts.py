"""What git tracks holds no secret and nothing of the machine it was written on."""

import re
from pathlib import Path

import pytest
from house import CHECKOUT, tracked_texts

OWN_RULES = "tests/architecture/test_texts.py"
SECRETS = [
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    r"\bAKIA[0-9A-Z]{16}\b",
    r"\bgh[pousr]_[A-Za-z0-9]{36}",
    r"\bxox[abprs]-[A-Za-z0-9-]{10}",
    r"\bsk-[A-Za-z0-9_-]{32}",
    r"\beyJ[A-Za-z0-9_-]{20,}\.eyJ",
    r"(?i)(api_?key|secret|token|password)[\"']?\s*[:=]\s*[\"'](?=[^\"'\d]*\d)[A-Za-z0-9+/=_-]{24,}[\"']",
]
PLACES = [
    r"(?<![\w.~-])/(?:root|work|Users/\w+)/\w",
    r"\bC:\\Users\\",
]
SIGNATURES = [
    r"(?i)co-authored-by:",
    r"(?i)\b(?:generated|written) (?:by|with) (?:an? )?(?:AI|agent)\b",
]
LINKED_FOLDERS = ("docs/", "src/", "tests/", "client/src/", "client/public/")
FUNDING = re.compile(r'"url": "[^"]*"')  # whom npm asks to be thanked, in a lock of its


@pytest.mark.parametrize("pattern", SECRETS + PLACES + SIGNATURES)
def test_nothing_tracked_matches(pattern: str) -> None:
    found = [
        f"{name}:{text[: match.start()].count(chr(10)) + 1}"
        for name, text in tracked_texts().items()
        if name != OWN_RULES
        for match in re.finditer(pattern, text)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (SECRETS[0], "-----BEGIN RSA PRIVATE KEY-----"),
        (SECRETS[-1], "api_key = '0123456789abcdef0123456789'"),
        (PLACES[0], "cd /root/maestrarr"),
    ],
)
def test_a_planted_example_is_found(pattern: str, example: str) -> None:
    assert re.search(pattern, example)


def test_nothing_tracked_names_a_place_of_this_machine() -> None:
    places = [place for place in (str(CHECKOUT), str(Path.home())) if place.count("/") > 1]

    assert [n for n, text in tracked_texts().items() for place in places if place in text] == []


def test_what_installs_and_checks_names_no_download_address() -> None:
    addresses = [
        name
        for name, text in tracked_texts().items()
        if not name.startswith(LINKED_FOLDERS) and not name.endswith((".md", "LICENSE"))
        if re.search(
            r'https?://|"resolved"|--(extra-)?index-url|--find-links', FUNDING.sub("", text)
        )
    ]

    assert addresses == []
