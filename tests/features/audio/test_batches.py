"""Batches and fixes: written once, recorded, known at once, taken back; and what is refused."""

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
from batching import batch, ended, work
from cinema import API, Cinema
from sqlalchemy import select

import daily
from maestrarr.core.accounts.callers import Role
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.features.audio import aside
from maestrarr.features.library.jobs import scan_library
from maestrarr.media import probe

pytestmark = daily.ON_SQLITE


def defaults(path: Path) -> list[int]:
    return [track.index for track in probe.probe(path).audio if track.is_default]


def bytes_of(*paths: Path) -> list[bytes]:
    return [path.read_bytes() for path in paths]


async def results(cinema: Cinema, told: dict[str, Any]) -> dict[str, tuple[str, int | None]]:
    files = (await cinema.get(f"batches/{told['id']}/files"))["files"]
    return {Path(each["path"]).stem: (each["status"], each["track_index"]) for each in files}


async def set_hard_links(cinema: Cinema, policy: str) -> None:
    admin = await cinema.house.client_of(Role.ADMIN)
    place = f"{API}/libraries/{cinema.shelf.library_id}"
    assert (await admin.patch(place, json={"hard_links": policy})).json()["hard_links"] == policy


async def test_a_batch_sets_what_is_wrong_and_nothing_else(cinema: Cinema) -> None:
    wrong = cinema.film("Ringu", "en", "ja", original="ja")
    other = cinema.mp4("Tampopo", "en", "ja", original="ja")
    right = cinema.film("Heat", "en", "fr", original="en")
    cinema.film("Lost", "und", "und", original="fr")
    await cinema.look()
    before = bytes_of(right)

    told = await batch(cinema)
    counts = {
        name: told[name] for name in ("total", "processed", "changed", "right", "skipped", "failed")
    }
    assert counts == {
        "total": 4,
        "processed": 4,
        "changed": 2,
        "right": 1,
        "skipped": 1,
        "failed": 0,
    }
    assert (told["status"], told["percent"]) == ("completed", 100.0)
    assert (defaults(wrong), defaults(other)) == ([2], [2])
    assert bytes_of(right) == before
    assert await results(cinema, told) == {
        "Ringu": ("changed", 2), "Tampopo": ("changed", 2), "Heat": ("right", 1),
        "Lost": ("skipped", None),
    }  # fmt: skip
    assert await cinema.titles("wrong") == []
    assert await cinema.titles("right") == ["Heat", "Ringu", "Tampopo"]


async def test_a_second_batch_writes_nothing(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    await batch(cinema)
    wrote = path.stat().st_mtime_ns

    told = await batch(cinema)
    assert (told["changed"], told["right"], told["change_set_id"]) == (0, 1, None)
    assert path.stat().st_mtime_ns == wrote


async def test_what_was_written_is_not_probed_again(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    await batch(cinema)
    file = (await cinema.shelf.files())["Ringu/Ringu.mkv"]
    said = (cinema.shelf.root / "Ringu" / "Ringu.mkv").stat()
    tracks = await cinema.shelf.tracks("Ringu/Ringu.mkv")

    assert (file.size_bytes, file.mtime_ns) == (said.st_size, said.st_mtime_ns)
    assert [(track.track_index, track.is_default) for track in tracks] == [(1, False), (2, True)]
    await cinema.shelf.scan()
    assert (await cinema.judge())["judged"] == 0


async def test_a_dry_run_writes_nothing_and_says_the_same(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    before = bytes_of(path)

    told = await batch(cinema, dry_run=True)
    assert (told["changed"], told["change_set_id"]) == (1, None)
    assert bytes_of(path) == before


async def test_a_preview_of_the_library_equals_what_a_batch_does(cinema: Cinema) -> None:
    for number, languages in enumerate(
        (("en", "ja"), ("ja", "en"), ("fr",), ("und", "ja"), ("en", "en"))
    ):
        cinema.film(f"Film {number}", *languages, original="ja")
        cinema.mp4(f"Clip {number}", *languages, original="ja")
    await cinema.look()
    told = await cinema.get("audio/preview")

    done = await batch(cinema)
    assert (done["changed"], done["right"], done["skipped"]) == (
        told["wrong"],
        told["right"],
        told["unfit"],
    )


async def test_a_tried_rule_changes_what_it_said(cinema: Cinema) -> None:
    for name in ("Ringu", "Tampopo", "Heat"):
        cinema.film(name, "ja", "en", original="ja")
    await cinema.look()
    rule = {"name": "English", "languages": ["en"], "path": "**/?a*/*"}
    told = await cinema.send("POST", "audio/rules/preview", {"rule": rule})

    await cinema.send("POST", "audio/rules", rule, 201)
    done = await batch(cinema)
    changed = [
        name for name, (status, _) in (await results(cinema, done)).items() if status == "changed"
    ]
    assert changed == [Path(each["path"]).stem for each in told["listed"]] == ["Tampopo"]
    assert done["changed"] == told["would_change"]


async def test_an_undo_gives_every_byte_back_and_is_seen(cinema: Cinema) -> None:
    paths = [
        cinema.film("Ringu", "en", "ja", original="ja"),
        cinema.mp4("Tampopo", "en", "ja", original="ja"),
    ]
    await cinema.look()
    before = bytes_of(*paths)
    told = await batch(cinema)
    assert bytes_of(*paths) != before

    answer = await cinema.send(
        "POST", f"changes/{told['change_set_id']}/undo", {"changes": []}, 202
    )
    assert (await work(cinema, answer["id"]))["status"] == "completed"
    assert bytes_of(*paths) == before
    for kind in ("library.read_again", "library.scan", "audio.judge"):
        await until_done(cinema, kind)
    assert await cinema.titles("wrong") == ["Ringu", "Tampopo"]


async def until_done(cinema: Cinema, kind: str) -> None:
    for job in (await cinema.get("jobs", kind=kind, status=["queued", "running"]))["jobs"]:
        await work(cinema, job["id"])


async def test_a_filter_means_the_files_of_its_titles(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    cinema.film("Tampopo", "fr", "ja", original="ja")
    await cinema.look()

    told = await batch(cinema, filter={"audio_language": ["fr"]})
    assert await results(cinema, told) == {"Tampopo": ("changed", 2)}


async def test_a_reason_means_the_files_that_are_wrong_for_it(cinema: Cinema) -> None:
    paths = [cinema.film(name, "en", "ja", original="ja") for name in ("Ringu", "Tampopo")]
    french = cinema.film("Delicatessen", "en", "fr", original="fr")
    await cinema.look()

    told = await batch(cinema, filter={}, reason="Japanese is the original language.")
    assert (told["total"], told["changed"]) == (2, 2)
    assert [defaults(path) for path in (*paths, french)] == [[2], [2], [1]]


async def test_a_pattern_and_a_folder_alone_narrow(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    cinema.mp4("Tampopo", "en", "ja", original="ja")
    await cinema.look()

    assert (await batch(cinema, recursive=False))["total"] == 0
    assert await results(cinema, await batch(cinema, pattern="*.mp4")) == {
        "Tampopo": ("changed", 2)
    }
    assert await results(cinema, await batch(cinema, pattern="Ri*/**")) == {"Ringu": ("changed", 2)}


async def test_what_one_run_is_told_holds_for_it_alone(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", "fr")
    await cinema.look()

    assert (await batch(cinema, languages=["fre"]))["changed"] == 1
    assert defaults(path) == [3]
    assert (await batch(cinema, original_language="Japanese"))["changed"] == 1
    assert defaults(path) == [2]


@pytest.mark.parametrize(
    ("policy", "status", "twin"),
    [("skip", "skipped", [1]), ("edit", "changed", [2]), ("break", "changed", [1])],
)
async def test_hard_links_go_by_the_library(
    cinema: Cinema, tmp_path: Path, policy: str, status: str, twin: list[int]
) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    other = tmp_path / "seeding.mkv"
    other.hardlink_to(path)
    await cinema.look()
    await set_hard_links(cinema, policy)

    told = await batch(cinema)
    assert (await results(cinema, told))["Ringu"][0] == status
    assert defaults(other) == twin


@pytest.mark.parametrize(
    ("policy", "counts"),
    [
        ("skip", {"changed": 0, "right": 0, "skipped": 3}),
        ("edit", {"changed": 1, "right": 2, "skipped": 0}),
        ("break", {"changed": 3, "right": 0, "skipped": 0}),
    ],
)
async def test_every_name_of_a_file_is_gone_over(
    cinema: Cinema, policy: str, counts: dict[str, int]
) -> None:
    names = [cinema.film("Ringu", "en", "ja")]
    for name in ("Again.mkv", "Once more.mkv"):
        names.append(names[0].with_name(name))
        names[-1].hardlink_to(names[0])
    await cinema.look()
    await cinema.set(languages=["ja"])
    await set_hard_links(cinema, policy)
    would = await batch(cinema, dry_run=True, wait_for_growing=False)
    assert would["changed"] == (0 if policy == "skip" else 3)

    told = await batch(cinema, wait_for_growing=False)
    assert {name: told[name] for name in counts} == counts
    assert [defaults(name) for name in names] == [[1] if policy == "skip" else [2]] * 3
    await cinema.look()
    states = {file.default_audio for file in (await cinema.shelf.files()).values()}
    assert states == {"wrong" if policy == "skip" else "right"}


async def test_a_file_that_was_set_right_behind_our_back_is_known_to_be(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    said = path.stat()
    twin = cinema.film("Twin", "en", "ja", default=1)
    path.write_bytes(twin.read_bytes())  # a header like ours, and the time of the old one
    os.utime(path, ns=(said.st_atime_ns, said.st_mtime_ns))
    twin.unlink()

    assert (await batch(cinema))["right"] == 1
    assert await cinema.titles("right") == ["Ringu"]


async def test_a_file_that_grows_is_waited_for(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    await cinema.shelf.scan()

    impatient = await batch(cinema, wait_for_growing=False)
    assert (await results(cinema, impatient))["Ringu"][0] == "skipped"

    made = await cinema.send("POST", "batches", {"path": str(cinema.shelf.root)}, 202)
    working = asyncio.create_task(work(cinema, made["job_id"]))
    await asyncio.sleep(1)
    path.write_bytes(whole)
    assert (await working)["status"] == "completed"
    assert defaults(path) == [2]


async def test_one_file_is_fixed_by_a_job(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    cinema.film("Lost", "und", original="fr")
    await cinema.look()
    files = await cinema.shelf.files()

    async def fixed(name: str) -> dict[str, Any]:
        queued = await cinema.send("POST", f"files/{files[name].id}/audio", status=202)
        return await work(cinema, queued["id"])

    job = await fixed("Ringu/Ringu.mkv")
    assert (job["status"], job["result"]["track_index"], defaults(path)) == ("completed", 2, [2])
    assert (await fixed("Ringu/Ringu.mkv"))["result"]["status"] == "right"
    assert (await fixed("Lost/Lost.mkv"))["status"] == "skipped"
    async with cinema.house.database.reading() as session:
        made = (await session.scalars(select(ChangeSet))).all()
    assert [(each.kind, each.title) for each in made] == [("audio.fix", "Ringu")]


@pytest.mark.parametrize(
    ("body", "status", "key"),
    [
        ({}, 422, "audio.batch_unclear"),
        ({"filter": {}}, 422, "audio.batch_unclear"),
        ({"path": "/", "filter": {"missing": True}}, 422, "audio.batch_unclear"),
        ({"path": "{root}/nowhere/at/all"}, 422, "audio.not_there"),
        ({"path": "/nowhere/at/all"}, 422, "audio.not_covered"),
        ({"path": "/usr"}, 422, "audio.not_covered"),
        ({"path": "films"}, 422, "server.unfit"),
        ({"filter": {"missing": True}, "languages": ["xyzzy"]}, 422, "audio.not_a_language"),
    ],
)
async def test_a_batch_that_is_unclear_is_refused(
    cinema: Cinema, body: dict[str, Any], status: int, key: str
) -> None:
    if "path" in body:
        body = {**body, "path": body["path"].format(root=cinema.shelf.root)}
    answer = await cinema.operator.post(f"{API}/batches", json=body)

    assert (answer.status_code, answer.json()["key"]) == (status, key)


async def test_batches_are_listed_counted_and_cancelled(cinema: Cinema) -> None:
    cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    done = await batch(cinema)
    waiting = await cinema.send("POST", "batches", {"path": str(cinema.shelf.root)}, 202)
    cancelled = await cinema.send("POST", f"batches/{waiting['id']}/cancel")

    assert (waiting["status"], cancelled["status"]) == ("queued", "cancelled")
    page = await cinema.get("batches", limit=1)
    assert [each["id"] for each in page["batches"]] == [waiting["id"]]
    rest = await cinema.get("batches", before=page["next"])
    assert [each["id"] for each in rest["batches"]] == [done["id"]]
    only = await cinema.get("batches", status="completed")
    assert [each["id"] for each in only["batches"]] == [done["id"]]
    counts = await cinema.get("batches/statistics")
    assert (counts["batches"], counts["changed"]) == (2, 1)
    again = await cinema.operator.post(f"{API}/batches/{done['id']}/cancel")
    assert again.status_code == 409


async def test_bad_files_stop_no_batch(cinema: Cinema) -> None:
    good = cinema.film("Ringu", "en", "ja", original="ja")
    empty, text = cinema.film("Empty", "en"), cinema.film("Text", "en")
    empty.write_bytes(b"")
    text.write_text("This is no film at all. " * 50)
    (good.parent / "program.ts").write_text("export const films = [];")
    (link := good.with_name("Link.mkv")).symlink_to(good)
    os.truncate(cinema.film("Cut", "en", "ja", original="ja"), 200)
    await cinema.shelf.scan()

    told = await batch(cinema, wait_for_growing=False)
    found = await results(cinema, told)
    assert found["Ringu"] == ("changed", 2)
    assert found["Empty"][0] == found["Text"][0] == "failed"
    assert found["Cut"][0] in ("skipped", "failed")
    assert found["program"][0] == found["Link"][0] == "skipped"
    wanted = aside.Wanted(
        paths=[cinema.shelf.root],
        recursive=True,
        pattern="Link.mkv",
        languages=["en"],
        original_language=None,
    )
    (planned,) = await asyncio.to_thread(aside.plan, wanted)
    assert (planned.target.path, planned.status) == (link, "skipped")
    assert defaults(good) == [2]


async def test_two_batches_and_a_scan_may_meet_in_one_file(cinema: Cinema) -> None:
    paths = [cinema.film(f"Film {number}", "en", "ja", original="ja") for number in range(5)]
    await cinema.look()
    body = {"path": str(cinema.shelf.root)}
    made = [await cinema.send("POST", "batches", body, 202) for _ in range(2)]
    async with cinema.house.database.writing() as session:
        scan = await scan_library.enqueue(
            session, library_id=cinema.shelf.library_id, name=cinema.shelf.name
        )

    engine = EmbeddedEngine(cinema.house.database, data=cinema.house.data)
    await engine.start()
    for job_id in (made[0]["job_id"], made[1]["job_id"], scan.id):
        await ended(cinema, str(job_id))
    await engine.stop()

    told = [await cinema.get(f"batches/{each['id']}") for each in made]
    assert [each["status"] for each in told] == ["completed", "completed"]
    assert sum(each["changed"] for each in told) == 5
    assert all(each["failed"] == 0 for each in told)
    assert {tuple(defaults(path)) for path in paths} == {(2,)}
