"""How Jellyfin and Emby describe titles and sessions; a key without a value stays away."""

import uuid
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.household import Shelved, stem
from maestrarr.demo.upstreams.stories import Episode, Film, Part, Story

SERVER_ID = "5a0d3c61b7e24f0f9a6e0d4c2b1f7a38"
_TICKS_A_MINUTE = 600_000_000
_LOADED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
_KINDS = {"Director": "Director", "Screenplay": "Writer", "Producer": "Producer"}

_NEVER = (
    "GenPtsInput", "HasSegments", "IgnoreDts", "IgnoreIndex", "IsInfiniteStream",
    "ReadAtNativeFramerate", "RequiresClosing", "RequiresLooping", "RequiresOpening",
    "UseMostCompatibleTranscodingProfile",
)  # fmt: skip


def number(*about: object) -> str:
    """Number something as Jellyfin does: 32 hexadecimal digits, which follow from its path."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, about))).hex


def moment(day: date) -> str:
    """Write a day as a moment."""
    return f"{day}T00:00:00.0000000Z"


def title(shelved: Shelved) -> Document:
    """Describe a film or a series."""
    story = shelved.story
    told = _common(story, shelved.folder)
    if isinstance(story, Film):
        return told | _video(shelved.files[0], story.minutes) | {"Type": "Movie"}
    return told | {
        "ChildCount": len({episode.season for episode, _ in shelved.episodes}),
        "IsFolder": True,
        "MediaType": "Unknown",
        "Path": shelved.folder,
        "RecursiveItemCount": len(shelved.episodes),
        "Status": "Ended",
        "Type": "Series",
    }


def episode(shelved: Shelved, told: Episode, file: str) -> Document:
    """Describe an episode."""
    series = shelved.story
    return {
        "BackdropImageTags": [],
        "CommunityRating": round(told.rating, 1),
        "DateCreated": _LOADED.isoformat(),
        "Genres": [],
        "Id": number(file, told.number),
        "ImageTags": {"Primary": number(file, "image")},
        "IndexNumber": told.number,
        "LocationType": "FileSystem",
        "Name": told.title,
        "Overview": told.plot,
        "ParentIndexNumber": told.season,
        "PremiereDate": moment(told.aired),
        "ProductionYear": told.aired.year,
        "ProviderIds": {"Tvdb": str(told.tvdb), "Tmdb": str(told.tmdb)},
        "SeasonId": number(shelved.folder, told.season),
        "SeasonName": f"Season {told.season}" if told.season else "Specials",
        "SeriesId": number(shelved.folder),
        "SeriesName": series.title,
        "ServerId": SERVER_ID,
        "SortName": f"{told.season:03} - {told.number:04} - {told.title}",
        "Type": "Episode",
        "UserData": _user_data(number(file, told.number)),
    } | _video(file, told.minutes)


def played(shelved: Shelved | None, file: str) -> Document:
    """Describe what is played; a file that is in no library has its name alone."""
    if shelved is None:
        head = {"Id": number(file), "Name": stem(file), "Type": "Video", "ServerId": SERVER_ID}
        return head | _video(file, 90)
    for told, path in shelved.episodes:
        if path == file:
            return episode(shelved, told, file)
    return title(shelved) | {"Path": file}


def session(item: Document | None, device: str, more: Document) -> Document:
    """Describe a device that is connected, with what it plays."""
    playing = {} if item is None else {"NowPlayingItem": item}
    return {
        "AdditionalUsers": [],
        "ApplicationVersion": "1.9.0",
        "Client": "Living room",
        "DeviceId": number(device),
        "DeviceName": device,
        "HasCustomDeviceName": False,
        "Id": number("session", device),
        "LastActivityDate": _LOADED.isoformat(),
        "LastPlaybackCheckIn": _LOADED.isoformat(),
        "PlayState": {
            "CanSeek": item is not None,
            "IsMuted": False,
            "IsPaused": False,
            "PositionTicks": 12 * _TICKS_A_MINUTE,
            "PlaybackOrder": "Default",
            "RepeatMode": "RepeatNone",
            **({"PlayMethod": "DirectPlay"} if item else {}),
        },
        "PlayableMediaTypes": ["Audio", "Video"],
        "RemoteEndPoint": "192.168.1.20",
        "ServerId": SERVER_ID,
        "SupportedCommands": ["DisplayMessage", "SetVolume"],
        "SupportsRemoteControl": True,
        "UserId": number("user"),
        "UserName": "demo",
        **playing,
        **more,
    }


def _common(story: Story, folder: str) -> Document:
    return {
        "BackdropImageTags": [number(folder, "fanart")],
        "CommunityRating": round(story.rating, 1),
        "DateCreated": _LOADED.isoformat(),
        "DisplayPreferencesId": number(folder, "display"),
        "Etag": number(folder, "etag"),
        "ExternalUrls": [
            {"Name": "IMDb", "Url": f"https://www.imdb.com/title/{story.ids.imdb}"},
        ],
        "GenreItems": [{"Name": name, "Id": number("genre", name)} for name in story.genres],
        "Genres": list(story.genres),
        "Id": number(folder),
        "ImageTags": {"Primary": number(folder, "poster"), "Logo": number(folder, "logo")},
        "LocationType": "FileSystem",
        "LockData": False,
        "LockedFields": [],
        "Name": story.title,
        "OfficialRating": "PG-13",
        "OriginalTitle": story.title,
        "Overview": story.told["en"].plot,
        "ParentId": number(PurePosixPath(folder).parent),
        "People": [_person(part) for part in (*story.cast, *story.crew)],
        "PremiereDate": moment(story.premiered),
        "ProductionLocations": [story.country],
        "ProductionYear": story.year,
        "ProviderIds": {"Tmdb": str(story.ids.tmdb), "Imdb": story.ids.imdb},
        "RemoteTrailers": [],
        "ServerId": SERVER_ID,
        "SortName": story.title.lower(),
        "Studios": [{"Name": one.name, "Id": number("studio", one.id)} for one in story.studios],
        "Taglines": [story.told["en"].tagline],
        "Tags": list(story.keywords),
        "UserData": _user_data(number(folder)),
    }


def _video(file: str, minutes: int) -> Document:
    path = PurePosixPath(file)
    container = path.suffix.removeprefix(".") or "mkv"
    return {
        "Container": container,
        "Height": 1080,
        "IsFolder": False,
        "IsHD": True,
        "MediaSources": [_media_source(path, container, minutes)],
        "MediaType": "Video",
        "Path": file,
        "RunTimeTicks": minutes * _TICKS_A_MINUTE,
        "VideoType": "VideoFile",
        "Width": 1920,
    }


def _media_source(path: PurePosixPath, container: str, minutes: int) -> Document:
    return dict.fromkeys(_NEVER, False) | {
        "Container": container,
        "Id": number(path),
        "IsRemote": False,
        "MediaStreams": [],
        "Name": path.stem,
        "Path": str(path),
        "Protocol": "File",
        "RunTimeTicks": minutes * _TICKS_A_MINUTE,
        "Size": 4_200_000_000,
        "SupportsDirectPlay": True,
        "SupportsDirectStream": True,
        "SupportsProbing": True,
        "SupportsTranscoding": True,
        "TranscodingSubProtocol": "http",
        "Type": "Default",
    }


def _person(part: Part) -> Document:
    is_actor = part.department == "Acting"
    return {
        "Id": number("person", part.person.id),
        "Name": part.person.name,
        "Role": part.does if is_actor else "",
        "Type": "Actor" if is_actor else _KINDS.get(part.does, "Unknown"),
    }


def _user_data(key: str) -> Document:
    return {
        "IsFavorite": False,
        "ItemId": key,
        "Key": key,
        "PlayCount": 0,
        "PlaybackPositionTicks": 0,
        "Played": False,
    }
