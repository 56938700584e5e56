"""The twin of Seerr: the household's requests, and what of the catalogue is there."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, FastAPI, Request, Response

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import KEY, Document, Refused, told
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.stories import Film, Kind, Series, Story
from maestrarr.demo.upstreams.world import World

USERS = ("demo", "Ayşe", "Bernard", "Chloé")
_APPROVED = 2
_REQUESTED, _PROCESSING, _WHOLE = 2, 3, 5
_SINCE = datetime(2026, 9, 1, 20, tzinfo=UTC)
_QUOTA = 10
Sent = Annotated[dict[str, Any], Body()]


def make_app(world: World) -> FastAPI:
    """Make Seerr 3; whoever has no key is told that they may not."""
    app = answers.service(world, told({"message": "not found"}, 404))
    app.state.world = world
    app.include_router(_open)
    app.include_router(_router)
    return app


class Counter:
    """What was asked for; the first six films and two series that nobody owns are at the start."""

    def __init__(self, world: World) -> None:
        self._catalogue: Catalogue = world.catalogue
        self._owned = {title.story.ids.tmdb for title in world.household.titles}
        self.requests: dict[int, Document] = {}
        self.forgotten: set[int] = set()
        self._next = 1
        for at, story in enumerate([*self._unowned(Kind.FILM, 6), *self._unowned(Kind.SERIES, 2)]):
            seasons = [1, 2] if isinstance(story, Series) else []
            self.add(story, seasons, user=1 + at % len(USERS), status=1 + at % 2)

    def _unowned(self, kind: Kind, count: int) -> list[Story]:
        first = self._catalogue.first(kind, count + len(self._owned))
        return [story for story in first if story.ids.tmdb not in self._owned][:count]

    def story(self, kind: str, tmdb: int) -> Film | Series:
        """Find a title.

        Raises:
            Refused: there is none.
        """
        found = self._catalogue.film(tmdb) if kind == "movie" else self._catalogue.series(tmdb)
        if found is None:
            raise Refused(told({"message": f"Unable to retrieve {kind}."}, 404))
        return found

    def add(self, story: Story, seasons: Sequence[int], *, user: int, status: int) -> Document:
        """Take a request."""
        number, self._next = self._next, self._next + 1
        at = _written(_SINCE + timedelta(days=number))
        asked = {"createdAt": at, "updatedAt": at}
        self.requests[number] = asked | {
            "id": number,
            "status": status,
            "type": "movie" if story.kind is Kind.FILM else "tv",
            "is4k": False,
            "serverId": 0,
            "profileId": 1,
            "rootFolder": "/media",
            "requestedBy": account(user),
            "modifiedBy": account(1),
            "seasons": [
                asked | {"id": number * 100 + season, "seasonNumber": season, "status": status}
                for season in seasons
            ],
            "tmdb": story.ids.tmdb,
        }
        return self.describe(number)

    def describe(self, number: int) -> Document:
        """Describe a request with its title."""
        request = self.requests[number]
        tmdb = int(str(request["tmdb"]))
        story = self.story(str(request["type"]), tmdb)
        rest = {key: value for key, value in request.items() if key != "tmdb"}
        return rest | {"media": self.media(story)}

    def asked_for(self, story: Story) -> list[Document]:
        """List the requests for a title."""
        return [each for each in self.requests.values() if each["tmdb"] == story.ids.tmdb]

    def media(self, story: Story) -> Document | None:
        """Describe what is known of a title; None when it never was asked for or there."""
        is_there = story.ids.tmdb in self._owned and story.ids.tmdb not in self.forgotten
        asked = self.asked_for(story)
        if not is_there and not asked:
            return None
        is_approved = any(each["status"] == _APPROVED for each in asked)
        status = _WHOLE if is_there else _PROCESSING if is_approved else _REQUESTED
        at = _written(_SINCE)
        return {
            "id": story.ids.tmdb % 1_000_000,
            "mediaType": "movie" if story.kind is Kind.FILM else "tv",
            "tmdbId": story.ids.tmdb,
            "tvdbId": story.ids.tvdb if story.kind is Kind.SERIES else None,
            "imdbId": story.ids.imdb,
            "status": status,
            "status4k": 1,
            "createdAt": at,
            "updatedAt": at,
            "seasons": [
                {"id": number, "seasonNumber": number, "status": status, "status4k": 1}
                for number in _seasons(story)
                if is_there or any(number in _numbers(each) for each in asked)
            ],
        }

    def forget(self, number: int) -> bool:
        """Forget a title and its requests."""
        gone = [key for key, each in self.requests.items() if _same(each["tmdb"], number)]
        owned = {tmdb for tmdb in self._owned if _same(tmdb, number)}
        self.forgotten |= owned
        for key in gone:
            del self.requests[key]
        return bool(gone or owned)


def account(number: int) -> Document:
    """Describe a user."""
    name = USERS[number - 1]
    at = _written(_SINCE)
    return {
        "id": number,
        "email": f"user{number}@example.test",
        "username": name,
        "displayName": name,
        "plexUsername": None,
        "plexId": 7_000 + number,
        "jellyfinUsername": name,
        "jellyfinUserId": f"{number:032x}",
        "userType": 3,
        "permissions": 2 if number == 1 else 32,
        "avatar": "/avatar.png",
        "createdAt": at,
        "updatedAt": at,
        "requestCount": 0,
    }


async def _counter_of(request: Request) -> Counter:
    if request.headers.get("X-Api-Key") != KEY:
        words = "You do not have permission to access this endpoint"
        raise Refused(told({"status": 403, "error": words}, 403))
    world: World = request.app.state.world
    desk = world.desks.of("seerr")
    if desk.counter is None:
        desk.counter = Counter(world)
    counter: Counter = desk.counter
    return counter


_Counter = Annotated[Counter, Depends(_counter_of)]
_open = APIRouter(prefix="/api/v1")
_router = APIRouter(prefix="/api/v1")


@_open.get("/status")
async def _status() -> Response:
    return told(
        {
            "version": "3.1.0",
            "commitTag": "94a70bb5",
            "updateAvailable": False,
            "commitsBehind": 0,
            "restartRequired": False,
        }
    )


@_router.get("/auth/me")
async def _me(_: _Counter) -> Response:
    return told(account(1))


@_router.get("/user")
async def _users(_: _Counter, take: int = 10, skip: int = 0) -> Response:
    return _page([account(at) for at in range(1, len(USERS) + 1)], take, skip)


@_router.get("/request")
async def _requests(counter: _Counter, take: int = 10, skip: int = 0) -> Response:
    numbers = sorted(counter.requests, reverse=True)
    return _page([counter.describe(number) for number in numbers], take, skip)


@_router.post("/request")
async def _ask(counter: _Counter, sent: Sent) -> Response:
    story = counter.story(sent["mediaType"], sent["mediaId"])
    user, media = sent.get("userId") or 1, counter.media(story)
    if sum(_asked_by(each, user) for each in counter.requests.values()) >= _QUOTA:
        return told({"message": "Quota exceeded."}, 403)
    seasons: list[int] = []
    if isinstance(story, Series):
        known = {number for each in counter.asked_for(story) for number in _numbers(each)}
        is_there = media is not None and media["status"] == _WHOLE
        wanted = story.seasons if sent.get("seasons") == "all" else sent.get("seasons") or ()
        seasons = [n for n in wanted if n in story.seasons and n not in known and not is_there]
        if not seasons:
            return told({"message": "No seasons available to request"}, 202)
    elif media is not None:
        return told({"message": "Request for this media already exists."}, 409)
    return told(counter.add(story, seasons, user=user, status=_APPROVED), 201)


@_router.delete("/request/{number}")
async def _withdraw(counter: _Counter, number: int) -> Response:
    if counter.requests.pop(number, None) is None:
        return told({"message": "Request not found."}, 404)
    return Response(status_code=204)


@_router.delete("/media/{number}")
async def _forget(counter: _Counter, number: int) -> Response:
    if not counter.forget(number):
        return told({"message": "Media not found"}, 404)
    return Response(status_code=204)


@_router.get("/movie/{tmdb}")
async def _movie(counter: _Counter, tmdb: int) -> Response:
    story = counter.story("movie", tmdb)
    return told(_details(counter, story) | {"title": story.english, "originalTitle": story.title})


@_router.get("/tv/{tmdb}")
async def _series(counter: _Counter, tmdb: int) -> Response:
    story = counter.story("tv", tmdb)
    seasons = [
        {
            "id": tmdb * 100 + number,
            "airDate": str(story.premiered),
            "episodeCount": len(story.season(number)) if isinstance(story, Series) else 0,
            "name": f"Season {number}" if number else "Specials",
            "overview": "",
            "posterPath": "/poster.jpg",
            "seasonNumber": number,
        }
        for number in _seasons(story)
    ]
    names = {"name": story.english, "originalName": story.title, "seasons": seasons}
    return told(_details(counter, story) | names)


def _details(counter: Counter, story: Story) -> Document:
    media = counter.media(story)
    known: Document = {}
    if media is not None:
        known = {"mediaInfo": media | {"requests": counter.asked_for(story)}}
    return known | {
        "id": story.ids.tmdb,
        "overview": story.told["en"].plot,
        "originalLanguage": story.language,
        "popularity": story.popularity,
        "voteAverage": story.rating,
        "voteCount": story.votes,
        "externalIds": {
            "imdbId": story.ids.imdb,
            "tvdbId": story.ids.tvdb if story.kind is Kind.SERIES else None,
        },
    }


def _page(found: list[Document], take: int, skip: int) -> Response:
    info = {"page": skip // take + 1, "pages": -(-len(found) // take), "results": len(found)}
    return told({"pageInfo": info, "results": found[skip : skip + take]})


def _seasons(story: Story) -> tuple[int, ...]:
    return story.seasons if isinstance(story, Series) else ()


def _numbers(request: Document) -> set[int]:
    seasons = request["seasons"]
    return {each["seasonNumber"] for each in seasons} if isinstance(seasons, list) else set()


def _asked_by(request: Document, user: int) -> bool:
    by = request["requestedBy"]
    return isinstance(by, dict) and by["id"] == user


def _same(tmdb: object, number: int) -> bool:
    return isinstance(tmdb, int) and tmdb % 1_000_000 == number


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
