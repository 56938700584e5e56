"""Seerr's JSON, as far as we read it; its webhooks write numbers as texts."""

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from maestrarr.providers.reading import Moment, Number, One, Several, Text, Theirs, Truth


class Record(Theirs):
    """One of their objects, whose names begin with small letters."""

    model_config = ConfigDict(alias_generator=to_camel)


class Status(Record):
    """Who answers."""

    version: Text = None


class User(Record):
    """Somebody who may ask."""

    id: Number = None
    display_name: Text = None
    username: Text = None
    plex_username: Text = None
    jellyfin_username: Text = None
    email: Text = None
    plex_id: Number = None
    jellyfin_user_id: Text = None


class Season(Record):
    """A season, of a title or of a request."""

    season_number: Number = None
    status: Number = None


class RequestOfTitle(Record):
    """A request, as a title names it."""

    status: Number = None
    seasons: Several[Season] = ()


class Media(Record):
    """What it knows of a title."""

    id: Number = None
    tmdb_id: Number = None
    tvdb_id: Number = None
    imdb_id: Text = None
    status: Number = None
    media_type: Text = None
    seasons: Several[Season] = ()
    requests: Several[RequestOfTitle] = ()


class Request(Record):
    """A request."""

    id: Number = None
    status: Number = None
    type: Text = None
    media: One[Media] = Media()
    seasons: Several[Season] = ()
    requested_by: One[User] = User()
    created_at: Moment = None
    is4k: Truth = None


class PageInfo(Record):
    """How many there are."""

    results: Number = None


class Requests(Record):
    """A page of requests."""

    page_info: One[PageInfo] = PageInfo()
    results: Several[Request] = ()


class Users(Record):
    """A page of users."""

    page_info: One[PageInfo] = PageInfo()
    results: Several[User] = ()


class OtherIds(Record):
    """Under which numbers others know a title."""

    imdb_id: Text = None
    tvdb_id: Number = None


class Details(Record):
    """A movie or a series, whether it is there or not."""

    id: Number = None
    external_ids: One[OtherIds] = OtherIds()
    seasons: Several[Season] = ()
    media_info: One[Media] = Media()


class Refusal(Record):
    """Why it does not do something."""

    message: Text = None
    error: Text = None


class ReportedMedia(Theirs):
    """The title that a report is about; its own spelling."""

    media_type: Text = None
    tmdbId: Number = None  # noqa: N815  # as they write it
    tvdbId: Number = None  # noqa: N815  # as they write it


class ReportedRequest(Theirs):
    """The request that a report is about."""

    request_id: Text = None
    requestedBy_username: Text = None  # noqa: N815  # as they write it


class ReportedIssue(Theirs):
    """The fault that a report is about."""

    issue_id: Text = None
    reportedBy_username: Text = None  # noqa: N815  # as they write it


class Comment(Theirs):
    """What somebody says of a fault."""

    comment_message: Text = None
    commentedBy_username: Text = None  # noqa: N815  # as they write it


class Extra(Theirs):
    """Something further that a report says."""

    name: Text = None
    value: Text = None


class Report(Theirs):
    """What it sends by itself, in the form that it has until somebody changes it."""

    notification_type: Text = None
    subject: Text = None
    message: Text = None
    media: One[ReportedMedia] = ReportedMedia()
    request: One[ReportedRequest] = ReportedRequest()
    issue: One[ReportedIssue] = ReportedIssue()
    comment: One[Comment] = Comment()
    extra: Several[Extra] = ()
