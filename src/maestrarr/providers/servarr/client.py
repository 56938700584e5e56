"""How Radarr and Sonarr are asked: the API that both call `v3`.

Source: the API descriptions of both. They answer 201 or 202 where these say 200, and what they do
not do with 400 and a list of reasons.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from maestrarr.kit.http import Answer, Body, Http, Reach, Secrets, Terms, Urgency
from maestrarr.kit.http.calls import Params
from maestrarr.kit.http.errors import Garbled
from maestrarr.kit.http.terms import MEBIBYTE
from maestrarr.providers.acquisition import DownloadManager, Hook, Managed, SendsNews
from maestrarr.providers.base import Config, Kind, Secret, Service, Trace, Url
from maestrarr.providers.contracts import IN_PASSING, Asking, SearchedKind, Tested
from maestrarr.providers.errors import AnotherService, Declined, NotThere
from maestrarr.providers.news import FileNews, Heard
from maestrarr.providers.reading import objects_of, text_of
from maestrarr.providers.servarr import convert, wire

_TERMS: Final = Terms(
    reach=Reach.HOUSE,
    per_second=20,
    burst=20,
    at_once=4,
    largest_bytes=256 * MEBIBYTE,  # ten thousand movies come in one answer
    limit_seconds=120,
)
_NOW: Final = Asking(Urgency.USER, fresh=True)
_REASONED: Final = (400, 409)
_POST: Final = 1  # as its webhooks' settings call it


class ServarrConfig(Config):
    """A connection to one of them; `key` stands under Settings → General."""

    url: Url
    key: Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What one of them calls what it looks after, and what can be done with it.

    `port` is where it usually listens, which tells one from the other.
    `listed` is its word for several keys in bulk, `one` for one key in an order.
    """

    name: str
    website: str
    port: int
    kind: SearchedKind
    path: str
    listed: str
    one: str
    reread: str
    exclusion: str


class Servarr:
    """Looks after titles, and tells what happened to their files."""

    def __init__(self, http: Http, config: ServarrConfig, owner: str, brand: Brand) -> None:
        terms = _terms_of(brand)
        secrets = Secrets(headers={"X-Api-Key": config.key})
        client = http.client(config.url, terms, owner=owner, secrets=secrets)
        self._service, self._brand = Service(brand.name, client), brand

    async def test(self) -> Tested:
        """Ask who answers."""
        status = await self._service.get(wire.Status, "/api/v3/system/status", asking=_NOW)
        name = self._brand.name
        if status.version is None or (status.app_name or name) != name:
            raise AnotherService(name, self._service.client.host)
        return Tested(name=status.instance_name or name, version=status.version)

    async def managed(self, asking: Asking = IN_PASSING) -> list[Managed]:
        """List what it looks after, with its tags in words."""
        tags = await self._service.several(wire.Tag, "/api/v3/tag", asking=asking)
        titles = await self._service.several(wire.Title, self._path(), asking=asking)
        words = {tag.id: tag.label for tag in tags if tag.id is not None and tag.label}
        found = [convert.managed_of(title, self._brand.kind, words) for title in titles]
        return [title for title in found if title]

    async def roots(self, asking: Asking = IN_PASSING) -> list[str]:
        """List the folders that its titles' folders lie in."""
        folders = await self._service.several(wire.RootFolder, "/api/v3/rootfolder", asking=asking)
        return [folder.path for folder in folders if folder.path]

    async def recycle_folder(self) -> str | None:
        """Name the folder to which it moves what it deletes."""
        path = "/api/v3/config/mediamanagement"
        return (await self._service.get(wire.MediaManagement, path, asking=_NOW)).recycle_bin

    async def files_since(self, moment: datetime) -> list[FileNews]:
        """Read its history from a moment on."""
        params: Params = {"date": moment.isoformat(), f"include{self._brand.kind.title()}": True}
        path, asking = "/api/v3/history/since", Asking(fresh=True)
        entries = await self._service.several(wire.Entry, path, params, asking=asking)
        found = [convert.happened(entry, self._brand.kind) for entry in entries]
        dated = [news for news in found if news and news.at]
        return sorted(dated, key=lambda news: news.at or moment)

    async def reread(self, key: int) -> None:
        """Have a title's folder read again."""
        await self._look_up(key)
        await self._order(self._brand.reread, **{self._brand.one: key})

    async def look_for(self, key: int, seasons: Sequence[int] = ()) -> None:
        """Have a title looked for and downloaded, or some of its seasons."""
        await self._look_up(key)
        if self._brand.kind == "movie":
            await self._order("MoviesSearch", movieIds=[key])
        elif not seasons:
            await self._order("SeriesSearch", seriesId=key)
        else:
            for season in seasons:
                await self._order("SeasonSearch", seriesId=key, seasonNumber=season)

    async def monitor(self, keys: Sequence[int], *, is_monitored: bool) -> None:
        """Look after titles from now on, or leave them alone."""
        if keys:
            change = {self._brand.listed: list(keys), "monitored": is_monitored}
            await self._ask("PUT", f"{self._path()}/editor", Body.json(change))

    async def delete(self, key: int, *, with_files: bool, for_good: bool) -> None:
        """Let go of a title."""
        params = {"deleteFiles": with_files, self._brand.exclusion: for_good}
        client = self._service.client
        path = f"{self._path()}/{key}"
        answer = await client.request("DELETE", path, params=params, urgency=_NOW.urgency)
        self._judge(answer, self._missing(key))

    async def send_news(self, hook: Hook) -> None:
        """Set up a webhook for all events that this version has, or change the one of this name."""
        path = "/api/v3/notification"
        known = await self._documents(path)
        offered = await self._documents(f"{path}/schema")
        template = next((one for one in offered if one.get("implementation") == "Webhook"), None)
        if template is None:
            raise AnotherService(self._brand.name, self._service.client.host)
        there = next((one for one in known if _leads_where(one, hook)), None)
        wanted = {**_hooked(template, hook), **({"id": there["id"]} if there else {})}
        if there:
            await self._ask("PUT", f"{path}/{there['id']}", Body.json(wanted))
        else:
            await self._ask("POST", path, Body.json(wanted))

    def _path(self) -> str:
        return f"/api/v3/{self._brand.path}"

    def _missing(self, key: int) -> NotThere:
        return NotThere("managed", self._brand.name, str(key))

    async def _look_up(self, key: int) -> None:
        path, missing = f"{self._path()}/{key}", self._missing(key)
        await self._service.get(wire.Title, path, asking=_NOW, missing=missing)

    async def _order(self, name: str, **what: object) -> None:
        await self._ask("POST", "/api/v3/command", Body.json({"name": name, **what}))

    async def _ask(self, method: str, path: str, body: Body) -> None:
        client = self._service.client
        self._judge(await client.request(method, path, body, urgency=_NOW.urgency))

    async def _documents(self, path: str) -> list[dict[str, Any]]:
        client = self._service.client
        answer = await client.get(path, urgency=_NOW.urgency, fresh=True)
        self._service.judge(answer)
        listed = answer.json()
        if not isinstance(listed, list):
            raise Garbled("unexpected", answer.host)
        return [each for each in listed if isinstance(each, dict)]

    def _judge(self, answer: Answer, missing: NotThere | None = None) -> None:
        if answer.status in _REASONED and (said := _reasons(answer.json())):
            raise Declined(self._brand.name, said)
        self._service.judge(answer, missing)


def _leads_where(known: dict[str, Any], hook: Hook) -> bool:
    is_webhook = known.get("implementation") == "Webhook"
    return is_webhook and known.get("name") == hook.name and isinstance(known.get("id"), int)


def _hooked(template: dict[str, Any], hook: Hook) -> dict[str, Any]:
    """Fill in the form that it offers: every event that it supports is wanted."""
    given = {"url": hook.url, "method": _POST}
    fields = [
        {**each, "value": given.get(each["name"], each.get("value"))}
        for each in objects_of(template.get("fields"))
        if isinstance(each.get("name"), str)
    ]
    wanted = {
        _event(name): True
        for name, is_there in template.items()
        if name.startswith("supportsOn") and is_there is True
    }
    extra = {"name": hook.name, "fields": fields, "includeHealthWarnings": True}
    return {key: value for key, value in template.items() if key != "id"} | extra | wanted


def _event(supported: str) -> str:
    """Name the switch of an event that is supported: `onGrab` for `supportsOnGrab`."""
    name = supported.removeprefix("supports")
    return name[0].lower() + name[1:]


def _reasons(told: object) -> str:
    """Read why it does not do something: one reason, or several."""
    entries = told if isinstance(told, list) else [told]
    objects = [each for each in entries if isinstance(each, dict)]
    said = [text_of(each.get("errorMessage") or each.get("message")) for each in objects]
    return "; ".join(text for text in said if text)


def kind_of(brand: Brand, hear: Callable[[bytes, str], Heard]) -> Kind[ServarrConfig]:
    """Say how connections to one of them are made, tested, found and heard."""
    return Kind(
        name=brand.name.lower(),
        title=brand.name,
        capabilities=frozenset({DownloadManager, SendsNews}),
        config=ServarrConfig,
        secrets=frozenset({"key"}),
        terms=_terms_of(brand),
        website=brand.website,
        make=partial(Servarr, brand=brand),
        hear=hear,
        trace=Trace(port=brand.port, path="/ping", is_its=lambda told: told.get("status") == "OK"),
    )


def _terms_of(brand: Brand) -> Terms:
    return replace(_TERMS, service=brand.name.lower())
