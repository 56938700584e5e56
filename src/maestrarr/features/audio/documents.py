"""What is decided about files, as documents for those who look."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from maestrarr.features.audio import queries
from maestrarr.features.audio.models import VerdictRecord
from maestrarr.features.audio.queries import FileFacts
from maestrarr.features.audio.taste import Verdict
from maestrarr.features.library.models import MediaFile, Title
from maestrarr.kit.db import in_pieces
from maestrarr.media.facts import AudioTrack
from maestrarr.media.roles import role_of

Document = dict[str, Any]


def files(connection: Connection, file_ids: Sequence[UUID]) -> list[Document]:
    """Describe files with what was decided about them, in their order."""
    found = queries.facts(connection, file_ids)
    said = _verdicts(connection, file_ids)
    titles = played(connection, found)
    return [
        _file(facts, titles.get(facts.id)) | _decided(facts, said.get(facts.id)) for facts in found
    ]


def tried(
    connection: Connection, listed: Sequence[tuple[FileFacts, Verdict, Verdict]]
) -> list[Document]:
    """Describe files under a rule that is tried, and as they are without it."""
    titles = played(connection, [facts for facts, *_ in listed])
    return [
        decided(facts, now, titles.get(facts.id))
        | {"before": before.track, "before_reason": before.reason}
        for facts, now, before in listed
    ]


def decided(facts: FileFacts, verdict: Verdict, title: Document | None) -> Document:
    """Describe a file with what is decided about it now."""
    said = {
        "default_audio": verdict.state,
        "track_index": verdict.track,
        "subtitle_index": verdict.subtitle,
        "reason": verdict.reason,
        "said": verdict.why.to_json(),
    }
    return _file(facts, title) | _decided(facts, said)


def _file(facts: FileFacts, title: Document | None) -> Document:
    """Describe a file, before anything is decided about it."""
    return {
        "file_id": facts.id,
        "path": facts.path,
        "library_id": facts.library_id,
        "container": facts.container,
        "title": title,
        "current": [track.index for track in facts.audio if track.is_default],
    }


def played(connection: Connection, found: Sequence[FileFacts]) -> dict[UUID, Document]:
    """Name what each file plays."""
    season, series = aliased(Title), aliased(Title)
    names = ("id", "kind", "title", "year", "season_number", "episode_number")
    query = (
        select(*(getattr(Title, name) for name in names), series.title.label("series"))
        .outerjoin(season, season.id == Title.parent_id)
        .outerjoin(series, series.id == season.parent_id)
    )
    titles: dict[UUID, Document] = {}
    for some in in_pieces([facts.title_ids[0] for facts in found if facts.title_ids]):
        for row in connection.execute(query.where(Title.id.in_(some))):
            titles[row.id] = dict(row._mapping)  # noqa: SLF001  # a row's public name for itself
    return {
        facts.id: titles[facts.title_ids[0]]
        for facts in found
        if facts.title_ids and facts.title_ids[0] in titles
    }


def _decided(facts: FileFacts, said: Mapping[str, Any] | None) -> Document:
    said = said or {}
    wanted = said.get("track_index")
    return {
        "state": said.get("default_audio"),
        "reason": said.get("reason"),
        "said": said.get("said") or [],
        "wanted": wanted,
        "wanted_subtitle": said.get("subtitle_index"),
        "tracks": [_track(track, is_wanted=track.index == wanted) for track in facts.audio],
    }


def _track(track: AudioTrack, *, is_wanted: bool) -> Document:
    names = (
        "index", "codec", "channels", "layout", "language", "title", "is_default", "is_enabled",
        "is_original",
    )  # fmt: skip
    said = {name: getattr(track, name) for name in names}
    return said | {"role": role_of(track).value, "is_wanted": is_wanted}


def _verdicts(connection: Connection, file_ids: Sequence[UUID]) -> dict[UUID, Mapping[str, Any]]:
    query = select(
        VerdictRecord.media_file_id,
        VerdictRecord.track_index,
        VerdictRecord.subtitle_index,
        VerdictRecord.reason,
        VerdictRecord.said,
        MediaFile.default_audio,
    ).join(MediaFile, MediaFile.id == VerdictRecord.media_file_id)
    found: dict[UUID, Mapping[str, Any]] = {}
    for some in in_pieces(file_ids):
        for row in connection.execute(query.where(VerdictRecord.media_file_id.in_(some))):
            found[row.media_file_id] = dict(row._mapping)  # noqa: SLF001  # a row's public name for itself
    return found
