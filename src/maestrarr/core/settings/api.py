"""`/settings`: what can be set, what it is, who set it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Query, Request
from pydantic import JsonValue

from maestrarr.core.accounts.access import Admin, Database, Guest, ReadDatabase, names_of
from maestrarr.core.settings import queries, registry, service
from maestrarr.core.settings.schemas import (
    EditDocument,
    ImportOutcome,
    LockedValue,
    SettingsChangeDocument,
    SettingsDocument,
    SettingsHistory,
    SettingsList,
    SettingsPatch,
    SettingsReset,
)
from maestrarr.core.settings.settings import FeatureSettings
from maestrarr.core.settings.values import Values
from maestrarr.kit.config import Config, keys

LARGEST_PAGE = 500

router = APIRouter(tags=["settings"])
Exported = Annotated[
    dict[str, JsonValue], Body(openapi_examples={"jobs": {"value": {"jobs": {"at_once": 2}}}})
]


@router.get("/settings")
async def list_settings(request: Request, _caller: Admin, session: ReadDatabase) -> SettingsList:
    """List all settings with their values, defaults and help, and the locked configuration."""
    found = await service.everything(session)
    config: Config = request.app.state.installation.config
    return SettingsList(
        settings=[SettingsDocument.of(one) for one in found], configuration=_locked(config)
    )


@router.get("/features")
async def list_features(_caller: Guest, session: ReadDatabase) -> FeatureSettings:
    """Tell which capabilities are switched on; a client hides the others."""
    return await service.read(session, FeatureSettings)


@router.get("/settings/history")
async def list_changes(
    _caller: Admin,
    session: ReadDatabase,
    name: Annotated[str | None, Query(description="Only of these settings: `jobs`.")] = None,
    before: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = queries.PAGE,
) -> SettingsHistory:
    """List who changed what, the newest first."""
    wanted = registry.find(name).name if name is not None else None
    found = await queries.changes(session, name=wanted, before=before, limit=limit + 1)
    names = await names_of(session, [one.changed_by for one in found])
    page = [
        SettingsChangeDocument.model_validate(one).model_copy(
            update={"changed_by_name": names.get(one.changed_by or "")}
        )
        for one in found[:limit]
    ]
    return SettingsHistory(changes=page, next=page[-1].id if len(found) > limit else None)


@router.get("/settings/export")
async def export_settings(_caller: Admin, session: ReadDatabase) -> dict[str, Values]:
    """Return everything that was set, without secrets, as it can be imported elsewhere."""
    return await service.exported(session)


@router.post("/settings/import")
async def import_settings(
    document: Exported, caller: Admin, session: Database, *, preview: bool = False
) -> ImportOutcome:
    """Set everything that an exported document names, or only tell what that would change."""
    if preview:
        edits = await service.preview(session, document)
    else:
        edits = await service.import_all(session, document, changed_by=caller.known_as)
    return ImportOutcome(
        is_preview=preview, edits=[EditDocument.model_validate(edit) for edit in edits]
    )


@router.get("/settings/{name}")
async def get_settings(name: str, _caller: Admin, session: ReadDatabase) -> SettingsDocument:
    """Return the settings of this name."""
    return SettingsDocument.of(await service.current(session, name))


@router.patch("/settings/{name}")
async def change_settings(
    name: str, patch: SettingsPatch, caller: Admin, session: Database
) -> SettingsDocument:
    """Set some fields; 409 when somebody else has changed them since `version` was seen."""
    changed = await service.change(
        session, name, patch.values, version=patch.version, changed_by=caller.known_as
    )
    return SettingsDocument.of(changed)


@router.post("/settings/{name}/reset")
async def reset_settings(
    name: str, reset: SettingsReset, caller: Admin, session: Database
) -> SettingsDocument:
    """Give some fields, or all, their defaults back."""
    changed = await service.reset(
        session, name, reset.fields, version=reset.version, changed_by=caller.known_as
    )
    return SettingsDocument.of(changed)


def _locked(config: Config) -> list[LockedValue]:
    return [
        LockedValue(key=key, value=config.shown(key), source=origin.source, place=origin.place)
        for key in keys()
        for origin in [config.origin(key)]
    ]
