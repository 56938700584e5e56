"""Emby's JSON, as far as we read it."""

from pydantic import ConfigDict
from pydantic.alias_generators import to_pascal

from maestrarr.providers.reading import One, Text, Theirs


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

    path: Text = None


class Session(Record):
    """A device that is signed in, with what it plays."""

    now_playing_item: One[Item] = Item()
