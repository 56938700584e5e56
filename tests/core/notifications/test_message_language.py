"""Messages are said in the language of whom they go to, with what went wrong."""

import importlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from household import PASSWORD, Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.languages import Language
from maestrarr.core.jobs.running import Job
from maestrarr.core.notifications import spoken, words
from maestrarr.core.notifications.jobs import tell
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.service import Occurrence, note, problem_facts
from maestrarr.core.notifications.words import Said
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.features.library.errors import FolderMissing
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id

importlib.import_module("maestrarr.core.notifications.listeners")  # as a server does

CHANNELS = "/api/v1/notifications/channels"
ME = "/api/v1/users/me"
RESTS = {"host": "api.themoviedb.org", "seconds": 1200}
MOUNT = FolderMissing(Path("/mnt/films"), "missing")

TOLD = {
    "en": (
        "Several things happened (2)",
        [f"• Scan Films: {MOUNT}", "• Radarr answers as it should again."],
    ),
    "tr": (
        "Birkaç şey oldu (2)",
        [
            (
                "• Tara: Films: /mnt/films yerinde yok. "
                "Diski bağlayıp yeniden tara; hiçbir şey eksik sayılmadı."
            ),
            "• Radarr yeniden gerektiği gibi yanıt veriyor.",
        ],
    ),
    "fr": (
        "Plusieurs choses se sont passées (2)",
        [
            (
                "• Analyser Films : /mnt/films est introuvable. "
                "Monte le disque et relance l’analyse ; rien n’a été marqué manquant."
            ),
            "• Radarr répond de nouveau comme il faut.",
        ],
    ),
}


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


def job_facts(**other: Any) -> dict[str, Any]:
    job = {"job_kind": "library.scan", "title": "Scan Films", "arguments": {"name": "Films"}}
    return problem_facts(MOUNT) | {"why": str(MOUNT)} | job | other


def said(kind: Kind, facts: dict[str, Any], language: Language) -> Said:
    sentence = words.sentence(kind, facts, language)
    return Said(id=new_id(), kind=kind, facts=facts, at=now(), sentence=sentence)


async def test_each_person_is_told_in_their_own_language(
    house: Household, upstreams: Upstreams
) -> None:
    desk = upstreams.world.desks.of("receiver")
    admin = await house.client_of(Role.ADMIN)
    for language in (None, Language.TR, Language.FR):
        ada = {"name": f"ada-{language}", "password": PASSWORD}
        await admin.post("/api/v1/users", json=ada | {"role": "admin"})
        opened = await (await house.client()).post("/api/v1/sessions", json=ada)
        client = await house.client(opened.json()["access_token"])
        if language:
            kept = await client.patch(ME, json={"language": language})
            assert kept.json()["language"] == language
        channel = {"kind": "webhook", "address": upstreams.url("receiver")}
        assert (await client.post(CHANNELS, json=channel)).status_code == 201
    assert [each["title"] for each in desk.heard] == [
        "Maestrarr reaches you",
        "Maestrarr sana ulaşıyor",
        "Maestrarr te joint",
    ]
    desk.heard.clear()

    await happen(house)

    told = {each["language"]: (each["title"], each["text"].splitlines()) for each in desk.heard}
    assert told == TOLD


async def happen(house: Household) -> None:
    """Let two things happen, and be told."""
    occurrences = [
        Occurrence(kind=Kind.LIBRARY_UNREACHABLE, key="one", facts=job_facts()),
        Occurrence(kind=Kind.CONNECTION_RECOVERED, key="two", facts={"title": "Radarr"}),
    ]
    async with house.database.writing() as session:
        await note(session, *occurrences)
    begun = await tell.begin(house.database)
    await tell(Job(house.database, begun.record, data=house.data, outside=house.outside))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_occurrence_is_said_in_every_language(kind: Kind, language: Language) -> None:
    facts = {"title": "Heat", "why": "It broke.", "address": "192.0.2.7", "path": "/films"}

    sentence = words.sentence(kind, facts, language)
    message = words.message("1", [said(kind, facts, language)], language)

    assert "Heat" in sentence
    assert "{" not in sentence
    assert message.title != kind.value
    assert message.text == sentence


@pytest.mark.parametrize("language", Language)
def test_many_of_one_kind_are_counted_in_the_title_and_cut_in_the_text(language: Language) -> None:
    one = said(Kind.JOB_FAILED, {"title": "Heat", "why": "It broke."}, language)

    message = words.message("1", [one] * (words.MOST_LINES + 5), language)

    assert message.title.endswith("(20)")
    assert len(message.text.splitlines()) == words.MOST_LINES + 1
    assert message.text.endswith(
        {"en": "… and 5 more", "tr": "… ve 5 şey daha", "fr": "… et 5 autres"}[language]
    )


@pytest.mark.parametrize(
    ("language", "key", "facts", "sentence"),
    [
        ("tr", "nobody.knows_it", {}, None),
        ("tr", "library.name_taken", {}, None),  # a fact is missing
        (
            "fr",
            "http.throttled",
            {"host": "tmdb", "seconds": 1200},
            "1\N{NARROW NO-BREAK SPACE}200",
        ),
        ("tr", "http.throttled", {"host": "tmdb", "seconds": 1200}, "1.200"),
        ("tr", "accounts.not_allowed", {"needed": "admin", "role": "viewer"}, "Yönetici"),
        ("fr", "library.title_ambiguous", {"name": "Heat", "found": ["a", "b"]}, "a, b"),
    ],
)
def test_a_problem_is_said_with_its_facts_or_not_at_all(
    language: str, key: str, facts: dict[str, Any], sentence: str | None
) -> None:
    told = spoken.problem(Language(language), key, facts, with_hint=False)

    assert told is None if sentence is None else sentence in (told or "")


def test_what_has_no_words_is_said_as_the_server_said_it() -> None:
    unknown = {"title": "Heat", "why": "It broke.", "cause": {"key": "no.such", "facts": {}}}

    assert words.sentence(Kind.JOB_FAILED, unknown, Language.TR) == "Heat: It broke."


@pytest.mark.parametrize("language", [Language.TR, Language.FR])
def test_mistakes_are_said_one_by_one(language: Language) -> None:
    mistake = {"path": "body.name", "type": "missing", "context": {}, "sentence": "is required"}
    facts = {"mistakes": [mistake, mistake | {"type": "no_such"}], "more": 3}

    told = spoken.problem(language, "settings.settings_wrong", facts, with_hint=False)

    assert told is not None
    assert "body.name: is required; " in told
    assert told.count("body.name: ") == 2
    assert " 3 " in told


@pytest.mark.parametrize(
    ("arguments", "called"),
    [
        ({"name": "Films"}, "Analyser Films"),
        ({}, "Analyser une médiathèque"),
        ({"said": {"key": "in", "facts": {"name": "Films"}}}, "Pistes par défaut"),
    ],
)
def test_a_job_is_called_by_what_it_was_given(arguments: dict[str, Any], called: str) -> None:
    told = spoken.job(Language.FR, "library.scan", arguments)

    assert told is not None
    assert told.startswith(called)
