"""Sends reports to the webhooks that somebody set up, once and no more, as Radarr and Sonarr do."""

from typing import Any

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.desk import Desk
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.servarr import reports
from maestrarr.demo.upstreams.servarr.brands import Brand
from maestrarr.kit.errors import Problem
from maestrarr.kit.http import Body, Http, Reach, Secrets, Terms

_TERMS = Terms(
    service="twin", reach=Reach.HOUSE, per_second=10_000, burst=10_000, at_once=100, attempts=1
)
_SWITCHES = {"Health": "HealthIssue"}
_PUT = 2
_NOTED = {
    "Grab": ("grabbed", "grabbed"),
    "Download": ("downloadFolderImported", "downloadFolderImported"),
    "Upgrade": ("downloadFolderImported", "downloadFolderImported"),
    "Rename": ("movieFileRenamed", "episodeFileRenamed"),
    "FileDelete": ("movieFileDeleted", "episodeFileDeleted"),
}


class Unsent(Exception):
    """Nobody took a report; it says why."""


async def tell(brand: Brand, desk: Desk, event: str, title: Shelved, files: list[str]) -> list[int]:
    """Note an event, and send it to every webhook that wants it; lists what they answered."""
    body = reports.report(brand, event, title, files)
    if event in _NOTED:
        kind = _NOTED[event][brand.one == "series"]
        _note(brand, desk, kind, title, files[0])
    switch = "on" + _SWITCHES.get(event, str(body["eventType"]) if event == "FileDelete" else event)
    wanted = [hook for hook in desk.hooks.values() if hook.get(switch)]
    return [await send(hook, brand, body) for hook in wanted]


async def send(hook: Document, brand: Brand, body: Document) -> int:
    """Send a body once.

    Raises:
        Unsent: nobody answered.
    """
    fields = _fields(hook)
    secrets = Secrets()
    if fields.get("username") or fields.get("password"):
        secrets = Secrets.basic(str(fields.get("username")), str(fields.get("password")))
    given = {each["Key"]: each["Value"] for each in fields.get("headers") or []}
    method = "PUT" if fields.get("method") == _PUT else "POST"
    headers = {"User-Agent": f"{brand.name}/{brand.version} (linux)"}
    secrets = secrets.and_also(Secrets(headers=given))
    try:
        async with Http() as http:
            url = str(fields.get("url") or "")
            client = http.client(url, _TERMS, owner="twin", headers=headers, secrets=secrets)
            return (await client.request(method, "", Body.json(body))).status
    except Problem as error:
        raise Unsent(str(error)) from error


def _fields(hook: Document) -> dict[str, Any]:
    listed = hook.get("fields")
    fields = listed if isinstance(listed, list) else []
    return {each["name"]: each.get("value") for each in fields if isinstance(each, dict)}


def _note(brand: Brand, desk: Desk, kind: str, title: Shelved, path: str) -> None:
    about: Document = {
        f"{brand.one}Id": title.number,
        "sourceTitle": path,
        brand.one: brand.describe(title, desk),
        "quality": {"revision": {"version": 1, "real": 0, "isRepack": False}},
        "customFormatScore": 0,
        "qualityCutoffNotMet": False,
        "languages": [],
        "customFormats": [],
    }
    desk.note(kind, {"importedPath": path, "reason": "Manual"}, about)
