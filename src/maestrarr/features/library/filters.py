"""A filter over titles, in the database's words."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, and_, case, cast, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.features.library.models import FileFault, MediaFile, Title, TitleFile, Track
from maestrarr.features.library.schemas import Resolution, TitleFilter
from maestrarr.features.library.states import TitleKind

HEIGHTS = {Resolution.UHD: 2000, Resolution.FULL_HD: 1000, Resolution.HD: 700, Resolution.SD: 0}

TOPS = text("titles.kind IN ('movie', 'series')")  # literal, as partial indexes say it
PICTURE = and_(Track.kind == "video", Track.is_attached_picture.is_(False))


def conditions(session: AsyncSession, wanted: TitleFilter) -> list[ColumnElement[bool]]:
    """Return what has to be true of a title that is meant."""
    return [*_own(session, wanted), *_of_files(wanted), *_of_size(wanted)]


def size_bytes() -> ColumnElement[int]:
    """Measure the files of a title, and of everything below it, in bytes."""
    season, episode = aliased(Title), aliased(Title)
    own = _sum().where(TitleFile.title_id == Title.id)
    of_season = _sum().join(episode, episode.id == TitleFile.title_id)
    of_series = of_season.join(season, season.id == episode.parent_id)
    total = case(
        (
            Title.kind == TitleKind.SERIES.value,
            of_series.where(season.parent_id == Title.id).correlate(Title).scalar_subquery(),
        ),
        (
            Title.kind == TitleKind.SEASON.value,
            of_season.where(episode.parent_id == Title.id).correlate(Title).scalar_subquery(),
        ),
        else_=own.correlate(Title).scalar_subquery(),
    )
    return cast(func.coalesce(total, 0), BigInteger)


def picture_name() -> ColumnElement[str]:
    """Name the resolution of a picture track."""
    by_width = Track.width * 9 / 16
    tallest = case((Track.height >= by_width, Track.height), else_=by_width)
    return case(
        *((tallest >= height, name.value) for name, height in HEIGHTS.items()),
        else_=Resolution.SD.value,
    )


def genres(session: AsyncSession) -> Any:  # noqa: ANN401  # a table-valued function
    """Take the genres of a title apart, one row each, in the column `value`."""
    if session.get_bind().dialect.name == "sqlite":
        return func.json_each(Title.genres).table_valued("value")
    return func.jsonb_array_elements_text(Title.genres).table_valued("value")


def is_locked(session: AsyncSession) -> ColumnElement[bool]:
    """Tell whether the user keeps a field of a title as it is."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    length = func.json_array_length if is_sqlite else func.jsonb_array_length
    return length(Title.locked_fields) > 0


def has_faults() -> ColumnElement[bool]:
    """Tell whether something is wrong with a file or the NFO file of a title or one below it."""
    files = (
        select(TitleFile.title_id)
        .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
        .where(MediaFile.path.in_(select(FileFault.path)))
    )
    has_nfo = Title.nfo_path.is_not(None)
    return or_(_plays(files), and_(has_nfo, Title.nfo_path.in_(select(FileFault.path))))


def _own(session: AsyncSession, wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    yield _any_of(Title.kind, wanted.kind) if wanted.kind else TOPS  # type: ignore[misc]  # text
    if wanted.library:
        yield Title.library_id.in_(wanted.library)
    if wanted.state:
        yield _any_of(Title.state, wanted.state)
    if wanted.year_from is not None:
        yield Title.year >= wanted.year_from
    if wanted.year_to is not None:
        yield Title.year <= wanted.year_to
    if wanted.genre:
        each = genres(session)
        named = func.lower(each.c.value).in_([genre.lower() for genre in wanted.genre])
        yield select(each.c.value).where(named).correlate(Title).exists()
    if wanted.added_since is not None:
        yield Title.added_at >= wanted.added_since
    flags = (
        (wanted.locked, is_locked(session)),
        (wanted.monitored, Title.is_monitored.is_(True)),
        (wanted.missing, Title.missing_since.is_not(None)),
        (wanted.has_faults, has_faults()),
    )
    yield from (said if flag else ~said for flag, said in flags if flag is not None)


def _of_files(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    audio, subtitle = Track.kind == "audio", Track.kind == "subtitle"
    asked = (
        (wanted.resolution, PICTURE, picture_name()),
        (wanted.hdr, PICTURE, Track.hdr),
        (wanted.video_codec, PICTURE, Track.codec),
        (wanted.audio_codec, audio, Track.codec),
        (wanted.audio_language, audio, Track.language),
        (wanted.subtitle_language, subtitle, Track.language),
    )
    for words, kind, value in asked:
        if words:
            query = select(TitleFile.title_id).join(
                Track, Track.media_file_id == TitleFile.media_file_id
            )
            yield _plays(query.where(kind, _any_of(value, words)))


def _of_size(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.size_from is not None:
        yield size_bytes() >= wanted.size_from
    if wanted.size_to is not None:
        yield size_bytes() <= wanted.size_to


def _plays(files: Select[Any]) -> ColumnElement[bool]:
    """Tell whether a title, or one below it, is among those whose files fit."""
    leaves = files.cte()
    season, episode = aliased(Title), aliased(Title)
    fitting = select(leaves.c.title_id)
    is_part = episode.parent_id.is_not(None)  # a null among them would make every NOT IN unknown
    seasons = select(episode.parent_id).where(is_part, episode.id.in_(fitting))
    series = select(season.parent_id).where(season.parent_id.is_not(None), season.id.in_(seasons))
    return or_(Title.id.in_(fitting), Title.id.in_(seasons), Title.id.in_(series))


def _any_of(value: Any, words: Sequence[str]) -> ColumnElement[bool]:  # noqa: ANN401  # a column
    condition: ColumnElement[bool] = value.in_([str(word) for word in words])
    return condition


def _sum() -> Select[Any]:
    return (
        select(func.sum(MediaFile.size_bytes))
        .select_from(TitleFile)
        .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
        .where(MediaFile.missing_since.is_(None))
    )
