"""How Kodi describes what is in its library: a field is told when it is asked for."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from maestrarr.demo.upstreams import inventing, words
from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.household import Shelved, stem
from maestrarr.demo.upstreams.stories import Episode, Film, Part, Series, Story

_EPISODES_APART = 100
_ADDED = "2024-03-09 11:20:31"


def movie(title: Shelved, number: int, properties: Iterable[str]) -> Document:
    """Describe a film."""
    film = title.story
    assert isinstance(film, Film)  # noqa: S101  # who calls knows
    group = None if film.group is None else inventing.group(film.group)
    file = title.files[0]
    whole = _common(title) | _file(file, film.minutes) | {
        "country": [words.COUNTRY_NAMES[film.country]],
        "director": _who(film.crew, "Director"),
        "mpaa": "Rated PG-13",
        "plotoutline": "",
        "set": group.name if group else "",
        "showlink": [],
        "tagline": film.told["en"].tagline,
        "top250": 0,
        "trailer": "",
        "writer": _who(film.crew, "Screenplay"),
    }  # fmt: skip
    if film.group is not None:
        whole["setid"] = film.group + 1
    return {"label": film.title, "movieid": number} | _only(whole, properties)


def series(title: Shelved, properties: Iterable[str]) -> Document:
    """Describe a series."""
    told = title.story
    assert isinstance(told, Series)  # noqa: S101  # who calls knows
    whole = _common(title) | {
        "episode": len(title.episodes),
        "episodeguide": f'{{"tmdb": "{told.ids.tmdb}"}}',
        "file": f"{title.folder}/",
        "mpaa": "TV-14",
        "runtime": told.minutes * 60,
        "season": len(told.seasons),
        "status": "ended" if told.is_over else "returning series",
        "watchedepisodes": 0,
    }
    return {"label": told.title, "tvshowid": title.number} | _only(whole, properties)


def season(title: Shelved, number: int, properties: Iterable[str]) -> Document:
    """Describe a season."""
    name = f"Season {number}" if number else "Specials"
    whole = {
        "art": _art(f"{title.folder}/season{number:02}", ("poster",), joined="-"),
        "episode": sum(episode.season == number for episode, _ in title.episodes),
        "fanart": image(f"{title.folder}/fanart.jpg"),
        "playcount": 0,
        "season": number,
        "showtitle": title.story.title,
        "thumbnail": image(f"{title.folder}/season{number:02}-poster.jpg"),
        "title": name,
        "tvshowid": title.number,
        "userrating": 0,
        "watchedepisodes": 0,
    }
    seasonid = title.number * _EPISODES_APART + number
    return {"label": name, "seasonid": seasonid, "season": number} | _only(whole, properties)


def episode(title: Shelved, told: Episode, file: str, properties: Iterable[str]) -> Document:
    """Describe an episode."""
    at = [one for one, _ in title.episodes].index(told)
    whole = _file(file, told.minutes) | {
        "art": {"thumb": image(f"{file.rpartition('.')[0]}-thumb.jpg")},
        "cast": _cast((*title.story.cast, *told.guests)),
        "dateadded": _ADDED,
        "director": _who(told.crew, "Director"),
        "episode": told.number,
        "fanart": image(f"{title.folder}/fanart.jpg"),
        "firstaired": str(told.aired),
        "originaltitle": "",
        "plot": told.plot,
        "productioncode": "",
        "rating": told.rating,
        "ratings": _ratings(told.rating, told.votes),
        "season": told.season,
        "seasonid": title.number * _EPISODES_APART + told.season,
        "showtitle": title.story.title,
        "specialsortepisode": -1,
        "specialsortseason": -1,
        "thumbnail": image(f"{file.rpartition('.')[0]}-thumb.jpg"),
        "title": told.title,
        "tvshowid": title.number,
        "uniqueid": {"tvdb": str(told.tvdb), "tmdb": str(told.tmdb)},
        "userrating": 0,
        "votes": str(told.votes),
        "writer": _who(told.crew, "Screenplay"),
    }
    label = f"{told.season}x{told.number:02}. {told.title}"
    head = {"label": label, "episodeid": title.number * _EPISODES_APART + at}
    return head | _only(whole, properties)


def playing(title: Shelved | None, file: str, properties: Iterable[str]) -> Document:
    """Describe what is played; a file that is in no library has its name alone."""
    if title is None:
        return {"label": stem(file), "type": "unknown"} | _only({"file": file}, properties)
    for told, path in title.episodes:
        if path == file:
            whole = episode(title, told, file, properties)
            return whole | {"id": whole.pop("episodeid"), "type": "episode"}
    whole = movie(title, title.number, properties)
    if "file" in whole:
        whole["file"] = file
    return whole | {"id": whole.pop("movieid"), "type": "movie"}


def image(path: str) -> str:
    """Name a picture as Kodi does: its path, wrapped."""
    return f"image://{quote(path, safe='-_.!()').replace('%2F', '%2f')}/"


def unwrapped(name: str) -> str:
    """Take a picture's path out of its wrapping, if it has one."""
    if not name.startswith("image://"):
        return name
    return unquote(name.removeprefix("image://").removesuffix("/"))


def _common(title: Shelved) -> dict[str, object]:
    story = title.story
    return {
        "art": _art(title.folder, ("poster", "fanart")),
        "cast": _cast(story.cast),
        "dateadded": _ADDED,
        "fanart": image(f"{title.folder}/fanart.jpg"),
        "genre": list(story.genres),
        "imdbnumber": story.ids.imdb,
        "lastplayed": "",
        "originaltitle": story.title,
        "playcount": 0,
        "plot": story.told["en"].plot,
        "premiered": str(story.premiered),
        "rating": story.rating,
        "ratings": _ratings(story.rating, story.votes),
        "sorttitle": "",
        "studio": [studio.name for studio in story.studios],
        "tag": [],
        "thumbnail": image(f"{title.folder}/poster.jpg"),
        "title": story.title,
        "uniqueid": _ids(story),
        "userrating": 0,
        "votes": str(story.votes),
        "year": story.year,
    }


def _file(path: str, minutes: int) -> dict[str, object]:
    return {
        "file": path,
        "lastplayed": "",
        "playcount": 0,
        "resume": {"position": 0.0, "total": 0.0},
        "runtime": minutes * 60,
        "streamdetails": {
            "audio": [{"codec": "ac3", "language": "eng", "channels": 6}],
            "video": [
                {
                    "codec": "h264",
                    "aspect": 1.78,
                    "width": 1920,
                    "height": 1080,
                    "duration": minutes * 60,
                    "hdrtype": "",
                }
            ],
            "subtitle": [{"language": "eng"}],
        },
    }


def _art(place: str, kinds: tuple[str, ...], joined: str = "/") -> dict[str, str]:
    return {kind: image(f"{place}{joined}{kind}.jpg") for kind in kinds}


def _ratings(rating: float, votes: int) -> dict[str, object]:
    return {"themoviedb": {"default": True, "rating": rating, "votes": votes}}


def _ids(story: Story) -> dict[str, str]:
    ids = {"imdb": story.ids.imdb, "tmdb": str(story.ids.tmdb)}
    return ids | ({"tvdb": str(story.ids.tvdb)} if isinstance(story, Series) else {})


def _cast(parts: Iterable[Part]) -> list[Document]:
    return [
        {"name": part.person.name, "role": part.does, "order": at} for at, part in enumerate(parts)
    ]


def _who(parts: Iterable[Part], job: str) -> list[str]:
    return [part.person.name for part in parts if part.does == job]


def _only(whole: Mapping[str, object], properties: Iterable[str]) -> Document:
    return {name: whole[name] for name in properties if name in whole}


def folder_of(title: Shelved) -> str:
    """Name the folder that a film's file lies in, as Kodi stores it."""
    return f"{PurePosixPath(title.files[0]).parent}/"
