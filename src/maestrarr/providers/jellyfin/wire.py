"""Jellyfin's JSON, as far as we read it."""

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_pascal

from maestrarr.providers.reading import Number, One, Several, Text, Theirs, Truth


class Record(Theirs):
    """One of their objects, whose names begin with capitals."""

    model_config = ConfigDict(alias_generator=to_pascal)


class SystemInfo(Record):
    """Who answers."""

    server_name: Text = None
    version: Text = None
    product_name: Text = None


class Item(Record):
    """A title in its library."""

    id: Text = None
    path: Text = None


class Session(Record):
    """A device that is signed in, with what it plays."""

    now_playing_item: One[Item] = Item()


class Items(Record):
    """Titles in its library."""

    items: Several[Item] = ()


class Report(Record):
    """What its webhook plugin sends with all properties; ids are an episode's own."""

    notification_type: Text = None
    server_name: Text = None
    item_id: Text = None
    item_type: Text = None
    name: Text = None
    series_name: Text = None
    year: Number = None
    tmdb: Number = Field(None, alias="Provider_tmdb")
    tvdb: Number = Field(None, alias="Provider_tvdb")
    imdb: Text = Field(None, alias="Provider_imdb")
    notification_username: Text = None
    played_to_completion: Truth = None
    is_paused: Truth = None
    result_key: Text = None
    result_status: Text = None
