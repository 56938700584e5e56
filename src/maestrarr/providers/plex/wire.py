"""Plex's JSON, as far as we read it: everything stands in one container."""

from pydantic import Field

from maestrarr.providers.reading import Listed, Number, One, Several, Text, Theirs


class Location(Theirs):
    """A folder of a library."""

    path: Text = None


class Directory(Theirs):
    """A library."""

    key: Text = None
    locations: Several[Location] = Field((), alias="Location")


class Part(Theirs):
    """A file."""

    file: Text = None


class Media(Theirs):
    """A version of a title."""

    parts: Several[Part] = Field((), alias="Part")


class Metadata(Theirs):
    """A title."""

    media: Several[Media] = Field((), alias="Media")


class Container(Theirs):
    """What every answer is in."""

    friendly_name: Text = Field(None, alias="friendlyName")
    version: Text = None
    directories: Listed[Directory] = Field((), alias="Directory")
    metadata: Listed[Metadata] = Field((), alias="Metadata")


class Whole(Theirs):
    """An answer."""

    container: One[Container] = Field(Container(), alias="MediaContainer")


class Guid(Theirs):
    """A title's number somewhere, such as `tmdb://603`."""

    id: Text = None


class Named(Theirs):
    """An account or a server."""

    title: Text = None


class Reported(Theirs):
    """The title that a report is about."""

    type: Text = None
    ratingKey: Text = None  # noqa: N815  # as they write it
    title: Text = None
    grandparentTitle: Text = None  # noqa: N815  # as they write it
    parentTitle: Text = None  # noqa: N815  # as they write it
    year: Number = None
    guids: Several[Guid] = Field((), alias="Guid")


class Report(Theirs):
    """What its webhooks send, in the part `payload`."""

    event: Text = None
    account: One[Named] = Field(Named(), alias="Account")
    server: One[Named] = Field(Named(), alias="Server")
    metadata: One[Reported] = Field(Reported(), alias="Metadata")
