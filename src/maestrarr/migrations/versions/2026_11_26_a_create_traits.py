"""Keep with each title what its files make it filtered by, and index titles for browsing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id
from maestrarr.kit.db import Json

revision = "2026_11_26_a_create_traits"
down_revision = "2026_11_21_g_create_search"

_GROUPS = {
    "picture_traits": ("resolution", "hdr", "video_codec"),
    "audio_traits": ("audio_codec", "audio_language"),
    "subtitle_traits": ("subtitle_language",),
    "genre_traits": ("genre",),
}
_BROWSED = [
    "sort_title", "id", "kind", "library_id", "state", "year", "added_at", "missing_since",
    "is_monitored", "locked_fields", "size_bytes", "has_faults", "picture_traits", "audio_traits",
    "subtitle_traits", "genre_traits",
]  # fmt: skip
_KINDS = {"tops": "kind IN ('movie', 'series')", "parts": "kind IN ('season', 'episode')"}


def upgrade() -> None:
    op.create_table(
        "trait_sets",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.UniqueConstraint("digest", name="uq_trait_sets_digest"),
    )
    op.create_table(
        "traits",
        sa.Column("facet", sa.String(), primary_key=True),
        sa.Column("folded", sa.String(), primary_key=True),
        sa.Column(
            "set_id",
            sa.Integer(),
            sa.ForeignKey("trait_sets.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_index("ix_traits_set_id", "traits", ["set_id"])
    for column in (
        sa.Column("size_bytes", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("has_faults", sa.Boolean(), nullable=False, server_default=sa.false()),
        *(sa.Column(group, sa.Integer()) for group in _GROUPS),
    ):
        op.add_column("titles", column)
    _fill()
    for name, kinds in _KINDS.items():
        if op.get_bind().dialect.name == "sqlite":
            where = sa.text(kinds)
            op.create_index(f"ix_titles_browsing_{name}", "titles", _BROWSED, sqlite_where=where)
        else:
            order = ["sort_title", "id"]
            where = sa.text(kinds)
            op.create_index(f"ix_titles_order_{name}", "titles", order, postgresql_where=where)


def _fill() -> None:
    """Write down what follows for the titles that are there already, parts before their wholes."""
    connection = op.get_bind()
    columns = [sa.column("id", Id()), sa.column("parent_id", Id()), sa.column("kind")]
    titles = sa.table("titles", *columns, sa.column("genres", Json), *_facts())
    every = connection.execute(sa.select(titles.c.id, titles.c.parent_id, titles.c.kind)).all()
    if not every:
        return
    traits, sizes, faulty = _of_files(connection)
    parts = [title for kind in ("episode", "season") for title in every if title.kind == kind]
    for part in parts:
        traits[part.parent_id] |= traits[part.id]
        sizes[part.parent_id] |= sizes[part.id]
        faulty |= {part.parent_id} if part.id in faulty else set()
    for title_id, genres in connection.execute(sa.select(titles.c.id, titles.c.genres)):
        traits[title_id] |= {("genre", genre) for genre in genres}
    sets = _make_sets(connection, {frozenset(found) for found in traits.values()})
    update = titles.update().where(titles.c.id == sa.bindparam("_id"))
    rows = [
        {
            "_id": title.id,
            "size_bytes": sum(sizes[title.id].values()),
            "has_faults": title.id in faulty,
            **{group: sets[_only(group, traits[title.id])] for group in _GROUPS},
        }
        for title in every
    ]
    connection.execute(
        update.values({name: sa.bindparam(name) for name in rows[0] if name != "_id"}), rows
    )


def _facts() -> list[Any]:
    return [sa.column(name) for name in ("size_bytes", "has_faults", *_GROUPS)]


def _of_files(connection: sa.Connection) -> tuple[Any, Any, set[Any]]:
    """Return the traits, the sizes by file, and the faultiness of movies and episodes."""
    traits: dict[Any, set[tuple[str, str]]] = defaultdict(set)
    sizes: dict[Any, dict[Any, int]] = defaultdict(dict)
    tracks = sa.text(
        "SELECT f.title_id, t.kind, t.codec, t.language, t.hdr, t.width, t.height"
        " FROM title_files f JOIN tracks t ON t.media_file_id = f.media_file_id"
        " JOIN media_files m ON m.id = f.media_file_id AND m.role = 'feature'"
        " WHERE NOT t.is_attached_picture"
    ).columns(title_id=Id())
    for title_id, *track in connection.execute(tracks):
        traits[title_id].update(_traits_of(*track))
    files = sa.text(
        "SELECT f.title_id, m.id, m.size_bytes FROM title_files f"
        " JOIN media_files m ON m.id = f.media_file_id WHERE m.missing_since IS NULL"
    ).columns(title_id=Id(), id=Id())
    for title_id, file_id, size in connection.execute(files):
        sizes[title_id][file_id] = size
    faults = sa.text(
        "SELECT f.title_id FROM title_files f JOIN media_files m ON m.id = f.media_file_id"
        " JOIN file_faults x ON x.path = m.path"
        " UNION SELECT t.id FROM titles t JOIN file_faults x ON x.path = t.nfo_path"
    ).columns(title_id=Id())
    return traits, sizes, set(connection.scalars(faults))


def _traits_of(
    kind: str, codec: str, language: str, hdr: str | None, width: int, height: int
) -> Iterator[tuple[str, str]]:
    if kind == "video":
        tallest = max(height or 0, (width or 0) * 9 / 16)
        named = ((2000, "2160p"), (1000, "1080p"), (700, "720p"), (0, "sd"))
        yield "resolution", next(name for lowest, name in named if tallest >= lowest)
        yield "video_codec", codec
        yield from [("hdr", hdr)] if hdr else []
    elif kind == "audio":
        yield "audio_codec", codec
        yield "audio_language", language
    elif kind == "subtitle":
        yield "subtitle_language", language


def _only(group: str, found: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return frozenset(trait for trait in found if trait[0] in _GROUPS[group])


def _make_sets(
    connection: sa.Connection, every: Iterable[frozenset[tuple[str, str]]]
) -> dict[frozenset[tuple[str, str]], int]:
    parts = sorted({_only(group, found) for found in every for group in _GROUPS}, key=sorted)
    numbers = {part: number for number, part in enumerate(parts, start=1)}
    sets = sa.table("trait_sets", sa.column("id"), sa.column("digest"))
    traits = sa.table(
        "traits", *(sa.column(name) for name in ("facet", "folded", "set_id", "value"))
    )
    digests = [
        {
            "id": number,
            "digest": hashlib.blake2b(repr(sorted(part)).encode(), digest_size=16).hexdigest(),
        }
        for part, number in numbers.items()
    ]
    connection.execute(sets.insert(), digests)
    rows = {
        (facet, value[:100].casefold(), number): value[:100]
        for part, number in numbers.items()
        for facet, value in sorted(part)
    }
    connection.execute(
        traits.insert(),
        [
            {"facet": facet, "folded": folded, "set_id": number, "value": value}
            for (facet, folded, number), value in rows.items()
        ],
    )
    if connection.dialect.name == "postgresql":
        connection.execute(
            sa.text("SELECT setval(pg_get_serial_sequence('trait_sets', 'id'), :last)"),
            {"last": len(numbers)},
        )
    return numbers
