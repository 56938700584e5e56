"""Files that are looked at, and planned, one by one: none stops another."""

import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from batching import batch, work
from cinema import API, Cinema

from maestrarr.core.accounts.callers import Role
from maestrarr.core.changes import looking
from maestrarr.core.changes.writes import Put
from maestrarr.core.jobs.running import Job
from maestrarr.features.audio import batches, fixing, steps
from maestrarr.features.audio.batches import Listed
from maestrarr.features.audio.copies import Copies
from maestrarr.features.audio.errors import CannotFix
from maestrarr.features.audio.fixing import FileStatus, How, Target
from maestrarr.features.audio.jobs import fix_audio
from maestrarr.features.audio.taste import Film, Taste
from maestrarr.kit.ids import new_id
from maestrarr.media.edits import Defaults
from maestrarr.media.matroska import ids
from maestrarr.media.remux import Bounds
from makers import make_mkv, sound
from noticing import occurred, somebody_listens

SEGMENT = ids.SEGMENT.to_bytes(4, "big")
SEEK_HEAD, UNKNOWN = ids.SEEK_HEAD.to_bytes(4, "big"), b"\x1a\x00\x00\x01"
CHECKSUM = b"\xbf\x84" + bytes(4)  # over the whole film, so that it has to be copied


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAway(Copies):
    """A film that is taken away just before it is to be copied."""

    def put(self, source: Path, defaults: Defaults, *, container: str | None) -> Put:
        source.unlink()
        return Copies.put(self, source, defaults, container=container)


def a_film(path: Path) -> Path:
    make_mkv(path, audio=[sound("en"), sound("ja", is_default=False)])
    return path


def a_film_to_copy(path: Path) -> Path:
    film = a_film(path).read_bytes()
    at = film.index(SEGMENT) + len(SEGMENT)
    width = 9 - film[at].bit_length()
    size = int.from_bytes(film[at : at + width], "big") + len(CHECKSUM)
    rest = CHECKSUM + film[at + width :].replace(SEEK_HEAD, UNKNOWN, 1)  # places are others now
    path.write_bytes(film[:at] + size.to_bytes(width, "big") + rest)
    return path


def test_a_film_that_goes_away_while_it_is_looked_at_is_told_and_stops_no_other(
    tmp_path: Path,
) -> None:
    gone, stays = a_film_to_copy(tmp_path / "a.mkv"), a_film(tmp_path / "b.mkv")
    film = Film(original_language="ja")
    targets = [
        Target(path=path, root=tmp_path, title=path.stem, film=film) for path in (gone, stays)
    ]
    look = looking.look([gone, stays])
    how = How(Taste(), TakenAway(bounds=Bounds()))

    found = fixing.examine(targets, looking.compare(look, look), how)

    (result,) = found.results
    assert (result.target.path, result.status) == (gone, FileStatus.FAILED)
    assert result.problem is not None
    assert result.problem.key == "changes.vanished"
    assert [each.write.path for each in found.ready] == [stays]


def test_what_mkvpropedit_cannot_copy_is_left_to_ffmpeg(tmp_path: Path) -> None:
    film = a_film_to_copy(tmp_path / "a.mkv")
    copies = Copies(bounds=Bounds(), program=tmp_path / "mkvpropedit")
    content = copies.put(film, Defaults(audio=2), container="matroska").content
    assert callable(content)

    # mkvpropedit would leave the checksum wrong; of FFmpeg's own reason, this is the sentence.
    with pytest.raises(CannotFix, match="A copy by FFmpeg would lose"):
        content(tmp_path / "copy.mkv")


async def test_a_film_that_somebody_has_to_look_at_is_told_of_once(cinema: Cinema) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    house = cinema.house
    await somebody_listens(house.database)
    path.write_bytes(b"no film any more" * 100)

    for _ in range(2):
        begun = await fix_audio.begin(house.database, file_id=new_id(), name="Ringu")
        job = Job(house.database, begun.record, data=house.data, outside=house.outside)
        (result,) = await steps.fix(job, "Ringu", [path])

    assert result.status is FileStatus.FAILED
    assert await occurred(house.database) == [("audio_unset", "Ringu.mkv")]


async def test_a_folder_that_its_library_lets_go_of_is_written_no_more(
    cinema: Cinema, tmp_path: Path
) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    await cinema.look()
    (file,) = (await cinema.shelf.files()).values()
    made = await cinema.send("POST", "batches", {"filter": {"default_audio": ["wrong"]}}, 202)
    async with cinema.house.database.writing() as session:
        await batches.list_files(session, UUID(made["id"]), [Listed(path, file.id)])
    (elsewhere := tmp_path / "elsewhere").mkdir()
    admin = await cinema.house.client_of(Role.ADMIN)
    patch = {"add_folders": [str(elsewhere)], "remove_folders": [str(cinema.shelf.root)]}
    place = f"{API}/libraries/{cinema.shelf.library_id}"
    assert (await admin.patch(place, json=patch)).status_code == 200

    assert (await work(cinema, made["job_id"]))["status"] == "completed"
    (told,) = (await cinema.get(f"batches/{made['id']}/files"))["files"]
    assert (told["status"], told["problem"]["key"]) == ("failed", "changes.outside_root")
    refused = await cinema.send("POST", f"files/{file.id}/audio", status=422)
    assert refused["key"] == "audio.not_covered"


async def test_an_undo_follows_a_film_into_another_folder_of_its_library(
    cinema: Cinema, tmp_path: Path
) -> None:
    path = cinema.film("Ringu", "en", "ja", original="ja")
    old = path.read_bytes()
    (more := tmp_path / "more").mkdir()
    admin = await cinema.house.client_of(Role.ADMIN)
    place = f"{API}/libraries/{cinema.shelf.library_id}"
    assert (await admin.patch(place, json={"add_folders": [str(more)]})).status_code == 200
    cinema.film("Alien", "en")
    cinema.mp4("Solaris", "ru").rename(more / "Solaris.mp4")
    await cinema.look()
    told = await batch(cinema)
    assert told["changed"] == 1

    moved = path.parent.rename(more / "Ringu") / path.name
    await cinema.look()
    undo = await cinema.send("POST", f"changes/{told['change_set_id']}/undo", status=202)

    assert (await work(cinema, undo["id"]))["error"] is None
    assert moved.read_bytes() == old


async def test_a_film_to_copy_is_left_for_its_other_names_unless_they_may_be_broken_off(
    cinema: Cinema, tmp_path: Path
) -> None:
    path = a_film_to_copy(cinema.film("Ringu", "en", "ja", original="ja"))
    os.link(path, tmp_path / "seed.mkv")
    await cinema.look()
    admin = await cinema.house.client_of(Role.ADMIN)
    why = []

    for policy in ("skip", "edit", "break"):  # for all libraries: this one says nothing itself
        said = {"values": {"hard_links": policy}}
        assert (await admin.patch(f"{API}/settings/changes", json=said)).status_code == 200
        told = await batch(cinema)
        (file,) = (await cinema.get(f"batches/{told['id']}/files"))["files"]
        why.append(file["problem"]["key"])

    # FFmpeg does not know every element of this film, and is only asked when it may be copied.
    assert why == ["changes.hard_linked", "changes.hard_linked", "audio.cannot_fix"]
