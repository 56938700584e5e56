"""The small API by which the twins are made to fail, to play and to report, and are looked at."""

from fastapi import FastAPI
from pydantic import BaseModel

from maestrarr.demo.upstreams import tautulli
from maestrarr.demo.upstreams.desk import Record
from maestrarr.demo.upstreams.faults import Asking, Fault, Switch
from maestrarr.demo.upstreams.servarr import sending
from maestrarr.demo.upstreams.servarr.brands import RADARR, SONARR
from maestrarr.demo.upstreams.world import World


class Playing(BaseModel):
    """The files that a player plays from now on."""

    paths: list[str]


class News(BaseModel):
    """Something that happened to a title of the household, and to some of its files, or to all."""

    event: str
    title: int
    files: list[str] = []


def make_switchboard(switch: Switch, world: World, services: list[str]) -> FastAPI:
    """Make the switchboard; the twins know nothing of it."""
    app, household = FastAPI(openapi_url=None), world.household

    @app.get("/services")
    async def known() -> list[str]:
        return services

    @app.post("/faults", status_code=204)
    async def set_fault(fault: Fault) -> None:
        switch.set(fault)

    @app.delete("/faults", status_code=204)
    async def clear(service: str | None = None) -> None:
        switch.clear(service)

    @app.get("/requests/{service}")
    async def requests(service: str) -> list[Asking]:
        return switch.asked(service)

    @app.put("/players/{service}", status_code=204)
    async def play(service: str, playing: Playing) -> None:
        household.player(service).playing = playing.paths

    @app.get("/players/{service}")
    async def look(service: str) -> dict[str, list[str]]:
        player = household.player(service)
        return {"playing": player.playing, "refreshed": player.refreshed}

    @app.get("/heard/{service}")
    async def heard(service: str) -> list[Record]:
        return world.desks.of(service).heard

    @app.post("/news/{service}")
    async def tell(service: str, news: News) -> list[int]:
        return await _tell(world, service, news)

    return app


async def _tell(world: World, service: str, news: News) -> list[int]:
    """Let a service report something to whoever asked it to; lists what they answered."""
    title = next(each for each in world.household.titles if each.number == news.title)
    files = news.files or list(title.files)
    if service == "tautulli":
        return await tautulli.tell(world, news.event, title, files)
    brand = {"radarr": RADARR, "sonarr": SONARR}[service]
    return await sending.tell(brand, world.desks.of(service), news.event, title, files)
