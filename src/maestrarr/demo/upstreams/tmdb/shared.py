"""What the documents of films and of series have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from maestrarr.demo.upstreams import words
from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.drawing import Shape
from maestrarr.demo.upstreams.pictures import ORIGINAL, Offer, Stock
from maestrarr.demo.upstreams.stories import Company, Kind, Part, Person, Story, chance

POSTERS = Stock(
    shape=Shape.POSTER,
    sizes=((1000, 1500), (2000, 3000), (1400, 2100), (2000, 3000)),
    languages=("en", None, ORIGINAL, "fr", "tr", "de", None, "en"),
    repeats=(0,),
)
BACKDROPS = Stock(
    shape=Shape.FANART,
    sizes=((1920, 1080), (3840, 2160), (1920, 1080), (1280, 720)),
    languages=(None, None, None, "en", ORIGINAL, None),
    repeats=(1,),
)
LOGOS = Stock(
    shape=Shape.LOGO,
    sizes=((800, 310), (1200, 465), (500, 194)),
    languages=("en", ORIGINAL, "fr"),
)
STILLS = Stock(shape=Shape.STILL, sizes=((1920, 1080), (1280, 720)), languages=(None, None))
PROFILES = Stock(
    shape=Shape.PROFILE, sizes=((1000, 1500), (600, 900)), languages=(None, None), repeats=(0,)
)

FILM_GENRES = {
    "Action": 28, "Adventure": 12, "Animation": 16, "Comedy": 35, "Crime": 80, "Documentary": 99,
    "Drama": 18, "Family": 10751, "Fantasy": 14, "History": 36, "Horror": 27, "Music": 10402,
    "Mystery": 9648, "Romance": 10749, "Science Fiction": 878, "TV Movie": 10770, "Thriller": 53,
    "War": 10752, "Western": 37,
}  # fmt: skip
SERIES_GENRES = {
    "Action & Adventure": 10759, "Animation": 16, "Comedy": 35, "Crime": 80, "Documentary": 99,
    "Drama": 18, "Family": 10751, "Kids": 10762, "Mystery": 9648, "News": 10763, "Reality": 10764,
    "Sci-Fi & Fantasy": 10765, "Soap": 10766, "Talk": 10767, "War & Politics": 10768, "Western": 37,
}  # fmt: skip
_SERIES_GENRE = {
    "Science Fiction": "Sci-Fi & Fantasy", "Fantasy": "Sci-Fi & Fantasy", "War": "War & Politics",
    "Adventure": "Action & Adventure", "Action": "Action & Adventure",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a caller wants: a language as `fr-FR`, and which those of pictures and videos may be."""

    catalogue: Catalogue
    language: str | None = None
    picture_languages: str | None = None
    video_languages: str | None = None

    @property
    def spoken(self) -> str:
        """The language alone, as `fr`; English unless another was asked for."""
        return (self.language or "en").partition("-")[0].lower()

    def pictures(self, offers: Sequence[Offer]) -> list[Document]:
        """List pictures, those in the languages that were asked for.

        A language without `include_image_language` hides every other, the textless ones too.
        """
        if self.picture_languages is not None:
            wanted = set(self.picture_languages.split(","))
        elif self.language is not None:
            wanted = {self.spoken}
        else:
            return [_picture(offer) for offer in offers]
        return [_picture(o) for o in offers if (o.picture.language or "null") in wanted]


def named(story: Story, asked: Asked) -> tuple[str, str, str]:
    """Say a title's name, overview and tagline; the original name where nobody translated it."""
    if told := story.tell(asked.spoken):
        return told.title, told.plot, told.tagline
    return story.title, "", ""


def first(offers: Sequence[Offer], *languages: str | None) -> str | None:
    """Choose the path of the best liked picture in the first language that has one, or of any."""
    for language in languages:
        for offer in offers:
            if offer.picture.language == language:
                return f"/{offer.picture.name}"
    return f"/{offers[0].picture.name}" if offers else None


def genres(story: Story) -> list[Document]:
    """Name a title's genres in TMDB's words."""
    if story.kind is Kind.FILM:
        return [{"id": FILM_GENRES[name], "name": name} for name in known_genres(story)]
    return [{"id": SERIES_GENRES[name], "name": name} for name in known_genres(story)]


def known_genres(story: Story) -> list[str]:
    """Translate genres to those that TMDB has for this kind of title."""
    if story.kind is Kind.FILM:
        return [name if name in FILM_GENRES else "Drama" for name in story.genres]
    known = [_SERIES_GENRE.get(name, name) for name in story.genres]
    return list(dict.fromkeys(name if name in SERIES_GENRES else "Drama" for name in known))


def company(told: Company) -> Document:
    """Describe a company or a network, as a title's document does."""
    logo = LOGOS.offers(f"company-{told.id}")
    return {
        "id": told.id,
        "logo_path": first(logo, "en"),
        "name": told.name,
        "origin_country": told.country,
    }


def countries(*codes: str) -> list[Document]:
    """Name countries."""
    return [{"iso_3166_1": code, "name": words.COUNTRY_NAMES[code]} for code in codes]


def languages(*codes: str) -> list[Document]:
    """Name languages."""
    return [
        {
            "english_name": words.LANGUAGES[code][0],
            "iso_639_1": code,
            "name": words.LANGUAGES[code][1],
        }
        for code in codes
    ]


def person(told: Person) -> Document:
    """Describe somebody, as a list of credits does; one in nine has no picture."""
    return {
        "adult": False,
        "gender": told.gender,
        "id": told.id,
        "known_for_department": told.department,
        "name": told.name,
        "original_name": told.name,
        "popularity": round(chance("popular", told.id).uniform(0.1, 9), 4),
        "profile_path": profile(told),
    }


def profile(told: Person) -> str | None:
    """Choose somebody's picture; one in nine has none."""
    return None if told.id % 9 == 0 else first(PROFILES.offers(f"person-{told.id}"), None)


def credit_id(story: Story, part: Part) -> str:
    """Number a credit, in the form that TMDB has: 24 hexadecimal digits."""
    return f"{chance(story.ids.tmdb, part.person.id, part.does).getrandbits(96):024x}"


def acting(story: Story, parts: Sequence[Part], first_order: int = 0) -> list[Document]:
    """List who plays whom."""
    return [
        person(part.person)
        | {"character": part.does, "credit_id": credit_id(story, part), "order": at}
        for at, part in enumerate(parts, start=first_order)
    ]


def working(story: Story, parts: Sequence[Part]) -> list[Document]:
    """List who did what behind the camera."""
    return [
        person(part.person)
        | {
            "credit_id": credit_id(story, part),
            "department": part.department,
            "job": part.does,
        }
        for part in parts
    ]


def videos(story: Story, asked: Asked) -> list[Document]:
    """List a title's trailer and teaser."""
    dice = chance("videos", story.kind, story.ids.tmdb)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    found = [
        {
            "iso_639_1": language,
            "iso_3166_1": "US" if language == "en" else words.COUNTRIES[language],
            "name": f"Official {kind}",
            "key": "".join(dice.choices(letters, k=11)),
            "site": site,
            "size": size,
            "type": kind,
            "official": is_official,
            "published_at": f"{story.premiered}T15:00:07.000Z",
            "id": f"{dice.getrandbits(96):024x}",
        }
        for language, kind, site, size, is_official in (
            ("en", "Trailer", "YouTube", 1080, True),
            ("en", "Teaser", "YouTube", 720, True),
            ("en", "Featurette", "Vimeo", 1080, False),
            (story.language, "Trailer", "YouTube", 2160, True),
            ("fr", "Trailer", "YouTube", 1080, False),
        )
    ]
    if asked.video_languages is None and asked.language is None:
        return list(found)
    wanted = (asked.video_languages or asked.spoken).split(",")
    return [video for video in found if video["iso_639_1"] in wanted]


def translations(story: Story) -> list[tuple[Document, str]]:
    """List the languages that a title is told in, each as TMDB names it and by its code.

    What the original language calls it stands there only where it differs, as everywhere at TMDB.
    """
    return [
        (
            {
                "iso_3166_1": "US" if code == "en" else words.COUNTRIES[code],
                "iso_639_1": code,
                "name": words.LANGUAGES[code][1],
                "english_name": words.LANGUAGES[code][0],
            },
            code,
        )
        for code in dict.fromkeys((*story.told, story.language))
    ]


def translated(story: Story, code: str) -> tuple[str, str, str]:
    """Say what a translation holds: an empty name where it is the original one."""
    told = story.tell(code)
    if told is None:
        return "", "", ""
    return "" if told.title == story.title else told.title, told.plot, told.tagline


def ratings(story: Story) -> dict[str, str]:
    """Name a title's age ratings by country."""
    level = chance("age", story.kind, story.position).randrange(4)
    if story.kind is Kind.FILM:
        american, british = ("G", "PG", "PG-13", "R"), ("U", "PG", "12A", "15")
    else:
        american, british = ("TV-G", "TV-PG", "TV-14", "TV-MA"), ("U", "PG", "12", "15")
    german, turkish = ("0", "6", "12", "16"), ("Genel İzleyici", "7+", "13+", "16+")
    return {
        "US": american[level],
        "GB": british[level],
        "DE": german[level],
        "TR": turkish[level],
    }


def social(story: Story) -> Document:
    """Name a title's pages elsewhere; most have few."""
    number = story.ids.tmdb
    return {
        "wikidata_id": f"Q{number}" if number % 2 else None,
        "facebook_id": f"invented{number}" if number % 3 == 0 else None,
        "instagram_id": None,
        "twitter_id": None,
    }


def _picture(offer: Offer) -> Document:
    width, height = offer.picture.size
    return {
        "aspect_ratio": round(width / height, 3),
        "height": height,
        "iso_639_1": offer.picture.language,
        "iso_3166_1": None,
        "file_path": f"/{offer.picture.name}",
        "vote_average": offer.average,
        "vote_count": offer.votes,
        "width": width,
    }
