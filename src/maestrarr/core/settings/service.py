"""What can be done with settings: read, change, reset, export, import."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import cast

import structlog
from pydantic import JsonValue
from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.core.settings import cache, queries, registry
from maestrarr.core.settings.errors import (
    NotAnExport,
    SettingsOutdated,
    SettingsUnknown,
    SettingsWrong,
)
from maestrarr.core.settings.events import SettingsChanged
from maestrarr.core.settings.models import SettingsChange, SettingsRecord
from maestrarr.core.settings.registry import Model, Section, name_of
from maestrarr.core.settings.values import (
    Current,
    Edit,
    Values,
    checked,
    given,
    kept,
    masked,
    plain,
    unknown,
)
from maestrarr.kit.clock import now
from maestrarr.kit.db import after_commit
from maestrarr.kit.mistakes import Mistake

MOST_NAMES = 200

log = structlog.get_logger(__name__)


async def read(session: AsyncSession, model: type[Model]) -> Model:
    """Return a room's settings as they are in this transaction.

    What no longer fits, because another version stored it, has its default.
    """
    record = await queries.record(session, name_of(model))
    return _typed(model, record)


async def current(session: AsyncSession, name: str) -> Current:
    """Return the settings of this name, with what is known about them.

    Raises:
        SettingsUnknown: there are none.
    """
    return _current(registry.find(name), await queries.record(session, name))


async def everything(session: AsyncSession) -> list[Current]:
    """Return all settings, by name."""
    records = await queries.records(session)
    return [_current(section, records.get(section.name)) for section in registry.sections()]


async def change(
    session: AsyncSession,
    name: str,
    values: Mapping[str, JsonValue],
    *,
    version: int | None = None,
    changed_by: str | None = None,
) -> Current:
    """Set these fields, and leave the others; what is so already is no change.

    Args:
        session: the transaction; the change holds everywhere once it is committed.
        name: whose settings they are.
        values: by field; a secret that comes back as it was shown stays what it is.
        version: which version the caller has seen; None takes whatever there is.
        changed_by: a user's id, or a word such as `terminal`.

    Raises:
        SettingsUnknown: there are none of this name.
        SettingsWrong: something does not fit; nothing is changed.
        SettingsOutdated: somebody else was faster; nothing is changed.
    """
    section = registry.find(name)
    before = await _locked(session, section, version)
    wanted = given(section, values)
    settings = checked(section.model, plain(before.settings) | wanted)
    was, after = plain(before.settings), plain(settings)
    differing = {field: after[field] for field in wanted if after[field] != was[field]}
    return await _store(session, before, before.stored | differing, changed_by)


async def reset(
    session: AsyncSession,
    name: str,
    fields: Collection[str] | None = None,
    *,
    version: int | None = None,
    changed_by: str | None = None,
) -> Current:
    """Give these fields, or all of them, their defaults back.

    Raises:
        SettingsUnknown: there are no settings of this name, or no such field.
        SettingsWrong: the defaults do not fit what else is set; nothing is changed.
        SettingsOutdated: somebody else was faster; nothing is changed.
    """
    section = registry.find(name)
    for field in fields or ():
        if field not in section.model.model_fields:
            raise SettingsUnknown(f"{name}.{field}")
    before = await _locked(session, section, version)
    left = {
        field: value
        for field, value in before.stored.items()
        if fields is not None and field not in fields
    }
    checked(section.model, left)
    return await _store(session, before, left, changed_by)


async def exported(session: AsyncSession) -> dict[str, Values]:
    """Return what was set, by name, without secrets; what is a default is left out."""
    return {
        one.section.name: values
        for one in await everything(session)
        if (values := _without_secrets(one))
    }


async def preview(session: AsyncSession, document: Mapping[str, object]) -> list[Edit]:
    """Tell what an import would change.

    Raises:
        NotAnExport: it is not what an export writes.
        SettingsWrong: naming everything in it that does not fit.
    """
    edits: list[Edit] = []
    for before, values in await _fitting(session, document):
        after = plain(checked(before.section.model, plain(before.settings) | values))
        edits += _edits(before, after)
    return edits


async def import_all(
    session: AsyncSession, document: Mapping[str, object], *, changed_by: str | None = None
) -> list[Edit]:
    """Set everything that an exported document names, and leave the rest; all of it or nothing.

    Raises:
        NotAnExport: it is not what an export writes.
        SettingsWrong: naming everything in it that does not fit.
    """
    edits = await preview(session, document)
    for before, values in await _fitting(session, document):
        await change(session, before.section.name, values, changed_by=changed_by)
    return edits


async def purge(session: AsyncSession, *, keep: timedelta) -> int:
    """Forget changes made longer than `keep` ago, and not what they set; return how many."""
    old = delete(SettingsChange).where(SettingsChange.changed_at < now() - keep)
    return len((await session.execute(old.returning(SettingsChange.id))).all())


def _typed(model: type[Model], record: SettingsRecord | None) -> Model:
    if record is None:
        return model()
    settings, unfit = kept(model, record.values)
    if unfit:
        log.warning("settings.unfit", name=record.name, fields=unfit)
    return settings


def _current(section: Section, record: SettingsRecord | None) -> Current:
    settings = _typed(section.model, record)
    if record is None:
        return Current(section, settings, {})
    return Current(section, settings, record.values, record.version, record.changed_at)


async def _locked(session: AsyncSession, section: Section, version: int | None) -> Current:
    """Read settings so that nobody else changes them before the commit."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    first = dialect.insert(SettingsRecord).values(name=section.name, values={}, version=0)
    await session.execute(first.on_conflict_do_nothing())
    found = _current(section, await queries.record(session, section.name, lock=True))
    if version is not None and version != found.version:
        raise SettingsOutdated(section.name, seen=version, version=found.version)
    return found


async def _store(
    session: AsyncSession, before: Current, stored: Values, changed_by: str | None
) -> Current:
    if stored == before.stored:
        return before
    section, version, moment = before.section, before.version + 1, now()
    settings = kept(section.model, stored)[0]
    values = {"values": stored, "version": version, "changed_at": moment}
    row = update(SettingsRecord).where(SettingsRecord.name == section.name).values(values)
    await session.execute(row.execution_options(synchronize_session=False))
    for edit in _edits(before, plain(settings)):
        session.add(
            SettingsChange(
                name=edit.name,
                field=edit.field,
                version=version,
                before=edit.before,
                after=edit.after,
                changed_by=changed_by,
                changed_at=moment,
            )
        )
    await events.publish(session, SettingsChanged(section.name, version))
    after_commit(session, cache.forget)
    return Current(section, settings, stored, version, moment)


def _edits(before: Current, after: Values) -> list[Edit]:
    """Compare in clear, and tell as a person may see it."""
    was, shown, new = plain(before.settings), before.shown, masked(before.section, after)
    return [
        Edit(before.section.name, field, shown[field], new[field])
        for field in after
        if was[field] != after[field]
    ]


async def _fitting(
    session: AsyncSession, document: Mapping[str, object]
) -> Sequence[tuple[Current, Values]]:
    """Pair what a document names with what there is; everything that does not fit is told."""
    if not all(isinstance(values, dict) for values in document.values()):
        raise NotAnExport("empty")
    if any(len(cast("Values", each)) > MOST_NAMES for each in (document, *document.values())):
        raise NotAnExport("too_many")
    mistakes: list[Mistake] = []
    fitting = []
    for name, values in sorted(document.items()):
        try:
            before = await current(session, name)
            wanted = given(before.section, cast("Values", values))
            checked(before.section.model, plain(before.settings) | wanted)
        except SettingsUnknown:
            mistakes.append(unknown(name))
        except SettingsWrong as wrong:
            mistakes += wrong.mistakes
        else:
            fitting.append((before, wanted))
    if mistakes:
        raise SettingsWrong(mistakes)
    return fitting


def _without_secrets(one: Current) -> Values:
    return {
        name: value
        for name, value in one.stored.items()
        if name in one.section.model.model_fields and name not in one.section.secrets
    }
