"""The twin of Tautulli answers as a real one did, and its reports have the form of the samples."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from answering import Answering, answering
from contracts import CONTRACTS
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.providers.registry import KINDS

DOCS = Path(__file__).parents[2] / "docs" / "webhooks.md"
SAMPLES = CONTRACTS / "webhooks" / "tautulli"
SECRET = {"Authorization": "Bearer a-secret"}


@pytest.fixture
def client(upstreams: Upstreams) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=f"{upstreams.url('tautulli')}/", trust_env=False) as client:
        yield client


@pytest.fixture
def hook() -> Iterator[Answering]:
    with answering() as hook:
        hook.answer("/webhook/tautulli", {}, 202)
        yield hook


def sample(name: str) -> dict[str, Any]:
    file = SAMPLES / f"{name}.json"
    if not file.is_file():
        pytest.skip(f"{file} is not there: nothing holds this twin to a real one's reports")
    return dict(json.loads(file.read_text("utf-8")))


def written_in_the_docs() -> dict[str, Any]:
    [form] = [each for each in DOCS.read_text("utf-8").split("```") if '"{action}"' in each]
    return dict(json.loads(form.removeprefix("json")))


def ask(client: httpx2.Client, command: str, **values: str) -> httpx2.Response:
    return client.post("api/v2", params={"apikey": "demo", "cmd": command}, data=values)


def set_up(client: httpx2.Client, hook: Answering, event: str, form: dict[str, Any]) -> None:
    number = ask(client, "add_notifier_config", agent_id="25").json()["response"]["data"]
    told = {
        "webhook_hook": f"{hook.url}/webhook/tautulli",
        "webhook_method": "POST",
        f"on_{event}": "1",
        f"on_{event}_subject": json.dumps(SECRET),
        f"on_{event}_body": json.dumps(form),
    }
    saved = ask(client, "set_notifier_config", notifier_id=str(number["notifier_id"]), **told)
    assert saved.json()["response"]["result"] == "success"


def happen(upstreams: Upstreams, event: str, title: Shelved) -> list[int]:
    body = {"event": event, "title": title.number}
    url = f"{upstreams.address}/_twin/news/tautulli"
    return list(httpx2.post(url, json=body, trust_env=False).json())


def test_it_says_who_it_is_to_who_has_the_key_as_a_parameter(client: httpx2.Client) -> None:
    answer = ask(client, "get_tautulli_info")

    assert answer.status_code == 200
    assert answer.json()["response"].keys() == {"result", "message", "data"}
    assert answer.json()["response"]["data"].keys() == {
        f"tautulli_{each}"
        for each in (
            *("install_type", "version", "branch", "commit", "python_version", "platform"),
            *(f"platform_{more}" for more in ("release", "version", "linux_distro", "device_name")),
        )
    }
    assert client.get("status").json() == {"result": "success", "message": "Ok"}


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"cmd": "get_tautulli_info"}, "Parameter apikey is required"),
        ({"cmd": "get_tautulli_info", "apikey": "wrong"}, "Invalid apikey"),
        ({"apikey": "demo"}, "Parameter cmd is required."),
        ({"apikey": "demo", "cmd": "dance"}, "Unknown command: dance."),
        ({"apikey": "demo", "cmd": "set_notifier_config", "notifier_id": "9"}, "Unable to set"),
    ],
)
def test_whatever_fails_is_400_in_the_envelope(
    client: httpx2.Client, params: dict[str, str], message: str
) -> None:
    answer = client.get("api/v2", params=params, headers={"X-Api-Key": "demo"})

    assert answer.status_code == 400
    assert answer.json()["response"]["result"] == "error"
    assert answer.json()["response"]["message"].startswith(message)


@pytest.mark.parametrize(("event", "kind"), [("created", Kind.FILM), ("watched", Kind.SERIES)])
def test_a_report_has_the_form_of_the_sample(
    client: httpx2.Client, upstreams: Upstreams, hook: Answering, event: str, kind: Kind
) -> None:
    title, expected = upstreams.world.household.of_kind(kind)[0], sample(event)
    set_up(client, hook, event, sample("TEMPLATE_body"))

    assert happen(upstreams, "played", title) == []
    assert happen(upstreams, event, title) == [202]

    [request] = hook.asked
    assert request.headers["Authorization"] == SECRET["Authorization"]
    sent = json.loads(request.content)
    assert {name: type(value) for name, value in sent.items()} == {
        name: type(value) for name, value in expected.items()
    }
    assert {name for name, value in sent.items() if value == ""} == {
        name for name, value in expected.items() if value == ""
    }
    same = ("v", "event", "media_type", "progress")
    assert [sent[name] for name in same] == [expected[name] for name in same]


@pytest.mark.parametrize("kind", Kind)
def test_what_is_sent_in_the_form_of_our_docs_is_understood(
    client: httpx2.Client, upstreams: Upstreams, hook: Answering, kind: Kind
) -> None:
    title, hear = upstreams.world.household.of_kind(kind)[0], KINDS["tautulli"].hear
    set_up(client, hook, "watched", written_in_the_docs())
    happen(upstreams, "watched", title)

    assert hear is not None
    heard = hear(hook.asked[0].content, hook.asked[0].headers["Content-Type"])

    [news] = heard.news
    assert heard.is_known
    assert news.hints is not None
    assert news.hints.title == title.story.english
    assert news.hints.kind == ("movie" if kind is Kind.FILM else "series")
    assert news.hints.ids.tmdb == (title.story.ids.tmdb if kind is Kind.FILM else None)
    assert hear(json.dumps(written_in_the_docs()).encode(), "").event == "{action}"


def test_our_form_asks_for_nothing_that_a_real_one_does_not_fill() -> None:
    known = sample("TEMPLATE_body")

    assert {name: known[name] for name in written_in_the_docs()} == written_in_the_docs()
