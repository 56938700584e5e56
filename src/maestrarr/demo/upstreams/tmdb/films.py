"""TMDB's documents of films, and what may be appended to one."""

from collections.abc import Callable, Mapping

from maestrarr.demo.upstreams import words
from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.pictures import Offer
from maestrarr.demo.upstreams.stories import Film, Group
from maestrarr.demo.upstreams.tmdb import shared
from maestrarr.demo.upstreams.tmdb.shared import Asked

_PREMIERE, _CINEMA, _DISC = 1, 3, 5


def brief(film: Film, asked: Asked) -> Document:
    """Describe a film as a line of a search's answer."""
    title, overview, _ = shared.named(film, asked)
    return {
        "adult": False,
        "backdrop_path": shared.first(_backdrops(film), None),
        "genre_ids": [genre["id"] for genre in shared.genres(film)],
        "id": film.ids.tmdb,
        "original_language": film.language,
        "original_title": film.title,
        "overview": overview,
        "popularity": film.popularity,
        "poster_path": shared.first(_posters(film), asked.spoken, "en"),
        "release_date": str(film.premiered),
        "title": title,
        "video": False,
        "vote_average": film.rating,
        "vote_count": film.votes,
    }


def whole(film: Film, asked: Asked) -> Document:
    """Describe a film with every key that TMDB has."""
    _, _, tagline = shared.named(film, asked)
    told = brief(film, asked)
    del told["genre_ids"]
    group = asked.catalogue.group_of(film)
    return told | {
        "belongs_to_collection": group_brief(group) if group else None,
        "budget": film.budget,
        "genres": shared.genres(film),
        "homepage": f"https://films.example/{film.ids.tmdb}" if film.position % 2 else "",
        "imdb_id": film.ids.imdb,
        "origin_country": [film.country],
        "production_companies": [shared.company(studio) for studio in film.studios],
        "production_countries": shared.countries(film.country),
        "revenue": film.revenue,
        "runtime": film.minutes,
        "spoken_languages": shared.languages(*dict.fromkeys((film.language, "en"))),
        "status": "Released",
        "tagline": tagline,
    }


def group_brief(group: Group) -> Document:
    """Describe a set of films, as the document of one of them does."""
    of = f"group-{group.id}"
    return {
        "id": group.id,
        "name": group.name,
        "poster_path": shared.first(shared.POSTERS.offers(of), "en"),
        "backdrop_path": shared.first(shared.BACKDROPS.offers(of), None),
    }


def group_whole(group: Group, asked: Asked) -> Document:
    """Describe a set with its films."""
    films = asked.catalogue.films_of(group)
    parts = [
        brief(film, asked)
        | {"media_type": "movie", "name": film.english, "original_name": film.title}
        for film in films
    ]
    return group_brief(group) | {
        "original_language": films[0].language,
        "original_name": group.name,
        "overview": f"{len(films)} films, begun in {films[0].year}.",
        "parts": parts,
    }


def group_images(group: Group, asked: Asked) -> Document:
    """List a set's pictures."""
    of = f"group-{group.id}"
    return {
        "backdrops": asked.pictures(shared.BACKDROPS.offers(of)),
        "posters": asked.pictures(shared.POSTERS.offers(of)),
    }


def group_translations(group: Group, asked: Asked) -> Document:
    """List what a set is called in English, and in the languages that have words of their own."""
    del asked
    names = {"en": "", "fr": f"{group.name.removesuffix(' Collection')} - Saga"}
    found = []
    for code, name in names.items():
        _, spoken, _ = words.LANGUAGES[code]
        head = {
            "iso_3166_1": "US" if code == "en" else words.COUNTRIES[code],
            "iso_639_1": code,
            "name": spoken,
            "english_name": words.LANGUAGES[code][0],
        }
        found.append(head | {"data": {"title": name, "overview": "", "homepage": ""}})
    return {"translations": found}


def alternative_titles(film: Film, _: Asked) -> Document:
    """List what a film is called elsewhere."""
    titles = [
        {"iso_3166_1": "US", "title": film.english, "type": ""},
        {"iso_3166_1": "GB", "title": f"{film.english} ({film.year})", "type": "DVD title"},
    ]
    return {"titles": titles}


def cast_and_crew(film: Film, _: Asked) -> Document:
    """List cast and crew."""
    cast = [
        told | {"cast_id": order}
        for order, told in enumerate(shared.acting(film, film.cast), start=3)
    ]
    return {"cast": cast, "crew": shared.working(film, film.crew)}


def external_ids(film: Film, _: Asked) -> Document:
    """List the numbers of a film elsewhere."""
    return {"imdb_id": film.ids.imdb, **shared.social(film)}


def images(film: Film, asked: Asked) -> Document:
    """List a film's pictures."""
    of = f"film-{film.ids.tmdb}"
    return {
        "backdrops": asked.pictures(_backdrops(film)),
        "logos": asked.pictures(shared.LOGOS.offers(of, film.language)),
        "posters": asked.pictures(_posters(film)),
    }


def keywords(film: Film, _: Asked) -> Document:
    """List a film's keywords."""
    return {"keywords": [{"id": 1_000 + len(word), "name": word} for word in film.keywords]}


def release_dates(film: Film, _: Asked) -> Document:
    """List when and with which age rating a film came out, by country: premiere, cinema, disc."""
    results = [
        {
            "iso_3166_1": country,
            "release_dates": [
                {
                    "certification": rating if kind == _CINEMA else "",
                    "descriptors": [],
                    "iso_639_1": "",
                    "note": "Ostend Film Festival" if kind == _PREMIERE else "",
                    "release_date": f"{film.premiered}T00:00:00.000Z",
                    "type": kind,
                }
                for kind in (_PREMIERE, _CINEMA, _DISC)
            ],
        }
        for country, rating in shared.ratings(film).items()
    ]
    return {"results": results}


def translations(film: Film, _: Asked) -> Document:
    """List what a film is called and told as in each language."""
    found = []
    for language, code in shared.translations(film):
        title, overview, tagline = shared.translated(film, code)
        data = {
            "homepage": "",
            "overview": overview,
            "runtime": film.minutes if code == film.language else 0,
            "tagline": tagline,
            "title": title,
        }
        found.append(language | {"data": data})
    return {"translations": found}


def videos(film: Film, asked: Asked) -> Document:
    """List a film's trailers."""
    return {"results": shared.videos(film, asked)}


PARTS: Mapping[str, Callable[[Film, Asked], Document]] = {
    "alternative_titles": alternative_titles,
    "credits": cast_and_crew,
    "external_ids": external_ids,
    "images": images,
    "keywords": keywords,
    "release_dates": release_dates,
    "translations": translations,
    "videos": videos,
}


GROUP_PARTS: Mapping[str, Callable[[Group, Asked], Document]] = {
    "images": group_images,
    "translations": group_translations,
}


def _posters(film: Film) -> list[Offer]:
    return shared.POSTERS.offers(f"film-{film.ids.tmdb}", film.language)


def _backdrops(film: Film) -> list[Offer]:
    return shared.BACKDROPS.offers(f"film-{film.ids.tmdb}", film.language)
