"""Create the table under which titles are found, and find those that are there already."""

import sqlalchemy as sa
from alembic import op

from maestrarr.kit.columns import Id, Words
from maestrarr.kit.text import fold, trigrams

revision = "2026_11_21_g_create_search"
down_revision = "2026_11_21_f_create_schedules"


def upgrade() -> None:
    counted = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    titles = sa.ForeignKey("titles.id", ondelete="CASCADE")
    search = op.create_table(
        "title_search",
        sa.Column("id", counted, primary_key=True, autoincrement=True),
        sa.Column("title_id", Id(), titles, nullable=False),
        sa.Column("is_part", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("original_name", sa.String(), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("trigrams", Words(), nullable=False),
        sa.UniqueConstraint("title_id", name="uq_title_search_title_id"),
    )
    if op.get_bind().dialect.name == "sqlite":
        _index_on_sqlite()
    else:
        op.create_index(
            "ix_title_search_words",
            "title_search",
            [sa.text("array_to_tsvector(words)")],
            postgresql_using="gin",
        )
        op.create_index(
            "ix_title_search_trigrams", "title_search", ["trigrams"], postgresql_using="gin"
        )
    _fill(search)


def _index_on_sqlite() -> None:
    op.execute(
        """
        CREATE VIRTUAL TABLE title_search_index USING fts5(
            words, trigrams, content='title_search', content_rowid='id', prefix='2 3',
            tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc' tokenchars '_'"
        )
        """
    )
    add = (
        "INSERT INTO title_search_index(rowid, words, trigrams) "
        "VALUES (new.id, new.words, new.trigrams);"
    )
    forget = (
        "INSERT INTO title_search_index(title_search_index, rowid, words, trigrams) "
        "VALUES ('delete', old.id, old.words, old.trigrams);"
    )
    for when, what in (("INSERT", add), ("DELETE", forget), ("UPDATE", forget + add)):
        op.execute(
            f"CREATE TRIGGER title_search_{when.lower()} AFTER {when} ON title_search "
            f"BEGIN {what} END"
        )


def _fill(search: sa.Table) -> None:
    """Let the titles be found by their names; the next change of their folder tells the rest."""
    titles = sa.table(
        "titles",
        sa.column("id", Id()),
        sa.column("kind", sa.String()),
        sa.column("title", sa.String()),
        sa.column("original_title", sa.String()),
    )
    known = op.get_bind().execute(sa.select(titles).where(titles.c.kind != "season")).all()
    rows = [
        {
            "title_id": title.id,
            "is_part": title.kind == "episode",
            "name": name,
            "original_name": original,
            "words": list(dict.fromkeys(f"{name} {original}".split())),
            "trigrams": trigrams(f"{name} {original}"),
        }
        for title in known
        for name, original in [(fold(title.title), fold(title.original_title or ""))]
    ]
    if rows:
        op.get_bind().execute(sa.insert(search), rows)
