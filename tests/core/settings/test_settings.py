"""What is set holds, typed, in every process; what does not fit is refused in words."""

import asyncio
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pydantic import JsonValue, SecretStr
from samples import SampleSettings
from sqlalchemy import update

from maestrarr.core.settings import cache, queries, service
from maestrarr.core.settings.errors import (
    NotAnExport,
    SettingsOutdated,
    SettingsUnknown,
    SettingsWrong,
)
from maestrarr.core.settings.models import SettingsRecord
from maestrarr.core.settings.values import HIDDEN, Current, checked, plain
from maestrarr.kit.db import Database

HOSTILE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


async def change(database: Database, values: Mapping[str, JsonValue], **more: object) -> Current:
    async with database.writing() as session:
        return await service.change(session, "sample", values, **more)  # type: ignore[arg-type]


async def read(database: Database) -> SampleSettings:
    async with database.reading() as session:
        return await service.read(session, SampleSettings)


async def test_what_nobody_set_has_its_default(database: Database) -> None:
    assert await read(database) == SampleSettings()
    assert await cache.remembered(database, SampleSettings) == SampleSettings()


async def test_what_was_set_is_read_back_typed_and_the_rest_stays(database: Database) -> None:
    first = await change(database, {"count": 7, "names": ["a", "b"]})
    second = await change(database, {"key": "hunter2", "share": 1})

    found = await read(database)
    assert (first.version, second.version) == (1, 2)
    assert (found.count, found.names, found.share, found.word) == (7, ("a", "b"), 1.0, "a")
    assert isinstance(found.key, SecretStr)
    assert found.key.get_secret_value() == "hunter2"


async def test_setting_what_is_so_already_changes_nothing(database: Database) -> None:
    await change(database, {"count": 7})
    again = await change(database, {"count": 7, "word": "a"})

    assert again.version == 1
    assert again.stored == {"count": 7}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"count": 0}, "sample.count must be greater than or equal to 1"),
        ({"count": "5"}, "sample.count must be a whole number"),
        ({"count": True}, "sample.count must be a whole number"),
        ({"share": float("nan")}, "sample.share must be a finite number"),
        ({"is_on": 1}, "sample.is_on must be true or false"),
        ({"word": "x" * 21}, "sample.word must have at most 20 characters"),
        ({"word": "a\0b"}, "sample.word holds what is no character"),
        ({"names": ["\ud800"]}, "sample.names holds what is no character"),
        ({"\ud800": 1}, r"sample.\ud800 holds what is no character"),
        ({"colour": "blue"}, "sample.colour must be 'red' or 'green'"),
        ({"cuont": 5}, "sample.cuont is not a setting; did you mean count?"),
        ({"least": 50}, "sample does not fit: count must not be below least"),
    ],
)
async def test_what_does_not_fit_is_refused_in_words_and_nothing_is_set(
    sqlite_database: Database, values: dict[str, JsonValue], said: str
) -> None:
    with pytest.raises(SettingsWrong) as caught:
        await change(sqlite_database, {"share": 0.25, **values})

    assert caught.value.sentence == f"Nothing was set: {said}."
    assert await read(sqlite_database) == SampleSettings()


async def test_every_mistake_is_told_and_a_secret_is_not(sqlite_database: Database) -> None:
    with pytest.raises(SettingsWrong) as caught:
        await change(sqlite_database, {"count": 0, "share": 7, "key": ["hunter2"]})

    assert len(caught.value.mistakes) == 3
    assert "hunter2" not in str(caught.value)


@examples(deadline=None, max_examples=300)
@given(st.dictionaries(st.sampled_from(list(SampleSettings.model_fields)) | st.text(), HOSTILE))
def test_whatever_comes_is_read_back_typed_or_refused_in_words(values: dict[str, object]) -> None:
    try:
        settings = checked(SampleSettings, values)
    except SettingsWrong as wrong:
        str(wrong).encode()
    else:
        assert checked(SampleSettings, plain(settings)) == settings
        assert all(getattr(settings, name) is not None for name in values if name != "key")


@examples(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
@given(
    values=st.fixed_dictionaries(
        {},
        optional={
            "count": st.integers(-1, 120),
            "share": st.floats(),
            "word": st.text(max_size=25),
            "names": st.lists(st.text(), max_size=3),
            "key": st.none() | st.text(),
        },
    )
)
async def test_what_is_set_in_a_database_is_read_from_it(
    database: Database, values: dict[str, JsonValue]
) -> None:
    try:
        changed = await change(database, values)
    except SettingsWrong:
        return
    assert await read(database) == changed.settings
    said = plain(changed.settings)
    assert {name: said[name] for name in values} == values


async def test_of_two_changes_at_once_one_wins_and_the_other_is_told(database: Database) -> None:
    await change(database, {"word": "before"})

    outcomes = await asyncio.gather(
        *(change(database, {"count": number}, version=1) for number in range(10, 20)),
        return_exceptions=True,
    )

    won = [one for one in outcomes if isinstance(one, Current)]
    told = [one for one in outcomes if isinstance(one, SettingsOutdated)]
    assert (len(won), len(told)) == (1, 9)
    assert await read(database) == won[0].settings
    assert "version 2, not 1" in str(told[0])


async def test_the_first_change_is_also_won_once(database: Database) -> None:
    outcomes = await asyncio.gather(
        *(change(database, {"count": number}, version=0) for number in range(10, 15)),
        return_exceptions=True,
    )

    assert [type(one) for one in outcomes].count(SettingsOutdated) == 4


async def test_changes_of_different_fields_at_once_all_last(database: Database) -> None:
    await asyncio.gather(
        change(database, {"count": 9}),
        change(database, {"word": "b"}),
        change(database, {"share": 1}),
    )

    found = await read(database)
    assert (found.count, found.word, found.share) == (9, "b", 1.0)


async def test_a_reset_gives_defaults_back_and_is_a_change(database: Database) -> None:
    await change(database, {"count": 7, "word": "b"})
    async with database.writing() as session:
        one = await service.reset(session, "sample", ["count"])
    assert (one.version, one.shown["count"], one.shown["word"]) == (2, 3, "b")

    async with database.writing() as session:
        every = await service.reset(session, "sample", version=2)
    assert every.settings == SampleSettings()
    with pytest.raises(SettingsUnknown, match=r"sample\.nothing"):
        async with database.writing() as session:
            await service.reset(session, "sample", ["nothing"])


async def test_a_reset_that_leaves_what_does_not_fit_is_refused(sqlite_database: Database) -> None:
    await change(sqlite_database, {"count": 50, "least": 40})

    with pytest.raises(SettingsWrong, match="must not be below least"):
        async with sqlite_database.writing() as session:
            await service.reset(session, "sample", ["count"])
    assert (await read(sqlite_database)).count == 50


async def test_the_history_tells_who_set_what_when_and_hides_secrets(database: Database) -> None:
    await change(database, {"count": 7, "key": "hunter2"}, changed_by="ada")
    await change(database, {"key": HIDDEN, "count": 8}, changed_by="bob")
    async with database.writing() as session:
        await service.reset(session, "sample", changed_by="ada")

    async with database.reading() as session:
        found = await queries.changes(session, name="sample")
        page = await queries.changes(session, before=found[1].id, limit=2)
    told = [(one.changed_by, one.field, one.before, one.after, one.version) for one in found]
    assert sorted(told[:2]) == [("ada", "count", 8, 3, 3), ("ada", "key", HIDDEN, None, 3)]
    assert told[2] == ("bob", "count", 7, 8, 2)
    assert sorted(told[3:]) == [("ada", "count", 3, 7, 1), ("ada", "key", None, HIDDEN, 1)]
    assert [one.id for one in page] == [one.id for one in found[2:4]]
    assert all(one.changed_at.tzinfo for one in found)


async def test_a_secret_that_comes_back_as_shown_stays_what_it_is(database: Database) -> None:
    shown = (await change(database, {"key": "hunter2"})).shown
    assert shown["key"] == HIDDEN

    await change(database, shown | {"count": 5})

    found = await read(database)
    assert found.key is not None
    assert found.key.get_secret_value() == "hunter2"


async def test_a_change_is_seen_at_once_in_its_process_and_not_before_it_is_committed(
    database: Database,
) -> None:
    assert (await cache.remembered(database, SampleSettings)).count == 3
    async with database.writing() as session:
        await service.change(session, "sample", {"count": 7})
        assert (await service.read(session, SampleSettings)).count == 7
    assert (await cache.remembered(database, SampleSettings)).count == 7

    with pytest.raises(ZeroDivisionError):
        async with database.writing() as session:
            await service.change(session, "sample", {"count": 8})
            raise ZeroDivisionError
    assert (await cache.remembered(database, SampleSettings)).count == 7


async def test_a_change_by_another_process_is_seen_within_a_second(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = 1000.0
    monkeypatch.setattr(cache.time, "monotonic", lambda: moment)
    assert (await cache.remembered(database, SampleSettings)).count == 3
    async with database.writing() as session:
        row = SettingsRecord(name="sample", values={"count": 7}, version=1)
        session.add(row)
    assert (await cache.remembered(database, SampleSettings)).count == 3

    moment += 1

    assert (await cache.remembered(database, SampleSettings)).count == 7


async def test_what_another_version_stored_has_its_default_where_it_does_not_fit(
    database: Database,
) -> None:
    await change(database, {"count": 7, "word": "b"})
    odd = {"count": 700, "word": "b", "gone": True, "least": "many"}
    async with database.writing() as session:
        await session.execute(update(SettingsRecord).values(values=odd))

    found = await read(database)
    assert (found.count, found.word, found.least) == (3, "b", 0)
    assert (await change(database, {"share": 1})).settings.word == "b"


async def test_an_export_is_imported_elsewhere_without_secrets(database: Database) -> None:
    await change(database, {"count": 7, "key": "hunter2", "names": ["a"]})
    async with database.reading() as session:
        exported = await service.exported(session)
    assert exported == {"sample": {"count": 7, "names": ["a"]}}

    async with database.writing() as session:
        await service.reset(session, "sample")
        before = await service.preview(session, exported)
        assert (await service.read(session, SampleSettings)).count == 3
        edits = await service.import_all(session, exported, changed_by="ada")
        again = await service.preview(session, exported)
    assert before == edits
    assert [(edit.field, edit.before, edit.after) for edit in edits] == [
        ("count", 3, 7),
        ("names", [], ["a"]),
    ]
    assert again == []
    assert (await read(database)).count == 7


async def test_an_import_is_taken_whole_or_not_at_all(sqlite_database: Database) -> None:
    wrong = {"sample": {"count": 0, "word": "b"}, "nothing": {}, "jobs": {"at_once": 2, "x": 1}}
    with pytest.raises(SettingsWrong) as caught:
        async with sqlite_database.writing() as session:
            await service.import_all(session, wrong)

    assert [(each["path"], each["type"], each["context"]) for each in caught.value.mistakes] == [
        ("jobs.x", "unknown", {}),
        ("nothing", "unknown", {}),
        ("sample.count", "greater_than_equal", {"ge": 1}),
    ]
    assert await read(sqlite_database) == SampleSettings()
    for document in ({"sample": [1]}, {"sample": None}):
        with pytest.raises(NotAnExport):
            async with sqlite_database.writing() as session:
                await service.import_all(session, document)
