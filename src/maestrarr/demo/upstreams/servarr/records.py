"""How Radarr and Sonarr describe titles and files; a key without a value stays away."""

from pathlib import PurePosixPath

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.desk import Desk
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.stories import Episode, Film, Series, chance
from maestrarr.kit.text import fold
from maestrarr.media.languages import name_in

ADDED = "2025-03-01T08:30:00Z"
_QUALITY: Document = {"id": 7, "name": "Bluray-1080p", "source": "bluray", "resolution": 1080}
_REVISION = {"version": 1, "real": 0, "isRepack": False}


def movie(title: Shelved, desk: Desk) -> Document:
    """Describe a film."""
    film = title.story
    assert isinstance(film, Film)  # noqa: S101  # Radarr looks after nothing else
    file = movie_file(title, title.files[0])
    return _common(title, desk) | {
        "originalTitle": film.title,
        "alternateTitles": [],
        "secondaryYearSourceId": 0,
        "sizeOnDisk": file["size"],
        "status": "released",
        "inCinemas": f"{film.premiered}T00:00:00Z",
        "website": "",
        "youTubeTrailerId": "",
        "studio": film.studios[0].name,
        "hasFile": True,
        "movieFileId": file["id"],
        "minimumAvailability": "released",
        "isAvailable": True,
        "folderName": title.folder,
        "popularity": film.popularity,
        "keywords": list(film.keywords),
        "ratings": {
            "tmdb": {"votes": film.votes, "value": film.rating, "type": "user"},
        },
        "movieFile": file,
        "statistics": {"movieFileCount": 1, "sizeOnDisk": file["size"], "releaseGroups": []},
    }


def series(title: Shelved, desk: Desk) -> Document:
    """Describe a series, with the seasons that it has."""
    told = title.story
    assert isinstance(told, Series)  # noqa: S101  # Sonarr looks after nothing else
    files = [episode_file(title, file) for file in title.files]
    size = sum(int(str(file["size"])) for file in files)
    return _common(title, desk) | {
        "alternateTitles": [],
        "status": "ended" if told.is_over else "continuing",
        "ended": told.is_over,
        "network": told.network.name,
        "seasons": [_season(told, number) for number in told.seasons],
        "seasonFolder": True,
        "monitorNewItems": "all",
        "useSceneNumbering": False,
        "tvdbId": told.ids.tvdb,
        "tvRageId": 0,
        "tvMazeId": 0,
        "firstAired": f"{told.premiered}T00:00:00Z",
        "seriesType": "standard",
        "ratings": {"votes": told.votes, "value": told.rating},
        "statistics": {
            "seasonCount": len(told.seasons),
            "episodeFileCount": len(files),
            "episodeCount": len(title.episodes),
            "totalEpisodeCount": len(told.episodes),
            "sizeOnDisk": size,
            "releaseGroups": [],
            "percentOfEpisodes": 100.0 * len(title.episodes) / len(told.episodes),
        },
        "languageProfileId": 1,
    }


def movie_file(title: Shelved, path: str) -> Document:
    """Describe a file of a film's."""
    return _file(title, path) | {
        "movieId": title.number,
        "edition": "",
        "originalFilePath": path,
        "quality": {"quality": _QUALITY | {"modifier": "none"}, "revision": _REVISION},
        "indexerFlags": 0,
    }


def episode_file(title: Shelved, path: str) -> Document:
    """Describe a file of a series'."""
    season = next(told.season for told, file in title.episodes if file == path)
    return _file(title, path) | {
        "seriesId": title.number,
        "seasonNumber": season,
        "releaseType": "singleEpisode",
        "indexerFlags": 0,
    }


def episode(title: Shelved, told: Episode, path: str) -> Document:
    """Describe an episode that is there."""
    return {
        "id": episode_number(told),
        "seriesId": title.number,
        "tvdbId": told.tvdb,
        "episodeFileId": file_number(title, path),
        "seasonNumber": told.season,
        "episodeNumber": told.number,
        "title": told.title,
        "airDate": str(told.aired),
        "airDateUtc": f"{told.aired}T20:00:00Z",
        "runtime": told.minutes,
        "overview": told.plot,
        "hasFile": True,
        "monitored": True,
        "unverifiedSceneNumbering": False,
    }


def episode_number(told: Episode) -> int:
    """Number an episode."""
    return told.tmdb % 1_000_000


def file_number(title: Shelved, path: str) -> int:
    """Number a file."""
    known = title.files.index(path) if path in title.files else len(title.files)
    return title.number * 1_000 + known


def size(path: str) -> int:
    """Say how large a file is; the same each time."""
    return chance("size", path).randint(900, 9_000) << 20


def language(code: str) -> Document:
    """Name a language, as they do."""
    return {"id": chance("language", code).randint(1, 60), "name": name_in(code)}


def tags(title: Shelved) -> list[str]:
    """Say which tags somebody gave to a title: every third one is to be kept."""
    return ["keep"] if title.number % 3 == 0 else []


def slug(name: str) -> str:
    """Write a title as its addresses have it."""
    return fold(name).replace(" ", "-")


def images(title: Shelved) -> list[Document]:
    """List the pictures that it shows of a title."""
    return [
        {
            "coverType": kind,
            "url": f"/MediaCover/{title.number}/{kind}.jpg?lastWrite=638500000000000000",
            "remoteUrl": f"https://artworks.example/{title.number}/{kind}.jpg",
        }
        for kind in ("poster", "fanart")
    ]


def _common(title: Shelved, desk: Desk) -> Document:
    story = title.story
    return {
        "id": title.number,
        "title": story.english,
        "sortTitle": fold(story.english),
        "originalLanguage": language(story.language),
        "overview": story.told["en"].plot,
        "images": images(title),
        "year": story.year,
        "path": title.folder,
        "qualityProfileId": 1,
        "monitored": title.number not in desk.left_alone,
        "runtime": story.minutes,
        "cleanTitle": slug(story.english).replace("-", ""),
        "imdbId": story.ids.imdb,
        "tmdbId": story.ids.tmdb,
        "titleSlug": str(story.ids.tmdb),
        "rootFolderPath": str(PurePosixPath(title.folder).parent),
        "certification": "PG-13",
        "genres": list(story.genres),
        "tags": [1] if tags(title) else [],
        "added": ADDED,
    }


def _season(told: Series, number: int) -> Document:
    count = len(told.season(number))
    return {
        "seasonNumber": number,
        "monitored": number > 0,
        "statistics": {
            "episodeFileCount": count,
            "episodeCount": count,
            "totalEpisodeCount": count,
            "sizeOnDisk": count << 30,
            "releaseGroups": [],
            "percentOfEpisodes": 100.0,
        },
    }


def _file(title: Shelved, path: str) -> Document:
    return {
        "id": file_number(title, path),
        "relativePath": str(PurePosixPath(path).relative_to(title.folder)),
        "path": path,
        "size": size(path),
        "dateAdded": ADDED,
        "releaseGroup": "GRP",
        "languages": [language(title.story.language)],
        "quality": {"quality": _QUALITY, "revision": _REVISION},
        "customFormats": [],
        "customFormatScore": 0,
        "qualityCutoffNotMet": False,
        "mediaInfo": {
            "id": 0,
            "audioBitrate": 640_000,
            "audioChannels": 5.1,
            "audioCodec": "EAC3",
            "audioLanguages": "eng",
            "audioStreamCount": 1,
            "videoBitDepth": 8,
            "videoBitrate": 0,
            "videoCodec": "x264",
            "videoFps": 23.976,
            "videoDynamicRange": "",
            "videoDynamicRangeType": "",
            "resolution": "1920x1080",
            "runTime": f"{title.story.minutes // 60}:{title.story.minutes % 60:02}:00",
            "scanType": "Progressive",
            "subtitles": "eng",
        },
    }
