"""An invented movie, series and collection, as TMDB would tell of them in Turkish."""

from typing import Any

Document = dict[str, Any]

MOVIE: Document = {
    "id": 900101,
    "imdb_id": "tt9900101",
    "title": "Tuz Feneri",
    "original_title": "塩の灯台",
    "original_language": "ja",
    "overview": "",
    "tagline": None,
    "release_date": "2011-03-04",
    "runtime": 97,
    "status": "Released",
    "vote_average": 7.25,
    "vote_count": 812,
    "belongs_to_collection": {"id": 990, "name": "Fener Serisi", "poster_path": None},
    "genres": [{"id": 18, "name": "Dram"}, {"id": 18, "name": "Dram"}, {"id": 9, "name": None}],
    "production_companies": [{"id": 5, "name": "Kıyı Film", "logo_path": None}],
    "production_countries": [{"iso_3166_1": "JP", "name": "Japan"}],
    "origin_country": ["JP"],
    "spoken_languages": [
        {"iso_639_1": "ja", "name": "日本語"},
        {"iso_639_1": "cn", "name": "广州话"},
        {"iso_639_1": "xx", "name": "No Language"},
    ],
    "credits": {
        "cast": [
            {"id": 2, "name": "Rin Aoki", "character": "", "order": 1, "profile_path": None},
            {"id": 1, "name": "Jun Mori", "character": "Keeper", "order": 0,
             "profile_path": "/jun.jpg"},
        ],
        "crew": [
            {"id": 3, "name": "Emi Sato", "job": "Director", "department": "Directing"},
            {"id": 3, "name": "Emi Sato", "job": "Screenplay", "department": "Writing"},
            {"id": 3, "name": "Emi Sato", "job": "Story", "department": "Writing"},
            {"id": 4, "name": "Ken Abe", "job": "Gaffer", "department": "Lighting"},
        ],
    },
    "release_dates": {
        "results": [
            {"iso_3166_1": "US", "release_dates": [
                {"certification": "", "type": 1, "release_date": "2011-02-01T00:00:00.000Z"},
                {"certification": "NR", "type": 4, "release_date": "2011-05-01T00:00:00.000Z"},
                {"certification": "PG-13", "type": 3, "release_date": "2011-04-01T00:00:00.000Z"},
            ]},
            {"iso_3166_1": "TR", "release_dates": [{"certification": "", "type": 3}]},
        ]
    },
    "keywords": {"keywords": [{"id": 7, "name": "lighthouse"}]},
    "videos": {
        "results": [
            {"key": "aaa111", "site": "YouTube", "type": "Teaser", "size": 1080, "official": True,
             "iso_639_1": "en", "name": "Teaser"},
            {"key": "bbb222", "site": "YouTube", "type": "Trailer", "size": 720, "official": False,
             "iso_639_1": "en", "name": "Fan trailer"},
            {"key": "ccc333", "site": "YouTube", "type": "Trailer", "size": 1080, "official": True,
             "iso_639_1": "tr", "name": "Fragman"},
            {"key": "ddd&x=", "site": "YouTube", "type": "Trailer", "size": 1080, "official": True},
            {"key": "eee555", "site": "Elsewhere", "type": "Trailer", "size": 1080},
            {"key": "fff666", "site": "YouTube", "type": "Clip", "size": 1080},
        ]
    },
    "external_ids": {"imdb_id": "tt9900101", "wikidata_id": None},
    "translations": {
        "translations": [
            {"iso_3166_1": "US", "iso_639_1": "en", "name": "English", "data": {
                "title": "The Salt Lighthouse", "overview": "A keeper counts the waves.",
                "tagline": "Count with him.", "homepage": "", "runtime": 97}},
            {"iso_3166_1": "TR", "iso_639_1": "tr", "name": "Türkçe", "data": {
                "title": "Tuz Feneri", "overview": "", "tagline": "", "homepage": ""}},
        ]
    },
    "alternative_titles": {"titles": [{"iso_3166_1": "DE", "title": "Salzfeuer", "type": ""}]},
}  # fmt: skip

SERIES: Document = {
    "id": 900201,
    "name": "Kuyu",
    "original_name": "Kuyu",
    "original_language": "tr",
    "overview": "Bir kuyunun dibinde.",
    "tagline": "",
    "first_air_date": "2019-10-01",
    "episode_run_time": [],
    "status": "Returning Series",
    "vote_average": 0,
    "vote_count": 0,
    "created_by": [{"id": 11, "name": "Deniz Kaya", "profile_path": None}],
    "genres": [{"id": 9648, "name": "Gizem"}],
    "networks": [{"id": 3, "name": "Kanal Yedi", "logo_path": None}],
    "production_companies": [],
    "production_countries": [],
    "origin_country": ["TR"],
    "spoken_languages": [],
    "seasons": [
        {"id": 50, "season_number": 0, "name": "Özel", "episode_count": 1, "air_date": None,
         "overview": "", "poster_path": None},
        {"id": 51, "season_number": 1, "name": "1. Sezon", "episode_count": 2,
         "air_date": "2019-10-01", "overview": "", "poster_path": "/s1.jpg"},
    ],
    "aggregate_credits": {
        "cast": [{"id": 12, "name": "Ada Tekin", "order": 0, "profile_path": "/ada.jpg",
                  "roles": [{"character": "Selin", "episode_count": 2},
                            {"character": "Selma", "episode_count": 1}]}],
        "crew": [{"id": 13, "name": "Can Us", "jobs": [{"job": "Director", "episode_count": 2}],
                  "department": "Directing"}],
    },
    "content_ratings": {"results": [{"iso_3166_1": "TR", "rating": "13+", "descriptors": []}]},
    "keywords": {"results": [{"id": 8, "name": "well"}]},
    "videos": {"results": []},
    "external_ids": {"imdb_id": "tt9900201", "tvdb_id": 700201},
    "translations": {"translations": []},
    "alternative_titles": {"results": [{"iso_3166_1": "US", "title": "The Well", "type": ""}]},
}  # fmt: skip


def season(number: int, *episodes: Document) -> Document:
    """Tell of a season with its episodes."""
    return {
        "id": 50 + number,
        "season_number": number,
        "name": f"{number}. Sezon",
        "overview": "",
        "air_date": "2019-10-01",
        "poster_path": "/s1.jpg" if number == 1 else None,
        "episodes": list(episodes),
    }


def episode(season_number: int, number: int, **told: object) -> Document:
    """Tell of an episode, without words of its own unless they are given."""
    return {
        "id": 6000 + 100 * season_number + number,
        "season_number": season_number,
        "episode_number": number,
        "name": f"{number}. Bölüm",
        "overview": "",
        "air_date": "2019-10-08",
        "episode_type": "standard",
        "runtime": 45,
        "still_path": f"/e{number}.jpg",
        "vote_average": 8.0,
        "vote_count": 3,
        "crew": [{"id": 13, "name": "Can Us", "job": "Director", "department": "Directing"}],
        "guest_stars": [{"id": 14, "name": "Efe Ok", "character": "Komşu", "order": 5}],
        **told,
    }


IMAGES: Document = {
    "id": 900101,
    "posters": [
        {"file_path": "/ja.jpg", "width": 2000, "height": 3000, "iso_639_1": "ja",
         "vote_average": 5.5, "vote_count": 12, "aspect_ratio": 0.667},
        {"file_path": "/bare.jpg", "width": 1000, "height": 1500, "iso_639_1": None,
         "vote_average": 0, "vote_count": 0, "aspect_ratio": 0.667},
    ],
    "backdrops": [
        {"file_path": "/sea.jpg", "width": 3840, "height": 2160, "iso_639_1": None,
         "vote_average": 6.1, "vote_count": 4, "aspect_ratio": 1.778},
        {"file_path": "/sea-en.jpg", "width": 1920, "height": 1080, "iso_639_1": "en",
         "vote_average": 5.0, "vote_count": 1, "aspect_ratio": 1.778},
    ],
    "logos": [
        {"file_path": "/logo.svg", "width": 0, "height": 0, "iso_639_1": "en",
         "vote_average": 0, "vote_count": 0, "aspect_ratio": 2.5},
    ],
}  # fmt: skip

CONFIGURATION: Document = {
    "images": {
        "base_url": "http://image.tmdb.org/t/p/",
        "secure_base_url": "https://image.tmdb.org/t/p/",
    },
    "change_keys": ["images"],
}
