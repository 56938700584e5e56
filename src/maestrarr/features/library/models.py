"""The tables of the library: what lies on the disk, and what we were told about it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.features.library import browsing
from maestrarr.kit.clock import now
from maestrarr.kit.columns import Words
from maestrarr.kit.db import Base
from maestrarr.kit.ids import new_id


class Library(Base):
    """Root folders of one kind, with their policies."""

    __tablename__ = "libraries"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    language: Mapped[str | None]
    providers: Mapped[list[str]]
    automation: Mapped[str]
    auto_enrich: Mapped[bool]
    auto_select: Mapped[bool]
    auto_publish: Mapped[bool]
    webhook_enabled: Mapped[bool]
    webhook_auto_publish: Mapped[bool]
    hard_links: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    scanned_at: Mapped[datetime | None]


class LibraryFolder(Base):
    """A folder whose contents belong to a library."""

    __tablename__ = "library_folders"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    library_id: Mapped[UUID] = mapped_column(ForeignKey("libraries.id", ondelete="CASCADE"))
    path: Mapped[Path] = mapped_column(unique=True)

    __table_args__ = (Index(None, "library_id"),)


class TitleFolder(Base):
    """A folder that is read as a whole, and the signature by which a change is seen."""

    __tablename__ = "title_folders"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    library_id: Mapped[UUID] = mapped_column(ForeignKey("libraries.id", ondelete="CASCADE"))
    path: Mapped[Path] = mapped_column(unique=True)
    shape: Mapped[str]
    signature: Mapped[bytes] = mapped_column(LargeBinary(16))

    __table_args__ = (Index(None, "library_id"),)


class Title(Base):
    """A movie, series, season, episode or set.

    `match_key` is where two folders of one title meet; `locked_fields` are the user's own, and
    `picture` is our copy of the one that stands for it. `sources` tells who said a field, as `nfo`
    or `user`. `set_name` is what a movie calls its set. An episode's `places` are those in other
    orders than as aired; `episode_order` is the one in which a series' files are numbered.
    """

    __tablename__ = "titles"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    library_id: Mapped[UUID] = mapped_column(ForeignKey("libraries.id", ondelete="CASCADE"))
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("titles.id", ondelete="CASCADE"))
    kind: Mapped[str]
    state: Mapped[str]
    state_before_missing: Mapped[str | None]
    match_key: Mapped[str]
    folder: Mapped[Path]
    title: Mapped[str]
    sort_title: Mapped[str]
    original_title: Mapped[str | None]
    year: Mapped[int | None]
    season_number: Mapped[int | None]
    episode_number: Mapped[int | None]
    absolute_number: Mapped[int | None]
    premiered: Mapped[date | None]
    tmdb_id: Mapped[int | None]
    tvdb_id: Mapped[int | None]
    imdb_id: Mapped[str | None]
    tagline: Mapped[str | None]
    outline: Mapped[str | None]
    plot: Mapped[str | None]
    runtime_minutes: Mapped[int | None]
    certification: Mapped[str | None]
    rating: Mapped[float | None]
    original_language: Mapped[str | None]
    set_name: Mapped[str | None]
    set_tmdb_id: Mapped[int | None]
    set_id: Mapped[UUID | None]
    status: Mapped[str | None]
    genres: Mapped[list[str]]
    studios: Mapped[list[str]]
    networks: Mapped[list[str]] = mapped_column(default=list)
    countries: Mapped[list[str]]
    languages: Mapped[list[str]] = mapped_column(default=list)
    tags: Mapped[list[str]]
    other_titles: Mapped[list[str]] = mapped_column(default=list)
    ratings: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    trailers: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    people: Mapped[list[dict[str, Any]]]
    places: Mapped[dict[str, Any]] = mapped_column(default=dict)
    episode_order: Mapped[str | None]
    sources: Mapped[dict[str, Any]] = mapped_column(default=dict)
    locked_fields: Mapped[list[str]]
    is_monitored: Mapped[bool]
    nfo_path: Mapped[Path | None]
    nfo_mtime_ns: Mapped[int | None] = mapped_column(BigInteger)
    added_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    missing_since: Mapped[datetime | None]
    size_bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    has_faults: Mapped[bool] = mapped_column(default=False)
    default_audio: Mapped[str | None]
    picture: Mapped[str | None]
    pictures_beside: Mapped[int] = mapped_column(default=0)
    pictures_chosen: Mapped[int] = mapped_column(default=0)
    is_unpublished: Mapped[bool] = mapped_column(default=False)
    picture_traits: Mapped[int | None]
    audio_traits: Mapped[int | None]
    subtitle_traits: Mapped[int | None]
    genre_traits: Mapped[int | None]

    __table_args__ = (
        UniqueConstraint("library_id", "match_key"),
        *(Index(None, name) for name in ("parent_id", "set_id", "tmdb_id", "tvdb_id", "imdb_id")),
        Index(None, "library_id", "kind", "state", "missing_since"),
        *browsing.indexes(),
    )


TITLES = cast("Table", Title.__table__)  # for what is read by the thousand, past the mapper


class MediaFile(Base):
    """One playable file; its stamp tells whether its facts are still true.

    Without a title folder it is adrift: no longer where it was, moved or gone. What it is marked
    with comes from rooms above, and is forgotten when something changes that it may rest on.
    """

    __tablename__ = "media_files"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    library_id: Mapped[UUID] = mapped_column(ForeignKey("libraries.id", ondelete="CASCADE"))
    title_folder_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("title_folders.id", ondelete="SET NULL")
    )
    path: Mapped[Path] = mapped_column(unique=True)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    mtime_ns: Mapped[int] = mapped_column(BigInteger)
    inode: Mapped[int] = mapped_column(BigInteger)
    role: Mapped[str]
    part: Mapped[int | None]
    edition: Mapped[str | None]
    version: Mapped[str | None]
    stereo: Mapped[str | None]
    container: Mapped[str | None]
    duration_seconds: Mapped[float | None]
    bitrate: Mapped[int | None] = mapped_column(BigInteger)
    container_title: Mapped[str | None]
    muxer: Mapped[str | None]
    unique_id: Mapped[str | None]
    tier: Mapped[str | None]
    default_audio: Mapped[str | None]
    chapters: Mapped[list[dict[str, Any]]]
    attachments: Mapped[list[dict[str, Any]]]
    added_at: Mapped[datetime] = mapped_column(default=now)
    missing_since: Mapped[datetime | None]

    __table_args__ = (
        Index(None, "title_folder_id"),
        Index(None, "library_id", "missing_since", "size_bytes"),
    )


class Track(Base):
    """One elementary stream of a media file, or a subtitle file beside it when `path` is set.

    `position` orders a file's tracks; `track_index` is the stream's number as ffprobe counts.
    """

    __tablename__ = "tracks"

    media_file_id: Mapped[UUID] = mapped_column(
        ForeignKey("media_files.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    track_index: Mapped[int | None]
    number: Mapped[int | None] = mapped_column(BigInteger)
    codec: Mapped[str]
    profile: Mapped[str | None]
    level: Mapped[str | None]
    language: Mapped[str]
    language_written: Mapped[str | None]
    title: Mapped[str | None]
    bitrate: Mapped[int | None] = mapped_column(BigInteger)
    bit_depth: Mapped[int | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    frame_rate: Mapped[float | None]
    hdr: Mapped[str | None]
    dolby_vision_profile: Mapped[int | None]
    channels: Mapped[int | None]
    layout: Mapped[str | None]
    sample_rate: Mapped[int | None]
    is_default: Mapped[bool]
    is_enabled: Mapped[bool]
    is_original: Mapped[bool]
    is_forced: Mapped[bool]
    is_commentary: Mapped[bool]
    is_hearing_impaired: Mapped[bool]
    is_visual_impaired: Mapped[bool]
    is_dub: Mapped[bool]
    is_attached_picture: Mapped[bool]
    path: Mapped[Path | None]


class TitleFile(Base):
    """That a file plays a title: a version, a part, an episode of several, or an extra."""

    __tablename__ = "title_files"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    media_file_id: Mapped[UUID] = mapped_column(
        ForeignKey("media_files.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int]

    __table_args__ = (Index(None, "media_file_id"),)


class LocalArtwork(Base):
    """A picture that stands beside the media of a title."""

    __tablename__ = "local_artwork"

    title_id: Mapped[UUID] = mapped_column(
        ForeignKey("titles.id", ondelete="CASCADE"), primary_key=True
    )
    path: Mapped[Path] = mapped_column(primary_key=True)
    title_folder_id: Mapped[UUID] = mapped_column(
        ForeignKey("title_folders.id", ondelete="CASCADE")
    )
    type: Mapped[str]
    number: Mapped[int]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    mtime_ns: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (Index(None, "title_folder_id"),)


class FileFault(Base):
    """What is wrong with one file on disk; `title_folder_id` is None when it lies in none.

    `cause` is the key and the facts of `reason`, None where it was found before these were kept.
    """

    __tablename__ = "file_faults"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    library_id: Mapped[UUID] = mapped_column(ForeignKey("libraries.id", ondelete="CASCADE"))
    title_folder_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("title_folders.id", ondelete="CASCADE")
    )
    path: Mapped[Path] = mapped_column(index=True)
    kind: Mapped[str]
    reason: Mapped[str]
    cause: Mapped[dict[str, Any] | None]
    found_at: Mapped[datetime] = mapped_column(default=now)

    __table_args__ = (Index(None, "library_id"), Index(None, "title_folder_id"))


class TraitSet(Base):
    """Traits that titles have in common, such as every language they speak.

    A title points to the set that is true of it, so that thousands of titles are filtered and
    counted by the few sets there are. A set never changes and is never forgotten.
    """

    __tablename__ = "trait_sets"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    digest: Mapped[str] = mapped_column(unique=True)


class Trait(Base):
    """One trait of a set, such as the audio language `en`; `folded` is its value without case."""

    __tablename__ = "traits"

    facet: Mapped[str] = mapped_column(primary_key=True)
    folded: Mapped[str] = mapped_column(primary_key=True)
    set_id: Mapped[int] = mapped_column(
        ForeignKey("trait_sets.id", ondelete="CASCADE"), primary_key=True
    )
    value: Mapped[str]

    __table_args__ = (Index(None, "set_id"),)


class RememberedTitle(Base):
    """What the user decided about a title that is gone, kept until its ids come back.

    A season or episode is known by its series' ids and its `place` in it, such as `/1/2`. A title
    whose ids are the user's own is known by its name as well: no file says these ids.
    """

    __tablename__ = "remembered_titles"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    place: Mapped[str]
    match_key: Mapped[str | None]
    tmdb_id: Mapped[int | None]
    tvdb_id: Mapped[int | None]
    imdb_id: Mapped[str | None]
    is_monitored: Mapped[bool]
    locked_values: Mapped[dict[str, Any]]
    kept_at: Mapped[datetime] = mapped_column(default=now)

    __table_args__ = (
        Index(None, "tmdb_id"),
        Index(None, "tvdb_id"),
        Index(None, "imdb_id"),
        Index(None, "match_key"),
    )


class TitleSearch(Base):
    """The folded text under which a title is found, and the trigrams of its names.

    SQLite searches it through the FTS5 table `title_search_index`, which triggers keep true.
    """

    __tablename__ = "title_search"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    title_id: Mapped[UUID] = mapped_column(ForeignKey("titles.id", ondelete="CASCADE"), unique=True)
    is_part: Mapped[bool]
    name: Mapped[str]
    original_name: Mapped[str]
    words: Mapped[list[str]] = mapped_column(Words)
    trigrams: Mapped[list[str]] = mapped_column(Words)

    __table_args__ = (
        Index(
            "ix_title_search_words", text("array_to_tsvector(words)"), postgresql_using="gin"
        ).ddl_if(dialect="postgresql"),
        Index("ix_title_search_trigrams", "trigrams", postgresql_using="gin").ddl_if(
            dialect="postgresql"
        ),
    )
