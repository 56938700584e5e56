"""What answers is not ours, or of another version, or nobody: one sentence each, and a two."""

import json
from pathlib import Path

import httpx2
import pytest
from servers import answering

from command import run
from maestrarr.cli import remote
from maestrarr.cli.errors import NotOurs
from maestrarr.cli.remote import HttpApi

LOGIN_PAGE = b"<!doctype html><title>Sign in to the proxy</title>"


def http(status: str, body: bytes, *headers: str, kind: str = "application/json") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "Connection: close", "", ""]).encode() + body


def problem(status: str, **parts: object) -> bytes:
    return http(status, json.dumps(parts).encode(), kind="application/problem+json")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (http("200 OK", LOGIN_PAGE, kind="text/html"), "it sent text/html that is not JSON."),
        (http("502 Bad Gateway", LOGIN_PAGE, kind="text/html"), "it sent 502 text/html."),
        (http("200 OK", b"[1, 2]"), "its answer is no document."),
        (http("200 OK", b'"words"'), "its answer is no document."),
        (http("200 OK", b"{"), "it sent application/json that is not JSON."),
        (http("200 OK", b"[" * 100_000), "it sent application/json that is not JSON."),
        (
            http("302 Found", b"", "Location: http://192.0.2.1/"),
            "it leads on to http://192.0.2.1/.",
        ),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "it broke off, or sent what is no HTTP."),
        (b"", "it broke off, or sent what is no HTTP."),
        (http("200 OK", b"{}", "Content-Encoding: gzip"), "it broke off, or sent what is no HTTP."),
        (problem("403 Forbidden"), "it gives no reason."),
    ],
)
def test_an_answer_that_is_not_ours_is_one_sentence(answer: bytes, said: str) -> None:
    with answering(answer) as (url, _):
        told = run("library", "list", "--json", "--server", url, "--token", "t")

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(f"{url} does not answer as Maestrarr does: {said}")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (http("200 OK", b"{}"), "its answer has no “libraries”."),
        (http("200 OK", b'{"libraries": [{"id": "1"}]}'), "its answer has no “name”."),
        (
            problem("404 Not Found", key="errors.no_such_address", detail="Nothing.", hint=""),
            "it knows no GET /api/v1/libraries.",
        ),
    ],
)
def test_a_server_of_another_version_is_told_when_it_cannot_be_understood(
    answer: bytes, said: str
) -> None:
    with answering(answer) as (url, _):
        told = run("library", "list", "--server", url, "--token", "t")

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(f"The server {url} seems to be of another version: {said}")


def test_what_a_newer_server_tells_besides_disturbs_nobody() -> None:
    job = {"id": "0" * 36, "status": "paused", "title": "New", "kind": "new.kind", "mood": "good"}
    usual = dict.fromkeys(("percent", "ended_at", "started_at", "queued_at", "error", "message"))
    body = json.dumps({"jobs": [usual | job], "next": None, "also": 1}).encode()

    with answering(http("200 OK", body)) as (url, _):
        told = run("jobs", "list", "--json", "--server", url, "--token", "t")

    assert told.returncode == 0
    assert json.loads(told.stdout)["jobs"][0]["mood"] == "good"


def test_a_fault_of_the_server_is_told_as_a_bug() -> None:
    fault = problem(
        "500 Internal Server Error",
        key="errors.fault",
        detail="The server made a mistake.",
        hint="Look for the id in the server's log.",
    )
    with answering(fault) as (url, _):
        told = run("library", "list", "--server", url, "--token", "t")

    assert (told.returncode, told.stdout) == (70, "")
    assert told.stderr == "The server made a mistake. Look for the id in the server's log.\n"


def test_a_token_goes_to_the_server_that_was_named_and_nowhere_else() -> None:
    with answering(http("200 OK", b'{"libraries": []}')) as (elsewhere, asked_elsewhere):
        leads_on = http("307 Temporary Redirect", b"", f"Location: {elsewhere}/api/v1/libraries")
        with answering(leads_on) as (url, asked):
            told = run(
                "library", "list", "--server", url, "--token", "kept to itself",
                http_proxy=elsewhere, HTTP_PROXY=elsewhere, ALL_PROXY=elsewhere,
            )  # fmt: skip

    assert told.returncode == 2
    assert "kept to itself" not in told.stderr
    assert [b"authorization: bearer kept to itself" in each.lower() for each in asked] == [True]
    assert asked_elsewhere == []


async def test_an_answer_without_end_is_not_read_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "LARGEST_ANSWER_BYTES", 1_000)

    with answering(http("200 OK", b'{"titles": ["' + b"x" * 10_000_000)) as (url, _):
        async with httpx2.AsyncClient(base_url=url) as client:
            with pytest.raises(NotOurs, match="more than 1,000 bytes"):
                await HttpApi(client, url, is_here=False).get("titles")


@pytest.mark.parametrize(
    "address",
    ["films.example.org", "ftp://films", "http://", "http://a:99999", "http://[::1", "http://a b",
     "http://me:pass@films", "http://films?x=1", "http://films#x", "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_is_told(address: str) -> None:
    told = run("library", "list", "--server", address, "--token", "t")

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(f"{address} is no address of a server.")


@pytest.mark.parametrize(
    ("address", "warns"), [("http://127.0.0.1:1", False), ("http://192.0.2.1.invalid:1", True)]
)
def test_who_would_send_a_token_in_the_clear_is_warned(address: str, *, warns: bool) -> None:
    told = run("library", "list", "--server", address, "--token", "t")

    assert told.returncode == 2
    assert ("is not encrypted" in told.stderr) == warns
    assert f"The server {address} cannot be reached: " in told.stderr


def test_nobody_who_answers_is_told_with_the_systems_reason(tmp_path: Path) -> None:
    told = run(
        "jobs", "list", "--server", "http://127.0.0.1:1/", "--token", "t", HOME=str(tmp_path)
    )

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == (
        "The server http://127.0.0.1:1 cannot be reached: connection refused. "
        "Check the address, and that the server runs.\n"
    )
    assert list(tmp_path.iterdir()) == []
