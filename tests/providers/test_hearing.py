"""Every report that a service sends is read into our words, as the samples show."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
import pytest

from contracts import CONTRACTS
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.news import FileNews, Heard, OfFiles, PlayNews, ServiceNews
from maestrarr.providers.reading import Unreadable
from maestrarr.providers.registry import KINDS

HOOKS = CONTRACTS / "webhooks"
TEMPLATES: Final = {"tautulli/TEMPLATE_body", "tautulli/TEMPLATE_headers_subject"}
# What each sample says happened; nothing where it is known, and of no concern.
EXPECTED: Final = {
    "radarr/ApplicationUpdate": "updated", "radarr/Download_import": "imported",
    "radarr/Download_manual_no_release": "imported", "radarr/Download_upgrade": "upgraded",
    "radarr/Grab": "grabbed", "radarr/Health": "unwell", "radarr/HealthRestored": "well",
    "radarr/ManualInteractionRequired": "needs_somebody", "radarr/MovieAdded": "added",
    "radarr/MovieDelete": "removed_with_files", "radarr/MovieFileDelete": "deleted",
    "radarr/MovieFileDelete_upgrade": "replaced", "radarr/Rename": "renamed", "radarr/Test": None,
    "sonarr/ApplicationUpdate": "updated", "sonarr/Download_import": "imported",
    "sonarr/Download_importComplete": "imported", "sonarr/Download_import_v5": "imported",
    "sonarr/Download_multiepisode": "imported", "sonarr/Download_upgrade": "upgraded",
    "sonarr/EpisodeFileDelete": "deleted", "sonarr/EpisodeFileDelete_upgrade": "replaced",
    "sonarr/Grab": "grabbed", "sonarr/Health": "unwell", "sonarr/HealthRestored": "well",
    "sonarr/ManualInteractionRequired": "needs_somebody", "sonarr/Rename": "renamed",
    "sonarr/SeriesAdd": "added", "sonarr/SeriesDelete": "removed_with_files",
    "sonarr/Test": None,
    "seerr/ISSUE_COMMENT": "commented", "seerr/ISSUE_CREATED": "created",
    "seerr/ISSUE_REOPENED": "reopened", "seerr/ISSUE_RESOLVED": "resolved",
    "seerr/MEDIA_APPROVED": "approved", "seerr/MEDIA_AUTO_APPROVED": "approved",
    "seerr/MEDIA_AUTO_REQUESTED": "pending", "seerr/MEDIA_AVAILABLE": "available",
    "seerr/MEDIA_DECLINED": "declined", "seerr/MEDIA_FAILED": "failed",
    "seerr/MEDIA_PENDING": "pending", "seerr/TEST_NOTIFICATION": None,
    "tautulli/created": "added", "tautulli/watched": "watched",
    "jellyfin/ItemAdded_episode": "added", "jellyfin/ItemAdded_movie": "added",
    "jellyfin/ItemDeleted": "removed", "jellyfin/PlaybackStart": "started",
    "jellyfin/PlaybackStop": "watched", "jellyfin/TaskCompleted": "scanned",
    "jellyfin/UserCreated": None, "jellyfin/UserDataSaved": "marked",
    "plex/admin.database.backup": "backed_up", "plex/admin.database.corrupted": "damaged",
    "plex/device.new": None, "plex/library.new": "added", "plex/library.on.deck": None,
    "plex/media.pause": "paused", "plex/media.play": "started", "plex/media.rate": "rated",
    "plex/media.resume": "resumed", "plex/media.scrobble": "watched",
    "plex/media.stop": "stopped", "plex/playback.started": "started",
}  # fmt: skip
MOVIE = ExternalIds(tmdb=990001, imdb="tt9900001")
SERIES = ExternalIds(tmdb=99003, tvdb=990003, imdb="tt9900003")


def hear(service: str, body: bytes, kind: str = "application/json") -> Heard:
    listen = KINDS[service].hear
    assert listen is not None
    return listen(body, kind)


@cache
def heard(sample: str) -> Heard:
    path = HOOKS / f"{sample}.json"
    if not path.is_file():
        pytest.skip(f"{path} is not there: nothing shows what is sent")
    return hear(sample.split("/", maxsplit=1)[0], path.read_bytes())


@pytest.mark.parametrize("sample", EXPECTED)
def test_every_sample_says_what_happened(sample: str) -> None:
    told = heard(sample)

    assert told.is_known
    assert [news.what.value for news in told.news] == [each for each in [EXPECTED[sample]] if each]


def test_no_sample_is_left_out() -> None:
    if not HOOKS.is_dir():
        pytest.skip(f"{HOOKS} is not there")
    there = {f"{path.parent.name}/{path.stem}" for path in HOOKS.glob("*/*.json")}

    assert there - TEMPLATES == {*EXPECTED}


@pytest.mark.parametrize(
    "sample", [name for name, what in EXPECTED.items() if what in {*OfFiles} and "arr/" in name]
)
def test_news_of_files_say_where_to_look_and_which_title(sample: str) -> None:
    [news] = heard(sample).news
    assert isinstance(news, FileNews)
    is_movie = sample.startswith("radarr")

    assert news.folder == ("/movies/Sample Movie (2021)" if is_movie else "/tv/Sample Show")
    assert news.hints.ids == (MOVIE if is_movie else SERIES)
    assert (news.hints.kind, news.hints.original_language) == (
        "movie" if is_movie else "series",
        "en",
    )
    assert news.hints.tags == ("keep",)
    folder = news.folder
    assert folder is not None
    assert all(path.startswith(folder) for path in news.paths)
    without_files = {OfFiles.GRABBED, OfFiles.ADDED, OfFiles.REMOVED_WITH_FILES}
    assert bool(news.paths) == (news.what not in without_files)


def test_the_end_of_an_import_names_every_file_and_the_same_download() -> None:
    [each], [end] = (
        heard("sonarr/Download_import").news,
        heard("sonarr/Download_importComplete").news,
    )
    assert isinstance(each, FileNews)
    assert isinstance(end, FileNews)

    assert {*each.paths} < {*end.paths}
    assert each.download_id == end.download_id


def test_renamed_files_say_how_they_were_called() -> None:
    [news] = heard("radarr/Rename").news
    assert isinstance(news, FileNews)

    assert [*news.previous.values()] == ["/movies/Sample Movie (2021)/old.mkv"]


def test_files_that_stay_are_told_from_files_that_go() -> None:
    told = hear("radarr", b'{"eventType":"MovieDelete","deletedFiles":false,"movie":{"title":"x"}}')

    assert [news.what for news in told.news] == [OfFiles.REMOVED]


def test_plex_sends_a_form_with_a_picture() -> None:
    path = HOOKS / "plex" / "media.scrobble.multipart.http"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    head, _, body = path.read_bytes().partition(b"\r\n\r\n")
    kind = next(line for line in head.decode().splitlines() if line.startswith("Content-Type: "))

    told = hear("plex", body, kind.removeprefix("Content-Type: "))

    assert told == heard("plex/media.scrobble")


def test_who_played_what_is_told() -> None:
    [news] = heard("jellyfin/PlaybackStart").news
    assert isinstance(news, PlayNews)

    assert (news.user, news.server, news.hints.ids) == ("alice", "jf", MOVIE)


@pytest.mark.parametrize("service", ["jellyfin", "plex", "radarr", "sonarr", "seerr", "tautulli"])
@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b"{", b'"x"', b"[" * 5_000])
def test_what_is_no_report_is_said_to_be_none(service: str, body: bytes) -> None:
    for kind in ("application/json", "multipart/form-data; boundary=x", "multipart/form-data", ""):
        with pytest.raises(Unreadable):
            hear(service, body, kind)


STRANGE: list[Any] = [None, 7, "x", True, [], [None], {}, {"a": {}}, 1e300]


@pytest.mark.parametrize("sample", ["radarr/Download_upgrade", "sonarr/Download_importComplete",
                                    "seerr/MEDIA_AUTO_APPROVED", "tautulli/watched",
                                    "jellyfin/ItemAdded_movie", "plex/library.new"])  # fmt: skip
def test_fields_of_strange_types_refuse_no_report(sample: str) -> None:
    path: Path = HOOKS / f"{sample}.json"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    whole = orjson.loads(path.read_bytes())
    service = sample.split("/", maxsplit=1)[0]

    for key in whole:
        for strange in STRANGE:
            hear(service, orjson.dumps(whole | {key: strange}))


@pytest.mark.parametrize("service", ["jellyfin", "plex", "radarr", "sonarr", "seerr", "tautulli"])
def test_a_report_that_is_not_known_is_no_mistake(service: str) -> None:
    told = hear(service, b'{"eventType": "Sunrise", "event": "sunrise"}')

    assert not told.is_known
    assert told.news == ()


def test_what_a_service_says_of_itself_is_said_in_its_words() -> None:
    [news] = heard("sonarr/Health").news
    assert isinstance(news, ServiceNews)

    assert news.words == "Missing root folder: /tv"
