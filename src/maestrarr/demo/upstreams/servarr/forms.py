"""The smaller answers of Radarr and Sonarr: who they are, how they deal with files, webhooks."""

from typing import Any

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.servarr.brands import Brand
from maestrarr.demo.upstreams.stories import Kind

_STARTED = "2026-11-20T08:30:00Z"


def status(brand: Brand) -> Document:
    """Say who answers."""
    return {
        "appName": brand.name,
        "instanceName": brand.name,
        "version": brand.version,
        "buildTime": "2026-10-01T12:00:00Z",
        "isDebug": False,
        "isProduction": True,
        "isAdmin": False,
        "isUserInteractive": False,
        "startupPath": f"/app/{brand.key}/bin",
        "appData": "/config",
        "osName": "alpine",
        "osVersion": "3.21",
        "isNetCore": True,
        "isLinux": True,
        "isOsx": False,
        "isWindows": False,
        "isDocker": True,
        "mode": "console",
        "branch": "main",
        "databaseType": "sqLite",
        "databaseVersion": "3.48.0",
        "authentication": "forms",
        "migrationVersion": 242,
        "urlBase": f"/{brand.key}",
        "runtimeVersion": "8.0.12",
        "runtimeName": ".NET",
        "startTime": _STARTED,
        "packageUpdateMechanism": "docker",
    }


def media_management(brand: Brand, recycle_folder: str) -> Document:
    """Say how it deals with files."""
    common: Document = {
        "id": 1,
        "recycleBin": recycle_folder,
        "recycleBinCleanupDays": 7,
        "downloadPropersAndRepacks": "preferAndUpgrade",
        "deleteEmptyFolders": False,
        "fileDate": "none",
        "rescanAfterRefresh": "always",
        "setPermissionsLinux": False,
        "chmodFolder": "755",
        "chownGroup": "",
        "skipFreeSpaceCheckWhenImporting": False,
        "minimumFreeSpaceWhenImporting": 100,
        "copyUsingHardlinks": True,
        "useScriptImport": False,
        "scriptImportPath": "",
        "importExtraFiles": False,
        "extraFileExtensions": "srt",
        "enableMediaInfo": True,
    }
    if brand.kind is Kind.FILM:
        return common | {
            "autoUnmonitorPreviouslyDownloadedMovies": False,
            "createEmptyMovieFolders": False,
            "autoRenameFolders": False,
            "pathsDefaultStatic": False,
        }
    return common | {
        "autoUnmonitorPreviouslyDownloadedEpisodes": False,
        "createEmptySeriesFolders": False,
        "episodeTitleRequired": "always",
    }


def command(sent: dict[str, Any], number: int, now: str) -> Document:
    """Say that an order was taken."""
    name = str(sent.get("name"))
    flags: Document = {"sendUpdatesToClient": True, "updateScheduledTask": True}
    body = flags | {
        "requiresDiskAccess": False,
        "isExclusive": False,
        "isTypeExclusive": False,
        "isLongRunning": False,
        "name": name,
        "trigger": "manual",
        "suppressMessages": False,
    }
    return flags | {
        "id": number,
        "name": name,
        "commandName": name,
        "body": body,
        "priority": "normal",
        "status": "queued",
        "result": "unknown",
        "queued": now,
        "trigger": "manual",
    }


def exclusion(brand: Brand, title: Shelved, number: int) -> Document:
    """Say what no list may bring back."""
    story = title.story
    if brand.kind is Kind.FILM:
        about = {"tmdbId": story.ids.tmdb, "movieTitle": story.english, "movieYear": story.year}
        return {"id": number, "fields": [], "tags": [], "presets": []} | about
    return {"id": number, "tvdbId": story.ids.tvdb, "title": story.english}


def hook(brand: Brand) -> Document:
    """Offer the form of a webhook, with everything switched off."""
    events: Document = {f"on{name}": False for name in brand.events}
    supported = {f"supportsOn{name}": True for name in brand.events}
    return (
        {
            "id": 0,
            "name": "",
            "fields": [
                _field(0, "url", "URL", "url"),
                _field(1, "method", "Method", "select", 1),
                _field(2, "username", "Username", "textbox"),
                _field(3, "password", "Password", "password"),
                _field(4, "headers", "Headers", "keyValueList", []),
            ],
            "implementationName": "Webhook",
            "implementation": "Webhook",
            "configContract": "WebhookSettings",
            "infoLink": f"https://wiki.servarr.com/{brand.key}/supported#webhook",
            "tags": [],
            "presets": [],
            "includeHealthWarnings": False,
        }
        | events
        | supported
    )


def _field(order: int, name: str, label: str, kind: str, value: object = None) -> Document:
    told: Document = {
        "order": order,
        "name": name,
        "label": label,
        "type": kind,
        "advanced": False,
        "privacy": "password" if kind == "password" else "normal",
        "isFloat": False,
    }
    return told if value is None else told | {"value": value}
