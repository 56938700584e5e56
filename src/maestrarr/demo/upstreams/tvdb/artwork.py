"""TheTVDB's artwork: which types it has, and what it has of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from maestrarr.demo.upstreams import words
from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.drawing import Shape, Size
from maestrarr.demo.upstreams.pictures import ORIGINAL, Offer, Stock
from maestrarr.demo.upstreams.stories import Episode, Kind, Series, Story, chance


@dataclass(frozen=True, slots=True)
class ArtworkType:
    """One of TheTVDB's types, under its number there."""

    id: int
    name: str
    record: str
    shape: Shape
    size: Size
    thumbnail: Size


TYPES = (
    ArtworkType(1, "Banner", "series", Shape.BANNER, (758, 140), (758, 140)),
    ArtworkType(2, "Poster", "series", Shape.POSTER, (680, 1000), (340, 500)),
    ArtworkType(3, "Background", "series", Shape.FANART, (1920, 1080), (640, 360)),
    ArtworkType(5, "Icon", "series", Shape.ICON, (1024, 1024), (256, 256)),
    ArtworkType(6, "Banner", "season", Shape.BANNER, (758, 140), (758, 140)),
    ArtworkType(7, "Poster", "season", Shape.POSTER, (680, 1000), (340, 500)),
    ArtworkType(8, "Background", "season", Shape.FANART, (1920, 1080), (640, 360)),
    ArtworkType(11, "16:9 Screencap", "episode", Shape.STILL, (1280, 720), (640, 360)),
    ArtworkType(13, "Photo", "actor", Shape.PROFILE, (300, 450), (300, 450)),
    ArtworkType(14, "Poster", "movie", Shape.POSTER, (680, 1000), (340, 500)),
    ArtworkType(15, "Background", "movie", Shape.FANART, (1920, 1080), (640, 360)),
    ArtworkType(16, "Banner", "movie", Shape.BANNER, (758, 140), (758, 140)),
    ArtworkType(22, "ClearArt", "series", Shape.CLEARART, (1000, 562), (500, 281)),
    ArtworkType(23, "ClearLogo", "series", Shape.LOGO, (800, 310), (400, 155)),
    ArtworkType(24, "ClearArt", "movie", Shape.CLEARART, (1000, 562), (500, 281)),
    ArtworkType(25, "ClearLogo", "movie", Shape.LOGO, (800, 310), (400, 155)),
)
BY_ID = {told.id: told for told in TYPES}

_LANGUAGES: dict[Shape, tuple[str | None, ...]] = {
    Shape.POSTER: ("en", ORIGINAL, None),
    Shape.FANART: (None, None, "en"),
    Shape.BANNER: ("en", ORIGINAL),
    Shape.LOGO: ("en", ORIGINAL),
    Shape.CLEARART: ("en",),
    Shape.ICON: (None,),
}
_FIRST_SCENE = 40
_SHARED = {Shape.POSTER: (0,), Shape.FANART: (0,)}  # scenes that TMDB has, too


def describe_type(told: ArtworkType) -> Document:
    """Describe a type as its list does."""
    return {
        "height": told.size[1],
        "id": told.id,
        "imageFormat": "PNG" if told.shape.is_transparent else "JPG",
        "name": told.name,
        "recordType": told.record,
        "slug": told.name.lower().replace(" ", "").replace(":", "") + "s",
        "thumbHeight": told.thumbnail[1],
        "thumbWidth": told.thumbnail[0],
        "width": told.size[0],
    }


def of_story(story: Story, base: str) -> list[Document]:
    """List a title's artwork, a series' seasons' included."""
    record = "movie" if story.kind is Kind.FILM else "series"
    of = f"{story.kind}-{story.ids.tmdb}"
    found = list(_listed(record, of, story, base))
    if isinstance(story, Series):
        for number in story.seasons:
            found += of_season(story, number, base)
    return found


def of_season(series: Series, number: int, base: str) -> list[Document]:
    """List a season's artwork."""
    of = f"season-{series.ids.tmdb}.{number}"
    owner = {"seasonId": season_id(series, 1, number)}
    return [told | owner for told in _listed("season", of, series, base)]


def season_id(series: Series, season_type: int, number: int) -> int:
    """Number a season of one order."""
    return 70_000_000 + series.position * 1_000 + season_type * 100 + number


def still(series: Series, episode: Episode, base: str) -> str:
    """Name the address of an episode's picture."""
    of = f"episode-{series.ids.tmdb}.{episode.season}.{episode.number}"
    stock = Stock(shape=Shape.STILL, sizes=((1280, 720),), languages=(None,))
    return _address(stock.offers(of)[0], base)


def photo(person: int, base: str) -> str:
    """Name the address of somebody's picture."""
    stock = Stock(shape=Shape.PROFILE, sizes=((300, 450),), languages=(None,))
    return _address(stock.offers(f"person-{person}")[0], base)


def best(artworks: list[Document], *types: int) -> str | None:
    """Choose the address of the best artwork of some types."""
    fitting = [told for told in artworks if told["type"] in types]
    return str(fitting[0]["image"]) if fitting else None


def plain(artwork: Document) -> Document:
    """Leave away what only an extended record of an artwork holds."""
    return {key: artwork[key] for key in _BASE}


_BASE = (
    "height", "id", "image", "includesText", "language", "score", "thumbnail", "type", "width",
)  # fmt: skip


def _listed(record: str, of: str, story: Story, base: str) -> Iterator[Document]:
    for told in TYPES:
        if told.record != record:
            continue
        stock = Stock(
            shape=told.shape,
            sizes=(told.size,),
            languages=_LANGUAGES[told.shape],
            first_scene=_FIRST_SCENE,
            repeats=_SHARED.get(told.shape, ()),
        )
        for offer in stock.offers(of, story.language):
            yield _artwork(told, offer, story, base)


def _artwork(told: ArtworkType, offer: Offer, story: Story, base: str) -> Document:
    language = offer.picture.language
    image = _address(offer, base)
    is_film = story.kind is Kind.FILM
    return {
        "episodeId": None,
        "height": told.size[1],
        "id": 62_000_000 + chance(offer.picture.name).randrange(30_000_000),
        "image": image,
        "includesText": language is not None,
        "language": words.LANGUAGES[language][2] if language else None,
        "movieId": story.ids.tvdb if is_film else None,
        "networkId": None,
        "peopleId": None,
        "score": 100_000 + offer.votes,
        "seasonId": None,
        "seriesId": None if is_film else story.ids.tvdb,
        "seriesPeopleId": None,
        "status": {"id": 0, "name": None},
        "tagOptions": None,
        "thumbnail": image.replace("/banners/", "/banners/t/"),
        "thumbnailHeight": told.thumbnail[1],
        "thumbnailWidth": told.thumbnail[0],
        "type": told.id,
        "updatedAt": 1_700_000_000,
        "width": told.size[0],
    }


def _address(offer: Offer, base: str) -> str:
    return f"{base}/banners/{offer.picture.name}"
