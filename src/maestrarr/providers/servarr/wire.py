"""The JSON that Radarr and Sonarr share, as far as we read it."""

from typing import Any

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from maestrarr.providers.reading import (
    Figures,
    Moment,
    Named,
    Number,
    One,
    Several,
    Text,
    Texts,
    Theirs,
    Truth,
)


class Record(Theirs):
    """One of their objects, whose names begin with small letters."""

    model_config = ConfigDict(alias_generator=to_camel)


class Status(Record):
    """Who answers."""

    app_name: Text = None
    instance_name: Text = None
    version: Text = None


class Tag(Record):
    """A word that somebody gave to titles."""

    id: Number = None
    label: Text = None


class RootFolder(Record):
    """A folder that titles lie in."""

    path: Text = None


class MediaManagement(Record):
    """How it deals with files."""

    recycle_bin: Text = None


class Language(Record):
    """A language, by its English name."""

    name: Text = None


class Statistics(Record):
    """What it has on disk."""

    size_on_disk: Number = None
    episode_file_count: Number = None
    movie_file_count: Number = None


class About(Record):
    """Which movie or series it is."""

    id: Number = None
    title: Text = None
    year: Number = None
    tmdb_id: Number = None
    tvdb_id: Number = None
    imdb_id: Text = None
    original_language: One[Language] = Language()


class Title(About):
    """A movie or a series that it looks after."""

    path: Text = None
    monitored: Truth = None
    tags: Figures = ()
    added: Moment = None
    has_file: Truth = None
    size_on_disk: Number = None
    statistics: One[Statistics] = Statistics()


class Entry(Record):
    """One event of its history; `data` depends on what happened."""

    event_type: Text = None
    date: Moment = None
    download_id: Text = None
    source_title: Text = None
    data: Named = Field(default_factory=dict)
    movie: One[Title] = Title()
    series: One[Title] = Title()


class File(Record):
    """A file in a report; those that were renamed say how they were called."""

    path: Text = None
    previous_path: Text = None
    recycle_bin_path: Text = None


class Failure(Record):
    """Why it could not import a download."""

    title: Text = None


class Subject(About):
    """The title of a report; its tags are words."""

    path: Text = None
    folder_path: Text = None
    tags: Texts = ()


class Report(Record):
    """What both send; `deletedFiles` is a list in some reports and a yes or a no in others."""

    event_type: Text = None
    instance_name: Text = None
    is_upgrade: Truth = None
    download_id: Text = None
    delete_reason: Text = None
    deleted_files: Any = None
    level: Text = None
    message: Text = None
    new_version: Text = None
    download_status_messages: Several[Failure] = ()
