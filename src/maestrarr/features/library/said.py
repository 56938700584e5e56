"""What is said of titles, in parts, as it crosses HTTP."""

from pydantic import BaseModel


class PersonDocument(BaseModel):
    """Somebody who made a title, and as what."""

    name: str
    job: str
    role: str | None
    portrait_url: str | None = None


class RatingDocument(BaseModel):
    """What one source's viewers think, from 0 to 10."""

    source: str
    value: float
    votes: int | None = None


class TrailerDocument(BaseModel):
    """A trailer to watch."""

    url: str
    name: str | None = None
    language: str | None = None


class PlaceDocument(BaseModel):
    """Where an episode stands in an order of its series."""

    order: str
    season: int
    episode: int
