"""Tautulli's JSON, as far as we read it; a report has the form that our template gives it."""

from maestrarr.providers.reading import Number, One, Text, Theirs


class Info(Theirs):
    """Who answers."""

    tautulli_version: Text = None


class Response(Theirs):
    """What it did, and the data."""

    result: Text = None
    message: Text = None
    data: One[Info] = Info()


class Whole(Theirs):
    """Its envelope."""

    response: One[Response] = Response()


class Report(Theirs):
    """Our template, filled in: all values are texts, and empty where there is none."""

    event: Text = None
    user: Text = None
    media_type: Text = None
    title: Text = None
    show: Text = None
    year: Number = None
    rating_key: Text = None
    imdb: Text = None
    tmdb: Number = None
    tvdb: Number = None
    server: Text = None
