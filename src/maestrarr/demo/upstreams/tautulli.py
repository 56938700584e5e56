"""The twin of Tautulli: says who it is, and reports what is played, once, in the form it is told.

It has no description of its own; it follows what was captured from a real one.
Source: https://github.com/Tautulli/Tautulli/wiki/Tautulli-API-Reference
"""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

import orjson
from fastapi import FastAPI, Request, Response

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, told
from maestrarr.demo.upstreams.desk import Desk
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.demo.upstreams.world import World
from maestrarr.kit.clock import now
from maestrarr.kit.http import Body, Http, Reach, Secrets, Terms

_WEBHOOK: Final = "25"  # the number of its agent that sends what one likes
_TERMS: Final = Terms(
    service="twin", reach=Reach.HOUSE, per_second=10_000, burst=10_000, at_once=100, attempts=1
)
_INFO: Final[Document] = {
    "tautulli_install_type": "docker",
    "tautulli_version": "v2.15.2",
    "tautulli_branch": "master",
    "tautulli_commit": "3d2db9a6a9e5c5b6b2d3a7f6c1e0b9d8a7f6e5d4",
    "tautulli_platform": "Linux",
    "tautulli_platform_release": "6.12.0",
    "tautulli_platform_version": "#1 SMP",
    "tautulli_platform_linux_distro": "Debian GNU/Linux 12 (bookworm)",
    "tautulli_platform_device_name": "tautulli",
    "tautulli_python_version": "3.11.9",
}
_NOTHING: Final = dict.fromkeys(
    ("show_name", "season_num", "episode_num", "imdb_id", "themoviedb_id", "thetvdb_id"), ""
)
_PLACE: Final = re.compile(r"\{(\w+)\}")


def make_app(world: World) -> FastAPI:
    """Make Tautulli 2; whatever it does not do is answered with 400 in its envelope."""
    app = answers.service(world, Response(status_code=404))

    @app.get("/status")
    async def status() -> Response:
        return told({"result": "success", "message": "Ok"})

    @app.api_route("/api/v2", methods=["GET", "POST"])
    async def ask(request: Request) -> Response:
        asked = {**request.query_params, **dict(parse_qsl((await request.body()).decode()))}
        if (key := asked.get("apikey")) != KEY:
            return _failed("Parameter apikey is required" if key is None else "Invalid apikey")
        return _done(world.desks.of("tautulli"), asked)

    return app


async def tell(world: World, event: str, title: Shelved, files: list[str]) -> list[int]:
    """Report an event to every agent that wants it; lists what they answered."""
    values = report(event, title, files)
    hooks = world.desks.of("tautulli").hooks.values()
    return [await _send(hook, event, values) for hook in hooks if hook.get(f"on_{event}") == "1"]


def report(event: str, title: Shelved, files: list[str]) -> Mapping[str, str]:
    """Name the values of an event: all are texts, and empty where there is none."""
    story, number = title.story, title.number
    is_film, is_played = story.kind is Kind.FILM, event != "created"
    about = {"title": story.english, "year": str(story.year), "rating_key": str(number)}
    if is_film:
        about |= {"imdb_id": story.ids.imdb, "themoviedb_id": str(story.ids.tmdb)}
    else:
        episode = next(each for each, file in title.episodes if file in files)
        about |= {
            "title": f"{story.english} - {episode.title}",
            "show_name": story.english,
            "season_num": str(episode.season),
            "episode_num": str(episode.number),
            "rating_key": f"{number}{episode.season:02d}{episode.number:02d}",
            "thetvdb_id": str(episode.tvdb),
        }
    kind = "movie" if is_film else "episode"
    return (
        _NOTHING
        | about
        | {
            "action": event,
            "user": "demo" if is_played else "",
            "username": "demo" if is_played else "",
            "user_id": "1001" if is_played else "",
            "media_type": kind,
            "guid": f"plex://{kind}/{about['rating_key']:0>24}",
            "progress_percent": "92" if event == "watched" else "0",
            "unixtime": str(int(now().timestamp())),
            "server_machine_id": "demo-plex",
        }
    )


def _done(desk: Desk, asked: Mapping[str, str]) -> Response:
    match asked.get("cmd"):
        case "get_tautulli_info":
            return _told(_INFO)
        case "add_notifier_config" if asked.get("agent_id") == _WEBHOOK:
            number = len(desk.hooks) + 1
            desk.hooks[number] = {}
            return _told({"notifier_id": number}, "Added notification agent.")
        case "set_notifier_config" if asked.get("notifier_id", "0").isdigit():
            hook = desk.hooks.get(int(asked.get("notifier_id", "0")))
            if hook is None:
                return _failed("Unable to set notification agent.")
            hook.update(asked)
            return _told({}, "Saved notification agent.")
        case None:
            return _failed("Parameter cmd is required.")
        case command:
            return _failed(f"Unknown command: {command}.")


async def _send(hook: Document, event: str, values: Mapping[str, str]) -> int:
    """Send a report as the agent was told to: its form is the body, and its subject the headers."""
    headers = orjson.loads(str(hook.get(f"on_{event}_subject") or "{}"))
    form = orjson.loads(str(hook[f"on_{event}_body"]))
    body = {name: _filled(value, values) for name, value in form.items()}
    async with Http() as http:
        client = http.client(
            str(hook["webhook_hook"]), _TERMS, owner="twin", secrets=Secrets(headers=headers)
        )
        method = str(hook.get("webhook_method") or "POST")
        return (await client.request(method, "", Body.json(body))).status


def _filled(value: object, values: Mapping[str, str]) -> object:
    """Put values into their places; a place that it does not know stays as it is written."""
    if not isinstance(value, str):
        return value
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), value)


def _told(data: Document, message: str | None = None) -> Response:
    return told({"response": {"result": "success", "message": message, "data": data}})


def _failed(message: str) -> Response:
    return told({"response": {"result": "error", "message": message, "data": {}}}, 400)
