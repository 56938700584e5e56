"""The bodies of the webhooks that Radarr and Sonarr send, by what happened to a title."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.desk import moment
from maestrarr.demo.upstreams.household import Shelved
from maestrarr.demo.upstreams.servarr import records
from maestrarr.demo.upstreams.servarr.brands import Brand
from maestrarr.demo.upstreams.stories import Kind, chance

_NEVER: Document = {}
_HEALTH: Mapping[str, Document] = {
    "radarr": {
        "level": "warning",
        "message": "Indexers unavailable due to failures: Idx",
        "type": "IndexerStatusCheck",
        "wikiUrl": "https://wiki.servarr.com/radarr/system",
    },
    "sonarr": {
        "level": "error",
        "message": "Missing root folder: /media/Series",
        "type": "RootFolderCheck",
        "wikiUrl": "https://wiki.servarr.com/sonarr/system",
    },
}


def report(brand: Brand, event: str, title: Shelved, files: Sequence[str]) -> Document:
    """Write the body of an event; `files` are those of the title that it concerns.

    Events are called as on the wire, but for the three that share a name there: `Upgrade` is a
    `Download` in the place of a file, `ImportComplete` one of several files, and `FileDelete` is
    that of a movie or an episode.

    Raises:
        KeyError: there is no such event.
    """
    told = _BODIES[event](brand, title, files)
    named = {"Upgrade": "Download", "ImportComplete": "Download"}.get(event, event)
    if event == "FileDelete":
        named = "MovieFileDelete" if brand.kind is Kind.FILM else "EpisodeFileDelete"
    base: Document = {"eventType": named, "instanceName": brand.name}
    is_bare = brand.kind is Kind.SERIES and _BODIES[event] in (_healthy, _updated)
    return told | base | (_NEVER if is_bare else {"applicationUrl": ""})


def test(brand: Brand) -> Document:
    """Write the body that is sent to try a webhook: of a title that is none."""
    base: Document = {"eventType": "Test", "instanceName": brand.name, "applicationUrl": ""}
    if brand.kind is Kind.FILM:
        movie = {"id": 1, "title": "Test Title", "year": 1970, "releaseDate": "1970-01-01"}
        return {
            "movie": movie | {"folderPath": "C:\\testpath", "tmdbId": 0, "tags": ["test-tag"]},
            "remoteMovie": {"tmdbId": 1234, "imdbId": "5678", "title": "Test title", "year": 1970},
            "release": {"quality": "Test Quality", "qualityVersion": 1, "indexer": "Test Indexer"},
        } | base
    series = {"id": 1, "title": "Test Title", "path": "C:\\testpath", "tvdbId": 1234}
    episode = {"id": 123, "episodeNumber": 1, "seasonNumber": 1, "title": "Test title"}
    return {"series": series | {"tags": ["test-tag"]}, "episodes": [episode]} | base


def _subject(brand: Brand, title: Shelved) -> Document:
    story = title.story
    common: Document = {
        "id": title.number,
        "title": story.english,
        "year": story.year,
        "tmdbId": story.ids.tmdb,
        "imdbId": story.ids.imdb,
        "genres": list(story.genres),
        "images": records.images(title),
        "tags": records.tags(title),
        "originalLanguage": records.language(story.language),
    }
    if brand.kind is Kind.FILM:
        return common | {
            "releaseDate": str(story.premiered),
            "folderPath": title.folder,
            "overview": story.told["en"].plot,
        }
    slug = records.slug(story.english)
    numbers = {"titleSlug": slug, "tvdbId": story.ids.tvdb, "tvMazeId": 0, "type": "standard"}
    return common | {"path": title.folder} | numbers


def _about(brand: Brand, title: Shelved, files: Sequence[str] = ()) -> Document:
    """Write which title it is, and which episodes lie in the files."""
    told: Document = {brand.one: _subject(brand, title)}
    if brand.kind is Kind.FILM:
        return told
    return told | {
        "episodes": [
            {
                "id": records.episode_number(episode),
                "episodeNumber": episode.number,
                "seasonNumber": episode.season,
                "title": episode.title,
                "overview": episode.plot,
                "airDate": str(episode.aired),
                "airDateUtc": f"{episode.aired}T20:00:00Z",
                "seriesId": title.number,
                "tvdbId": episode.tvdb,
            }
            for episode, path in title.episodes
            if path in files
        ]
    }


def _remote(brand: Brand, title: Shelved) -> Document:
    if brand.kind is Kind.SERIES:
        return _NEVER
    ids, story = title.story.ids, title.story
    told = {"tmdbId": ids.tmdb, "imdbId": ids.imdb, "title": story.english, "year": story.year}
    return {"remoteMovie": told}


def _file(brand: Brand, title: Shelved, path: str) -> Document:
    flags: Document = {"indexerFlags": "0"} if brand.kind is Kind.FILM else {}
    return {
        "id": records.file_number(title, path),
        "relativePath": str(PurePosixPath(path).relative_to(title.folder)),
        "path": path,
        "quality": "Bluray-1080p",
        "qualityVersion": 1,
        "releaseGroup": "GRP",
        "sceneName": _scene(path),
        "size": records.size(path),
        "dateAdded": moment(),
        "languages": [records.language(title.story.language)],
        "mediaInfo": {
            "audioChannels": 5.1,
            "audioCodec": "EAC3",
            "audioLanguages": ["eng"],
            "height": 1080,
            "width": 1920,
            "subtitles": ["eng"],
            "videoCodec": "x264",
            "videoDynamicRange": "",
            "videoDynamicRangeType": "",
        },
    } | flags


def _download(path: str) -> Document:
    return {
        "downloadClient": "qBittorrent",
        "downloadClientType": "qBittorrent",
        "downloadId": f"{chance('download', path).getrandbits(160):040X}",
        "customFormatInfo": {
            "customFormats": [{"id": 3, "name": "Repack"}],
            "customFormatScore": 5,
        },
    }


def _release(brand: Brand, path: str, kind: str = "singleEpisode") -> Document:
    by_brand: Document = (
        {"indexerFlags": ["G_Freeleech"]} if brand.kind is Kind.FILM else {"releaseType": kind}
    )
    told = {"releaseTitle": _scene(path), "indexer": "Idx (Prowlarr)", "size": records.size(path)}
    return {"release": told | by_brand}


def _grab(brand: Brand, title: Shelved, files: Sequence[str]) -> Document:
    release: Document = {
        "quality": "WEBDL-1080p",
        "qualityVersion": 1,
        "releaseGroup": "GRP",
        "releaseTitle": _scene(files[0]),
        "indexer": "Idx (Prowlarr)",
        "size": records.size(files[0]),
        "customFormatScore": 5,
        "customFormats": ["Repack"],
        "languages": [records.language(title.story.language)],
    }
    if brand.kind is Kind.FILM:
        release["indexerFlags"] = ["G_Freeleech"]
    about = _about(brand, title, files) | _remote(brand, title)
    return about | {"release": release} | _download(files[0])


def _imported(brand: Brand, title: Shelved, files: Sequence[str]) -> Document:
    source = {"sourcePath": f"/downloads/{_scene(files[0])}/{PurePosixPath(files[0]).name}"}
    return (
        _about(brand, title, files[:1])
        | _remote(brand, title)
        | {_file_key(brand): _file(brand, title, files[0]) | source, "isUpgrade": False}
        | _download(files[0])
        | _release(brand, files[0])
    )


def _upgraded(brand: Brand, title: Shelved, files: Sequence[str]) -> Document:
    old = str(PurePosixPath(files[0]).with_suffix(".avi"))
    gone = _file(brand, title, old) | {"recycleBinPath": f"/recycle/{PurePosixPath(old).name}"}
    return _imported(brand, title, files) | {"isUpgrade": True, "deletedFiles": [gone]}


def _import_complete(brand: Brand, title: Shelved, files: Sequence[str]) -> Document:
    about = _about(brand, title, files)
    told = {"episodeFiles": [_file(brand, title, path) for path in files]}
    download = {key: value for key, value in _download(files[0]).items() if key[0] == "d"}
    folders: Document = {
        "fileCount": len(files),
        "sourcePath": f"/downloads/{_scene(files[0])}",
        "destinationPath": str(PurePosixPath(files[0]).parent),
    }
    return about | told | download | _release(brand, files[0], "seasonPack") | folders


def _renamed(brand: Brand, title: Shelved, files: Sequence[str]) -> Document:
    key = "renamedMovieFiles" if brand.kind is Kind.FILM else "renamedEpisodeFiles"
    renamed = [
        {
            "previousRelativePath": "old.mkv",
            "previousPath": str(PurePosixPath(path).with_name("old.mkv")),
        }
        | _file(brand, title, path)
        for path in files
    ]
    return {brand.one: _subject(brand, title), key: renamed}


def _file_deleted(brand: Brand, title: Shelved, files: Sequence[str]) -> Document:
    about = _about(brand, title, files[:1])
    return about | {_file_key(brand): _file(brand, title, files[0]), "deleteReason": "manual"}


def _added(brand: Brand, title: Shelved, _: Sequence[str]) -> Document:
    told: Document = {brand.one: _subject(brand, title)}
    return told | ({"addMethod": "manual"} if brand.kind is Kind.FILM else _NEVER)


def _removed(brand: Brand, title: Shelved, _: Sequence[str]) -> Document:
    size: Document = {"movieFolderSize": 0} if brand.kind is Kind.FILM else {}
    return {brand.one: _subject(brand, title), "deletedFiles": True} | size


def _healthy(brand: Brand, _: Shelved, __: Sequence[str]) -> Document:
    return _HEALTH[brand.key]


def _updated(brand: Brand, _: Shelved, __: Sequence[str]) -> Document:
    words = f"{brand.name} updated from {brand.version} to {brand.version}1"
    versions: Document = {"previousVersion": brand.version, "newVersion": f"{brand.version}1"}
    return {"message": words} | versions


def _needs_somebody(brand: Brand, title: Shelved, files: Sequence[str]) -> Document:
    info = {"quality": "WEBDL-1080p", "qualityVersion": 1, "title": _scene(files[0])}
    told: Document = {
        "downloadInfo": info | {"size": records.size(files[0])},
        "downloadStatus": "Warning",
        "downloadStatusMessages": [{"title": "One or more were not imported", "messages": []}],
    }
    about = _about(brand, title, files[:1])
    return about | told | _download(files[0]) | _release(brand, files[0])


def _file_key(brand: Brand) -> str:
    return "movieFile" if brand.kind is Kind.FILM else "episodeFile"


def _scene(path: str) -> str:
    return PurePosixPath(path).stem.replace(" ", ".") + "-GRP"


_Body = Callable[[Brand, Shelved, Sequence[str]], Document]
_BODIES: Mapping[str, _Body] = {
    "Grab": _grab,
    "Download": _imported,
    "Upgrade": _upgraded,
    "ImportComplete": _import_complete,
    "Rename": _renamed,
    "FileDelete": _file_deleted,
    "MovieAdded": _added,
    "SeriesAdd": _added,
    "MovieDelete": _removed,
    "SeriesDelete": _removed,
    "Health": _healthy,
    "HealthRestored": _healthy,
    "ApplicationUpdate": _updated,
    "ManualInteractionRequired": _needs_somebody,
}
EVENTS = tuple(_BODIES)
