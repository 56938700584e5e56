"""TheTVDB's JSON, as far as we read it; in their records the names are in camel case."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from maestrarr.providers.reading import (
    Address,
    Day,
    Figure,
    Listed,
    Named,
    Number,
    One,
    Several,
    Text,
    Texts,
    Theirs,
    Truth,
    Unreadable,
)


class Record(Theirs):
    """One of their records."""

    model_config = ConfigDict(alias_generator=to_camel)


class Token(Theirs):
    """What lets us in for a month."""

    token: Text = None


class Login(Theirs):
    """The answer to a login."""

    data: One[Token] = Token()


class RemoteId(Record):
    """A title's id at another service."""

    id: Text = None
    source_name: Text = None


class Labelled(Record):
    """A genre, a tag, a studio or a list."""

    name: Text = None
    is_official: Truth = None


class CompanyType(Record):
    """As what a company worked on a title."""

    company_type_id: Number = None


class Company(Record):
    """A network (1), a studio (2), a producer (3) or a distributor (4): here, and usually."""

    name: Text = None
    primary_company_type: Number = None
    company_type: One[CompanyType] = CompanyType()

    @property
    def kind(self) -> int | None:
        """As what it worked on the title, as far as that is told."""
        return self.company_type.company_type_id or self.primary_company_type


class CompaniesByKind(Record):
    """A title's companies: a movie's by kind, a series' as one list."""

    every: Several[Company] = ()

    studio: Several[Company] = ()
    network: Several[Company] = ()
    production: Several[Company] = ()


def _by_kind(companies: object) -> object:
    if isinstance(companies, list):
        return {"every": companies}
    return companies if isinstance(companies, dict) else {}


class ContentRating(Record):
    """How a title is rated in a country."""

    name: Text = None
    country: Text = None


class Country(Record):
    """Where a movie was produced."""

    country: Text = None


class Release(Record):
    """When a movie first came out."""

    date: Day = None


class Trailer(Record):
    """A trailer."""

    name: Text = None
    url: Address = None
    language: Text = None


class Translation(Record):
    """A title's texts in one language."""

    name: Text = None
    overview: Text = None
    tagline: Text = None
    language: Text = None
    is_alias: Truth = None


class Translations(Record):
    """A title's texts in every language that it has."""

    name_translations: Several[Translation] = ()
    overview_translations: Several[Translation] = ()


class Character(Record):
    """Somebody who plays in a title or has worked on it; with an episode's id, only on that one."""

    name: Text = None
    people_id: Number = None
    people_type: Text = None
    person_name: Text = None
    person_picture: Text = Field(None, alias="personImgURL")
    episode_id: Number = None
    sort: Number = None


class SeasonType(Record):
    """By what the episodes of a season are counted."""

    type: Text = None


class Season(Record):
    """A season of one order."""

    id: Number = None
    number: Number = None
    name: Text = None
    image: Text = None
    type: One[SeasonType] = SeasonType()


class Artwork(Record):
    """A picture."""

    id: Number = None
    image: Text = None
    thumbnail: Text = None
    type: Number = None
    language: Text = None
    includes_text: Truth = None
    width: Number = None
    height: Number = None
    season_id: Number = None


class Status(Record):
    """Whether a series goes on."""

    name: Text = None


class Title(Record):
    """A series or a movie with everything."""

    id: Number = None
    name: Text = None
    overview: Text = None
    year: Number = None
    first_aired: Day = None
    first_release: One[Release] = Field(Release(), alias="first_release")
    runtime: Figure = None
    average_runtime: Figure = None
    original_country: Text = None
    original_language: Text = None
    status: One[Status] = Status()
    aliases: Several[Translation] = ()
    genres: Several[Labelled] = ()
    tags: Several[Labelled] = ()
    tag_options: Several[Labelled] = ()
    studios: Several[Labelled] = ()
    companies: Annotated[CompaniesByKind, BeforeValidator(_by_kind)] = CompaniesByKind()
    original_network: One[Company] = Company()
    latest_network: One[Company] = Company()
    content_ratings: Several[ContentRating] = ()
    production_countries: Several[Country] = Field((), alias="production_countries")
    spoken_languages: Texts = Field((), alias="spoken_languages")
    remote_ids: Several[RemoteId] = ()
    characters: Several[Character] = ()
    trailers: Several[Trailer] = ()
    lists: Several[Labelled] = ()
    seasons: Several[Season] = ()
    artworks: Listed[Artwork] = ()
    translations: One[Translations] = Translations()


class Episode(Record):
    """An episode as one order counts it."""

    id: Number = None
    name: Text = None
    overview: Text = None
    aired: Day = None
    runtime: Figure = None
    image: Text = None
    season_number: Number = None
    number: Number = None
    absolute_number: Number = None
    finale_type: Text = None
    airs_after_season: Number = None
    airs_before_season: Number = None
    airs_before_episode: Number = None


class Episodes(Theirs):
    """A page of a series' episodes."""

    episodes: Listed[Episode] = ()


class Links(Theirs):
    """Whether there is another page."""

    next: Text = None


class EpisodePage(Theirs):
    """The answer to the question for episodes."""

    data: One[Episodes] = Episodes()
    links: One[Links] = Links()


class Whole(Theirs):
    """The answer to the question for a title."""

    data: One[Title] = Title()

    @model_validator(mode="after")
    def _is_of_something(self) -> "Whole":
        if self.data.id is None:
            raise Unreadable
        return self


class Hit(Theirs):
    """One answer to a search."""

    tvdb_id: Number = None
    type: Text = None
    name: Text = None
    title: Text = None
    year: Number = None
    overview: Text = None
    aliases: Texts = ()
    primary_language: Text = None
    image_url: Text = None
    thumbnail: Text = None
    translations: Named = Field(default_factory=dict)
    overviews: Named = Field(default_factory=dict)
    remote_ids: Several[RemoteId] = ()


class Hits(Theirs):
    """The answers to a search."""

    data: Listed[Hit] = ()


class HolderId(Theirs):
    """The id of a title that has an id elsewhere."""

    id: Number = None


class Holder(Theirs):
    """What has an id of another service: a series or a movie, and else."""

    series: One[HolderId] = HolderId()
    movie: One[HolderId] = HolderId()


class Holders(Theirs):
    """Who has an id of another service."""

    data: Listed[Holder] = ()
