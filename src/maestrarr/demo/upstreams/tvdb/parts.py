"""What TheTVDB's records of films, series and episodes have in common."""

from collections.abc import Sequence

from maestrarr.demo.upstreams import words
from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.stories import Company, Kind, Part, Story, chance
from maestrarr.demo.upstreams.tvdb import artwork

GENRES = {
    name: number
    for number, name in enumerate(
        dict.fromkeys((*words.FILM_GENRES, *words.SERIES_GENRES, "Talk Show")), start=1
    )
}
_PEOPLE_TYPES = {"Director": 1, "Screenplay": 2, "Actor": 3, "Producer": 7}
_RATING_COUNTRIES = {"usa": "TV-14", "deu": "12"}


def translation(story: Story, language: str) -> Document | None:
    """Tell a title in one language; None where nobody translated it."""
    codes = {long: code for code, (_, _, long) in words.LANGUAGES.items()}
    told = story.tell(codes[language]) if language in codes else None
    if told is None:
        return None
    is_original = codes[language] == story.language
    return one_translation(language, name=told.title, overview=told.plot) | {
        "isPrimary": is_original,
        "tagline": told.tagline,
    }


def characters(story: Story, base: str) -> list[Document]:
    """List who plays and who worked in a title."""
    return [character(story, part, at, base) for at, part in enumerate((*story.cast, *story.crew))]


def company(told: Company) -> Document:
    """Describe a company or network."""
    return {
        "activeDate": None,
        "aliases": [],
        "country": words.COUNTRIES_3[told.country],
        "id": told.id,
        "inactiveDate": None,
        "name": told.name,
        "nameTranslations": ["eng"],
        "overviewTranslations": None,
        "primaryCompanyType": 1,
        "slug": told.name.lower().replace(" ", "-"),
        "parentCompany": {"id": None, "name": None, "relation": {"id": None, "typeName": None}},
        "tagOptions": None,
    }


def remote_ids(story: Story) -> list[Document]:
    """List a title's numbers elsewhere."""
    kind = (10, "TheMovieDB.com") if story.kind is Kind.FILM else (12, "TheMovieDB.com")
    return [
        {"id": story.ids.imdb, "type": 2, "sourceName": "IMDB"},
        {"id": str(story.ids.tmdb), "type": kind[0], "sourceName": kind[1]},
    ]


def slug(story: Story) -> str:
    """Name a title as its page's address does."""
    kept = "".join(letter if letter.isalnum() else " " for letter in story.english.lower())
    return f"{'-'.join(kept.split())}-{story.ids.tvdb}"


def character(story: Story, part: Part, at: int, base: str) -> Document:
    """Describe who plays a part, or has worked."""
    kind = "Actor" if part.department == "Acting" else part.does
    is_film = story.kind is Kind.FILM
    return {
        "aliases": None,
        "episode": None,
        "episodeId": None,
        "id": 65_000_000 + chance(story.ids.tvdb, part.person.id, part.does).randrange(10**7),
        "image": None,
        "isFeatured": at == 0,
        "movieId": story.ids.tvdb if is_film else None,
        "movie": None,
        "name": part.does if kind == "Actor" else None,
        "nameTranslations": None,
        "overviewTranslations": None,
        "peopleId": part.person.id,
        "personImgURL": artwork.photo(part.person.id, base),
        "peopleType": kind if kind in _PEOPLE_TYPES else "Crew",
        "seriesId": None if is_film else story.ids.tvdb,
        "series": None,
        "sort": at,
        "tagOptions": None,
        "type": _PEOPLE_TYPES.get(kind, 5),
        "url": f"{part.person.id}-{part.person.name.lower().replace(' ', '-')}",
        "personName": part.person.name,
    }


def translations(story: Story) -> Document:
    """List what a title is called and told as in each language."""
    found = [(code, told) for code, told in story.told.items()]
    return {
        "nameTranslations": [
            one_translation(spoken(code), name=told.title) | {"isPrimary": code == story.language}
            for code, told in found
        ],
        "overviewTranslations": [
            one_translation(spoken(code), overview=told.plot) for code, told in found
        ],
        "alias": [],
    }


def one_translation(language: str, *, name: str = "", overview: str = "") -> Document:
    """Describe a name or an overview in one language."""
    return {
        "aliases": [],
        "isAlias": False,
        "isPrimary": False,
        "language": language,
        "name": name,
        "overview": overview,
        "tagline": "",
    }


def companies(studios: Sequence[Company]) -> Document:
    """List companies by what they did."""
    return {
        "studio": [company(studio) for studio in studios],
        "network": [],
        "production": [],
        "distributor": [],
        "special_effects": [],
    }


def content_ratings(kind: str) -> list[Document]:
    """List the age ratings of a kind of record."""
    return [
        {
            "id": at,
            "name": name,
            "description": "",
            "country": country,
            "contentType": kind,
            "order": 0,
            "fullName": None,
        }
        for at, (country, name) in enumerate(_RATING_COUNTRIES.items(), start=1)
    ]


def genres(story: Story) -> list[Document]:
    """Name a title's genres."""
    known = [name if name in GENRES else "Talk Show" for name in story.genres]
    return [{"id": GENRES[name], "name": name, "slug": name.lower()} for name in known]


def trailers(story: Story) -> list[Document]:
    """List a title's trailers."""
    key = f"{chance('trailer', story.kind, story.position).getrandbits(44):011x}"
    return [
        {
            "id": 10_000 + story.position,
            "language": "eng",
            "name": "Trailer",
            "url": f"https://www.youtube.com/watch?v={key}",
            "runtime": 93,
        }
    ]


def status(name: str, record: str, number: int) -> Document:
    """Describe how far a record has come."""
    return {"id": number, "keepUpdated": name == "Continuing", "name": name, "recordType": record}


def spoken(language: str) -> str:
    """Name a language in three letters."""
    return words.LANGUAGES[language][2]
