"""Text inside films is listed with the files that it can be, becomes them, and can be undone."""

import pytest
from talkies import PLACE, Talkies

from daily import ON_SQLITE
from maestrarr.demo.video import spoken
from maestrarr.features.subtitles import policy
from maestrarr.features.subtitles.errors import NotExtracted, NothingToExtract
from maestrarr.media.facts import SubtitleTrack


@pytest.mark.parametrize(
    ("container", "track", "beside", "expected"),
    [
        ("matroska", SubtitleTrack(index=2, codec="subrip", language="fr"), [], ("F.fr.srt", None)),
        ("mp4", SubtitleTrack(index=2, codec="mov_text"), [], ("F.srt", None)),
        (
            "webm",
            SubtitleTrack(index=2, codec="ass", language="pt-BR", is_forced=True),
            ["f.pt-br.FORCED.ass"],
            ("F.pt-BR.forced.ass", "there"),
        ),
        ("avi", SubtitleTrack(index=2, codec="subrip"), [], (None, "container")),
        ("matroska", SubtitleTrack(index=2, codec="dvd_subtitle"), [], (None, "pictures")),
        ("matroska", SubtitleTrack(index=None, codec="srt"), [], (None, "beside")),
    ],
)
def test_a_track_says_which_file_it_would_be_or_why_none(
    container: str, track: SubtitleTrack, beside: list[str], expected: tuple[str, str]
) -> None:
    (found,) = policy.extractions("F", container, [track], beside)

    assert (found.name, found.reason) == expected


@ON_SQLITE
async def test_text_stands_beside_its_film_until_that_is_undone(talkies: Talkies) -> None:
    title_id, folder = await talkies.film(tr="no subtitle of ours")
    place = PLACE.format(title_id)

    listed = (await talkies.ask("GET", place))["files"][0]["tracks"]
    done = await talkies.run(await talkies.ask("POST", f"{place}/extract", status=202))

    said = [each["name"] or each["obstacle"]["facts"]["reason"] for each in listed]
    names = ["Film.fr.srt", "Film.fr.forced.ass", "Film.fr.2.srt"]
    assert said == [*names, "pictures", "beside"]
    assert sorted(done["written"]) == sorted(names)
    assert (folder / "Film.fr.2.srt").read_text() == spoken.as_srt("fr")
    await talkies.shelf.scan()
    again = (await talkies.ask("GET", place))["files"][0]["tracks"]
    assert [each["obstacle"]["facts"]["reason"] for each in again[:3]] == ["there"] * 3
    refused = await talkies.ask("POST", f"{place}/extract", status=202)
    with pytest.raises(NothingToExtract):
        await talkies.run(refused)

    (change_set,) = (await talkies.ask("GET", "changes"))["change_sets"]
    await talkies.run(await talkies.ask("POST", f"changes/{change_set['id']}/undo", status=202))

    assert sorted(path.name for path in folder.iterdir()) == ["Film.mkv", "Film.tr.srt"]


@ON_SQLITE
async def test_a_track_that_is_named_and_holds_pictures_is_refused_with_why(
    talkies: Talkies,
) -> None:
    title_id, folder = await talkies.film()
    place = PLACE.format(title_id)
    (file,) = (await talkies.ask("GET", place))["files"]
    body = {"tracks": [{"file_id": file["file_id"], "index": 5}]}

    queued = await talkies.ask("POST", f"{place}/extract", body, status=202)

    with pytest.raises(NotExtracted, match=r"Track 5 of Film\.mkv is made of pictures"):
        await talkies.run(queued)
    assert [path.name for path in folder.iterdir()] == ["Film.mkv"]
