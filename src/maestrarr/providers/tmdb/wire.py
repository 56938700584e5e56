"""TMDB's JSON, as far as we read it."""

from maestrarr.providers.reading import (
    Day,
    Figure,
    Figures,
    Listed,
    Number,
    One,
    Several,
    Text,
    Texts,
    Theirs,
    Truth,
)


class Named(Theirs):
    """A genre, a keyword, a company, a network, or a country under its code."""

    name: Text = None
    iso_3166_1: Text = None


class Language(Theirs):
    """A language that is spoken."""

    iso_639_1: Text = None


class Belonging(Theirs):
    """The collection that a movie belongs to."""

    id: Number = None
    name: Text = None


class Part(Theirs):
    """A movie of a collection."""

    id: Number = None


class Role(Theirs):
    """Whom an actor of a series plays, or what somebody did for it."""

    character: Text = None
    job: Text = None


class Credit(Theirs):
    """Somebody in the cast or in the crew; of a whole series with several roles or jobs."""

    id: Number = None
    name: Text = None
    character: Text = None
    job: Text = None
    order: Number = None
    profile_path: Text = None
    roles: Several[Role] = ()
    jobs: Several[Role] = ()


class Credits(Theirs):
    """Who played, and who worked behind the camera."""

    cast: Several[Credit] = ()
    crew: Several[Credit] = ()


class Release(Theirs):
    """One way in which a movie came out; `type` 3 is in cinemas."""

    certification: Text = None
    release_date: Day = None
    type: Number = None


class Releases(Theirs):
    """How a movie came out in one country, or how a series is rated there."""

    iso_3166_1: Text = None
    rating: Text = None
    release_dates: Several[Release] = ()


class ReleasesByCountry(Theirs):
    """Ratings by country."""

    results: Several[Releases] = ()


class Keywords(Theirs):
    """Tags: `keywords` of a movie, `results` of a series."""

    keywords: Several[Named] = ()
    results: Several[Named] = ()


class Video(Theirs):
    """A trailer and the like."""

    key: Text = None
    name: Text = None
    site: Text = None
    type: Text = None
    size: Number = None
    official: Truth = None
    iso_639_1: Text = None
    published_at: Text = None


class Videos(Theirs):
    """The videos of a title."""

    results: Several[Video] = ()


class ForeignIds(Theirs):
    """A title's ids at other services."""

    imdb_id: Text = None
    tvdb_id: Number = None


class Wording(Theirs):
    """A title's texts in one language: `title` of a movie, `name` of a series."""

    title: Text = None
    name: Text = None
    overview: Text = None
    tagline: Text = None


class Translation(Theirs):
    """A title in one language, as spoken in one country."""

    iso_639_1: Text = None
    iso_3166_1: Text = None
    data: One[Wording] = Wording()


class Translations(Theirs):
    """A title in every language that it has."""

    translations: Several[Translation] = ()


class OtherTitle(Theirs):
    """Another name."""

    title: Text = None


class OtherTitles(Theirs):
    """Other names: `titles` of a movie, `results` of a series."""

    titles: Several[OtherTitle] = ()
    results: Several[OtherTitle] = ()


class SeasonInBrief(Theirs):
    """A season as its series lists it."""

    id: Number = None
    name: Text = None
    overview: Text = None
    air_date: Day = None
    season_number: Number = None
    episode_count: Number = None
    poster_path: Text = None


class GroupInBrief(Theirs):
    """An order of a series' episodes: 2 counts all of them, 3 as discs have them."""

    id: Text = None
    type: Number = None
    episode_count: Number = None


class Groups(Theirs):
    """The orders of a series' episodes."""

    results: Several[GroupInBrief] = ()


class Grouped(Theirs):
    """An episode in an order; `order` counts from 0."""

    id: Number = None
    order: Number = None


class Group(Theirs):
    """A season of an order; `order` 0 are mostly the specials."""

    order: Number = None
    episodes: Several[Grouped] = ()


class GroupDetails(Theirs):
    """An order with its episodes."""

    groups: Several[Group] = ()


class Details(Theirs):
    """A movie, a series or a collection, with what was asked to be appended."""

    id: Number = None
    title: Text = None
    name: Text = None
    original_title: Text = None
    original_name: Text = None
    original_language: Text = None
    overview: Text = None
    tagline: Text = None
    release_date: Day = None
    first_air_date: Day = None
    runtime: Figure = None
    episode_run_time: Figures = ()
    imdb_id: Text = None
    status: Text = None
    vote_average: Figure = None
    vote_count: Number = None
    belongs_to_collection: One[Belonging] = Belonging()
    genres: Several[Named] = ()
    production_companies: Several[Named] = ()
    networks: Several[Named] = ()
    production_countries: Several[Named] = ()
    origin_country: Texts = ()
    spoken_languages: Several[Language] = ()
    created_by: Several[Credit] = ()
    parts: Several[Part] = ()
    seasons: Several[SeasonInBrief] = ()
    credits: One[Credits] = Credits()
    aggregate_credits: One[Credits] = Credits()
    release_dates: One[ReleasesByCountry] = ReleasesByCountry()
    content_ratings: One[ReleasesByCountry] = ReleasesByCountry()
    keywords: One[Keywords] = Keywords()
    videos: One[Videos] = Videos()
    external_ids: One[ForeignIds] = ForeignIds()
    translations: One[Translations] = Translations()
    alternative_titles: One[OtherTitles] = OtherTitles()
    episode_groups: One[Groups] = Groups()


class EpisodeDetails(Theirs):
    """An episode as its season lists it."""

    id: Number = None
    name: Text = None
    overview: Text = None
    air_date: Day = None
    episode_number: Number = None
    season_number: Number = None
    episode_type: Text = None
    runtime: Figure = None
    still_path: Text = None
    vote_average: Figure = None
    vote_count: Number = None
    crew: Several[Credit] = ()
    guest_stars: Several[Credit] = ()


class SeasonDetails(Theirs):
    """A season with its episodes."""

    id: Number = None
    name: Text = None
    overview: Text = None
    air_date: Day = None
    season_number: Number = None
    poster_path: Text = None
    episodes: Listed[EpisodeDetails] = ()


class Image(Theirs):
    """A picture; without a language it has no text."""

    file_path: Text = None
    width: Number = None
    height: Number = None
    iso_639_1: Text = None
    vote_average: Figure = None
    vote_count: Number = None


class Images(Theirs):
    """A title's or a season's pictures, by their type."""

    posters: Listed[Image] = ()
    backdrops: Listed[Image] = ()
    logos: Listed[Image] = ()


class SeriesImages(Theirs):
    """A series' pictures, and which seasons it has."""

    seasons: Listed[SeasonInBrief] = ()
    images: One[Images] = Images()


class Hit(Theirs):
    """One answer to a search, or to the question who has an id."""

    id: Number = None
    title: Text = None
    name: Text = None
    original_title: Text = None
    original_name: Text = None
    original_language: Text = None
    overview: Text = None
    release_date: Day = None
    first_air_date: Day = None
    popularity: Figure = None
    poster_path: Text = None


class Hits(Theirs):
    """The answers to a search."""

    results: Listed[Hit] = ()


class Holders(Theirs):
    """Who has an id of another service."""

    movie_results: Listed[Hit] = ()
    tv_results: Listed[Hit] = ()


class ImageAddresses(Theirs):
    """Where pictures are fetched from."""

    secure_base_url: Text = None
    base_url: Text = None


class Configuration(Theirs):
    """What must be known to read the rest."""

    images: One[ImageAddresses] = ImageAddresses()
