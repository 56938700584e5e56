"""Rules, pins, previews and plans over HTTP."""

import shutil
from datetime import timedelta
from typing import Any

import pytest
from cinema import API, Cinema

from maestrarr.core.accounts.callers import Role
from maestrarr.features.library.models import MediaFile
from maestrarr.features.library.settings import LibrarySettings
from maestrarr.kit.clock import now
from maestrarr.kit.ids import new_id


async def test_a_preview_counts_files_by_reason_and_lists_them(cinema: Cinema) -> None:
    for name in ("Ringu", "Tampopo"):
        cinema.film(name, "en", "ja", original="ja")
    cinema.mp4("Heat", "en", "fr", original="en")
    await cinema.look()

    told = await cinema.get("audio/preview")
    assert {key: told[key] for key in ("files", "wrong", "right", "unfit", "unjudged")} == {
        "files": 3, "wrong": 2, "right": 1, "unfit": 0, "unjudged": 0,
    }  # fmt: skip
    why = "Japanese is the original language."
    said = [[{"key": "original", "facts": {"language": "ja"}}]]
    assert told["reasons"][0] == {"state": "wrong", "reason": why, "said": said, "files": 2}

    first = await cinema.get("audio/files", file_state="wrong", reason=why, limit=1)
    second = await cinema.get("audio/files", file_state="wrong", after=first["next"], limit=1)
    assert [page["files"][0]["title"]["title"] for page in (first, second)] == ["Ringu", "Tampopo"]
    assert second["next"] is None
    file = first["files"][0]
    assert (file["current"], file["wanted"], file["reason"]) == ([1], 2, why)
    assert [track["is_wanted"] for track in file["tracks"]] == [False, True]


async def test_a_preview_of_a_filter_means_its_titles(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    cinema.film("Heat", "en", "fr", original="en")
    await cinema.look()

    assert (await cinema.get("audio/preview", audio_language="fr"))["files"] == 1
    found = await cinema.get("audio/files", default_audio="wrong")
    assert [file["title"]["title"] for file in found["files"]] == ["Ringu"]


async def test_a_titles_files_say_what_would_be_written(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    title = await cinema.shelf.title("Ringu")

    told = await cinema.get(f"titles/{title.id}/audio")
    file = told["files"][0]
    assert (told["state"], told["pin"], file["wanted"]) == ("wrong", None, 2)
    assert file["plan"]["action"] == "edit"
    assert file["plan"]["changes"] == ["track 1: default yes → no", "track 2: default no → yes"]
    assert (file["names"], file["hard_links"]) == (1, "skip")
    assert file == await cinema.get(f"files/{file['file_id']}/audio")

    path.with_name("twin.mkv").hardlink_to(path)
    plan = (await cinema.get(f"files/{file['file_id']}/audio"))["plan"]
    assert (plan["action"], plan["obstacle"]) == ("obstacle", "hard links")
    assert plan["said"] == [[{"key": "obstacle_hard_links", "facts": {"count": 2}}]]
    path.unlink()
    plan = (await cinema.get(f"files/{file['file_id']}/audio"))["plan"]
    assert (plan["action"], plan["obstacle"]) == ("obstacle", "unreadable")


async def test_a_pin_decides_until_it_is_taken_back(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja", default=1)
    await cinema.look()
    title, file = await cinema.shelf.title("Ringu"), next(iter((await files(cinema)).values()))
    place = f"titles/{title.id}/audio/pin"

    told = await cinema.send("PUT", place, {"file_id": str(file.id), "track": 1})
    assert (told["pin"]["track_index"], told["pin"]["language"]) == (1, "en")
    assert told["files"][0]["reason"] == "You pinned this track."
    assert told["files"][0]["said"] == [[{"key": "pinned_track", "facts": {}}]]
    await cinema.judge()
    assert await cinema.titles("wrong") == ["Ringu"]

    assert (await cinema.send("DELETE", place))["pin"] is None
    await cinema.judge()
    assert await cinema.titles("right") == ["Ringu"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Ringu (1998) {tmdb-2671}", "The Ring [tmdbid=2671]"), ("Ringu (1998)", "Ringu (1998)")],
    ids=["known by its id", "known by its name"],
)
async def test_a_pin_returns_with_a_title_that_was_forgotten(
    cinema: Cinema, before: str, after: str
) -> None:
    cinema.film("Heat", "en")
    path = cinema.film(before, "en", "ja")
    await cinema.look()
    title, file = await cinema.shelf.title("Ringu"), (await files(cinema))[f"{before}/{before}.mkv"]
    pin = {"file_id": str(file.id), "track": 1}
    told = await cinema.send("PUT", f"titles/{title.id}/audio/pin", pin)
    shutil.rmtree(path.parent)
    await cinema.look()
    await cinema.shelf.age(now() - LibrarySettings().grace - timedelta(minutes=5))
    await cinema.look()
    assert [each.title for each in await cinema.shelf.titles()] == ["Heat"]

    cinema.film(after, "en", "ja", default=1)
    await cinema.look()

    (back,) = [each for each in await cinema.shelf.titles() if each.title != "Heat"]
    assert back.id != title.id
    again = await cinema.get(f"titles/{back.id}/audio")
    assert again["pin"] == told["pin"] | {"title_id": str(back.id)}
    assert again["files"][0]["reason"] == "You pinned this track."
    await cinema.send("DELETE", f"titles/{back.id}/audio/pin")
    await cinema.judge()
    assert (await cinema.get(f"titles/{back.id}/audio"))["pin"] is None


async def test_a_pin_names_a_track_of_a_file_of_the_title(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja")
    cinema.film("Heat", "en")
    await cinema.look()
    title = await cinema.shelf.title("Ringu")
    there = await files(cinema)
    own, other = there["Ringu/Ringu.mkv"].id, there["Heat/Heat.mkv"].id
    place = f"titles/{title.id}/audio/pin"

    async def refusal(file_id: object, track: int) -> str:
        body = {"file_id": str(file_id), "track": track}
        answer = await cinema.operator.put(f"{API}/{place}", json=body)
        return str(answer.json()["key"])

    assert await refusal(own, 0) == "audio.no_such_track"
    assert await refusal(other, 1) == "audio.not_in_title"
    assert await refusal(new_id(), 1) == "audio.file_unknown"


RULE = {"name": "Anime", "languages": ["original", "en"], "path": "**/Ringu/*"}


async def test_rules_are_made_changed_ordered_and_removed(cinema: Cinema) -> None:
    first = await cinema.send("POST", "audio/rules", RULE, 201)
    second = await cinema.send("POST", "audio/rules", RULE | {"name": "All", "position": 0}, 201)
    assert [rule["name"] for rule in await rules(cinema)] == ["All", "Anime"]

    changed = {"name": "Anime", "languages": ["ja"], "genre": "Horror", "undetermined_is": "ja"}
    await cinema.send("PUT", f"audio/rules/{first['id']}", changed)
    await cinema.send("PUT", "audio/rules/order", {"ids": [first["id"], second["id"]]})
    told = await rules(cinema)
    assert [rule["name"] for rule in told] == ["Anime", "All"]
    assert {name: told[0][name] for name in changed} == changed
    assert told[0]["path"] is None

    await cinema.send("DELETE", f"audio/rules/{first['id']}", status=204)
    assert [(rule["name"], rule["position"]) for rule in await rules(cinema)] == [("All", 0)]


@pytest.mark.parametrize(
    ("body", "status", "key"),
    [
        (RULE, 409, "audio.rule_name_taken"),
        (RULE | {"name": "Other", "languages": ["xyzzy"]}, 422, "audio.not_a_language"),
        (RULE | {"name": "Other", "undetermined_is": "xyzzy"}, 422, "audio.not_a_language"),
        (RULE | {"name": "Other", "library_id": str(new_id())}, 404, "library.library_unknown"),
        (RULE | {"name": "Other", "languages": []}, 422, "server.unfit"),
    ],
)
async def test_a_rule_that_does_not_fit_is_refused(
    cinema: Cinema, body: dict[str, Any], status: int, key: str
) -> None:
    await cinema.send("POST", "audio/rules", RULE, 201)
    answer = await cinema.operator.post(f"{API}/audio/rules", json=body)

    assert (answer.status_code, answer.json()["key"]) == (status, key)
    assert len(await rules(cinema)) == 1


async def test_an_order_names_each_rule_once(cinema: Cinema) -> None:
    made = await cinema.send("POST", "audio/rules", RULE, 201)
    for ids in ([], [made["id"]] * 2, [str(new_id())]):
        told = await cinema.send("PUT", "audio/rules/order", {"ids": ids}, 409)
        assert told["key"] == "audio.order_unfit"


async def test_a_rule_is_tried_before_it_is_saved(cinema: Cinema) -> None:
    for name in ("Ringu", "Tampopo", "Heat"):
        cinema.film(name, "ja", "en", original="ja")
    await cinema.look()
    trial = {"rule": {"name": "English", "languages": ["en"], "path": "**/[HT]*/*"}}

    none = await cinema.send("POST", "audio/rules/preview", trial)
    assert (none["files"], none["would_change"], none["listed"]) == (0, 0, [])

    trial["rule"]["path"] = "**/?a*/*"
    told = await cinema.send("POST", "audio/rules/preview", trial)
    assert (told["files"], told["would_change"], told["otherwise"]) == (1, 1, 1)
    file = told["listed"][0]
    assert (file["title"]["title"], file["before"], file["wanted"]) == ("Tampopo", 1, 2)
    assert await rules(cinema) == []

    trial["rule"]["path"] = None
    first = await cinema.send("POST", "audio/rules/preview?limit=2", trial)
    rest = await cinema.send("POST", f"audio/rules/preview?limit=2&after={first['next']}", trial)
    assert first["would_change"] == 3
    names = [each["title"]["title"] for page in (first, rest) for each in page["listed"]]
    assert (names, rest["would_change"], rest["next"]) == (["Heat", "Ringu", "Tampopo"], None, None)


async def test_a_rule_in_anothers_place_tells_what_becomes_of_its_files(cinema: Cinema) -> None:
    for name in ("Ringu", "Tampopo"):
        cinema.film(name, "ja", "en", original="ja", default=1)
    await cinema.send("POST", "audio/rules", {"name": "All", "languages": ["en"]}, 201)
    await cinema.look()
    rule = (await rules(cinema))[0]
    narrower = {"name": "All", "languages": ["en"], "path": "**/Ringu/*"}
    trial = {"rule": narrower, "rule_id": rule["id"]}

    told = await cinema.send("POST", "audio/rules/preview", trial)
    assert (told["files"], told["would_change"], told["otherwise"]) == (2, 1, 1)
    assert told["listed"][0]["title"]["title"] == "Tampopo"

    unknown = trial | {"rule_id": str(new_id()), "rule": narrower | {"name": "Other"}}
    refused = await cinema.send("POST", "audio/rules/preview", unknown, 404)
    assert refused["key"] == "audio.rule_unknown"


async def test_a_rule_goes_with_its_library(cinema: Cinema) -> None:
    body = {"name": "Films", "languages": ["en"], "library_id": str(cinema.shelf.library_id)}
    await cinema.send("POST", "audio/rules", body, 201)
    admin = await cinema.house.client_of(Role.ADMIN)
    assert (await admin.delete(f"{API}/libraries/{cinema.shelf.library_id}")).status_code == 204

    assert await rules(cinema) == []


async def rules(cinema: Cinema) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await cinema.get("audio/rules"))["rules"]
    return found


async def files(cinema: Cinema) -> dict[str, MediaFile]:
    return await cinema.shelf.files()
