"""An invented series and a movie, as TheTVDB would tell of them."""

from typing import Any

Document = dict[str, Any]


def _season(number: int, order: str, id: int) -> Document:  # noqa: A002  # as they call it
    return {"id": id, "number": number, "name": None, "image": "/banners/seasons/1.jpg",
            "type": {"id": 1, "type": order, "name": order}}  # fmt: skip


SERIES: Document = {
    "id": 700201,
    "name": "Kuyu",
    "year": "2019",
    "firstAired": "2019-10-01",
    "averageRuntime": 45,
    "originalCountry": "tur",
    "originalLanguage": "tur",
    "status": {"id": 1, "name": "Continuing", "recordType": "series", "keepUpdated": True},
    "score": 104512,
    "aliases": [{"language": "eng", "name": "Deep Well"}],
    "genres": [{"id": 1, "name": "Mystery", "slug": "mystery"}],
    "tags": [{"id": 9, "name": "Slow"}],
    "companies": [
        {"id": 1, "name": "Kanal Yedi", "primaryCompanyType": 1},
        {"id": 2, "name": "Derin Yapım", "primaryCompanyType": 3},
        {"id": 3, "name": "Dağıtım", "primaryCompanyType": 4},
        {"id": 4, "name": "Uzak Yayın", "primaryCompanyType": 2,
         "companyType": {"companyTypeId": 1, "companyTypeName": "Network"}},
    ],
    "originalNetwork": {"id": 1, "name": "Kanal Yedi", "primaryCompanyType": 1},
    "contentRatings": [
        {"id": 1, "name": "TV-14", "country": "usa"},
        {"id": 2, "name": "13+", "country": "tur"},
        {"id": 3, "name": "TV-MA", "country": "usa"},
    ],
    "remoteIds": [
        {"id": "tt9900201", "type": 2, "sourceName": "IMDB"},
        {"id": "900201", "type": 12, "sourceName": "TheMovieDB.com"},
        {"id": "900202", "type": 12, "sourceName": "TheMovieDB.com"},
        {"id": "https://kuyu.example", "type": 4, "sourceName": "Official Website"},
    ],
    "characters": [
        {"id": 1, "name": "Komşu", "peopleId": 14, "personName": "Efe Ok", "sort": 0,
         "peopleType": "Guest Star", "episodeId": 6101},
        {"id": 2, "name": "Selin", "peopleId": 12, "personName": "Ada Tekin", "sort": 2,
         "peopleType": "Actor", "personImgURL": "/banners/person/12.jpg"},
        {"id": 3, "name": "", "peopleId": 11, "personName": "Deniz Kaya", "sort": 1,
         "peopleType": "Creator"},
        {"id": 4, "name": "", "peopleId": 15, "personName": "Ali Su", "sort": 3,
         "peopleType": "Caterer"},
    ],
    "trailers": [
        {"id": 1, "name": "Fragman", "url": "https://www.youtube.com/watch?v=abc",
         "language": "tur", "runtime": 90},
        {"id": 2, "name": "Bad", "url": "javascript:alert(1)", "language": "eng", "runtime": 1},
    ],
    "seasons": [
        _season(2, "official", 52), _season(1, "official", 51), _season(0, "official", 50),
        _season(1, "dvd", 61), _season(1, "absolute", 71),
    ],
    "artworks": [
        {"id": 1, "type": 2, "image": "https://artworks.thetvdb.com/p.jpg", "language": "tur",
         "thumbnail": "https://artworks.thetvdb.com/p_t.jpg", "score": 100012,
         "width": 680, "height": 1000, "includesText": True},
        {"id": 2, "type": 3, "image": "/banners/b.jpg", "language": "", "score": 1,
         "width": 1920, "height": 1080, "includesText": False},
        {"id": 3, "type": 7, "image": "/banners/s1.jpg", "language": "eng", "seasonId": 51,
         "width": 680, "height": 1000},
        {"id": 4, "type": 7, "image": "/banners/d1.jpg", "language": "eng", "seasonId": 61},
        {"id": 5, "type": 5, "image": "/banners/icon.png"},
        {"id": 6, "type": 23, "image": "/banners/logo.png", "language": "zhtw"},
        {"id": 7, "type": 1, "image": ""},
    ],
    "translations": {
        "nameTranslations": [
            {"language": "eng", "name": "The Well", "isAlias": False},
            {"language": "fra", "name": "Autre nom", "isAlias": True},
        ],
        "overviewTranslations": [
            {"language": "eng", "overview": "At the bottom of a well."},
            {"language": "tur", "overview": "Bir kuyunun dibinde."},
        ],
        "alias": ["Well"],
    },
}  # fmt: skip

MOVIE: Document = {
    "id": 700101,
    "name": "塩の灯台",
    "year": "2011",
    "runtime": 97,
    "first_release": {"country": "jpn", "date": "2011-03-04", "detail": ""},
    "originalCountry": "jpn",
    "originalLanguage": "jpn",
    "status": {"id": 5, "name": "Released", "recordType": "movie", "keepUpdated": False},
    "genres": [{"id": 2, "name": "Drama", "slug": "drama"}],
    "studios": [{"id": 5, "name": "Kıyı Film", "parentStudio": 0}],
    "companies": {
        "studio": [],
        "network": [],
        "production": [{"id": 6, "name": "Deniz Yapım"}],
        "distributor": [{"id": 7, "name": "Dağıtım"}],
    },
    "production_countries": [{"id": 1, "country": "tur", "name": "Turkey"}],
    "spoken_languages": ["jpn", "pt"],
    "lists": [
        {"id": 1, "name": "Somebody's favourites", "isOfficial": False},
        {"id": 2, "name": "Lighthouses", "isOfficial": True},
    ],
    "remoteIds": [{"id": "tt9900101", "type": 2, "sourceName": "IMDB"}],
    "tagOptions": [{"id": 1, "name": "Sea"}],
    "translations": {
        "nameTranslations": [{"language": "eng", "name": "The Salt Lighthouse"}],
        "overviewTranslations": [],
    },
}


def episode(id: int, season: int, number: int, **told: object) -> Document:  # noqa: A002
    """Tell of an episode as one order counts it."""
    return {
        "id": id,
        "seriesId": 700201,
        "seasonNumber": season,
        "number": number,
        "name": f"Bölüm {number}",
        "overview": "Derin.",
        "aired": "2019-10-08",
        "runtime": 45,
        "image": "/banners/episodes/1.jpg",
        "isMovie": 0,
        "absoluteNumber": 0,
        **told,
    }


def page(*episodes: Document, following: str | None = None) -> Document:
    """Tell of a page of episodes, and where the next one is."""
    links = {"prev": None, "self": "here", "total_items": len(episodes), "page_size": 500}
    if following is not None:
        links["next"] = following
    return {"status": "success", "data": {"episodes": list(episodes)}, "links": links}


HITS: Document = {
    "status": "success",
    "data": [
        {"tvdb_id": "700201", "type": "series", "name": "Kuyu", "year": "2019",
         "overview": "Bir kuyunun dibinde.", "primary_language": "tur",
         "aliases": ["Deep Well"], "image_url": "https://artworks.thetvdb.com/p.jpg",
         "translations": {"eng": "The Well", "tur": "Kuyu"},
         "overviews": {"eng": "At the bottom of a well."},
         "remote_ids": [{"id": "tt9900201", "type": 2, "sourceName": "IMDB"}]},
        {"tvdb_id": "3", "type": "person", "name": "Kuyu"},
        {"type": "series", "name": "Kuyu 2"},
    ],
    "links": {"prev": None, "self": "here", "next": "there", "total_items": 3, "page_size": 50},
}  # fmt: skip
