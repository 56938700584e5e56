"""The migrations build what the models describe, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Index

from maestrarr import rooms
from maestrarr.kit import migrate
from maestrarr.kit.db import Base, Database


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression")
async def test_the_migrations_build_every_table_of_the_models(database: Database) -> None:
    rooms.load("models")

    def is_comparable(thing: object, name: str, kind: str, *_: object) -> bool:
        if kind == "table" and name.startswith("title_search_index"):
            return False  # FTS5 keeps it, in tables of its own
        if not isinstance(thing, Index):
            return True
        is_for = thing._ddl_if.dialect if thing._ddl_if else "postgresql"
        return not database.is_sqlite and is_for == "postgresql"  # SQLite tells no index's terms

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"include_object": is_comparable})
        return list(compare_metadata(context, Base.metadata))

    async with database.writer.connect() as connection:
        found = await connection.run_sync(differences)

    assert Base.metadata.tables
    assert found == []


def test_the_schemas_follow_each_other_in_the_order_of_their_names() -> None:
    known = migrate.known_schemas("maestrarr.migrations")

    assert known
    assert known == sorted(known)
