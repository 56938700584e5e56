"""Kodi's JSON, as far as we read it."""

from maestrarr.providers.reading import Listed, Number, One, Text, Theirs


class Version(Theirs):
    """Kodi's version."""

    major: Number = None
    minor: Number = None
    tag: Text = None


class Properties(Theirs):
    """Who answers."""

    name: Text = None
    version: One[Version] = Version()


class Movie(Theirs):
    """A movie in its library."""

    movieid: Number = None


class Movies(Theirs):
    """Movies in its library."""

    movies: Listed[Movie] = ()


class Series(Theirs):
    """A series in its library."""

    tvshowid: Number = None


class SeveralSeries(Theirs):
    """Series in its library."""

    tvshows: Listed[Series] = ()


class ActivePlayer(Theirs):
    """What plays something."""

    playerid: Number = None


class ActivePlayers(Theirs):
    """All that play something; Kodi sends the bare list."""

    players: Listed[ActivePlayer] = ()

    @classmethod
    def of(cls, listed: object) -> "ActivePlayers":
        """Read the list."""
        return cls.model_validate({"players": listed})


class Playing(Theirs):
    """What is played."""

    file: Text = None


class PlayerState(Theirs):
    """What one player plays."""

    item: One[Playing] = Playing()


class Texture(Theirs):
    """A copy of a picture."""

    textureid: Number = None


class Textures(Theirs):
    """Copies of pictures."""

    textures: Listed[Texture] = ()
