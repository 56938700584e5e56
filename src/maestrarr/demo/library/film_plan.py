"""Decides how each film lies on disk: its files, NFO and artwork, and what else is there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from maestrarr.demo.library import drawings, nfo, recipes
from maestrarr.demo.library.catalogue import Film
from maestrarr.demo.library.names import Name, film_name
from maestrarr.demo.library.recipes import Recipe
from maestrarr.demo.library.truth import DemoFile, DemoTitle, Piece, Plan
from maestrarr.demo.video import spoken
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.transport import as_transport_stream
from maestrarr.media.facts import FaultKind, Probe

_DISC_STREAM = "BDMV/STREAM/00000.m2ts"
_SUBTITLES = {".en.srt": "en", ".tr.forced.srt": "tr", ".fr.sdh.srt": "fr"}
_BROKEN_NFO = {20, 45}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a film lies: `folder` is the root itself for a film without one of its own."""

    film: Film
    recipe: Recipe
    name: Name
    folder: Path

    @property
    def is_flat(self) -> bool:
        """Whether the film shares its folder with others, so its artwork bears its name."""
        return self.name.folder is None

    def beside(self, name: str) -> Path:
        """Name something that goes with the video: `<video>-poster.jpg` or `poster.jpg`."""
        bears_name = self.is_flat or (self.film.position % 4 == 1 and self.film.form == "plain")
        return self.folder / (f"{self.name.stem}-{name}" if bears_name else name)


def plan_film(film: Film, root: Path) -> Plan:
    """Plan one film below `root`."""
    rotation = recipes.ROTATION
    recipe = recipes.named(film.recipe) if film.recipe else rotation[film.position % len(rotation)]
    if film.form == "long":
        recipe = recipes.named("single track")
    name = film_name(film, recipe.quality)
    spot = _Spot(film, recipe, name, root / name.folder if name.folder else root)
    videos = list(_videos(spot))
    form = "broken" if film.position in _BROKEN_NFO else _nfo_form(film)
    beside = [*_nfo(spot, form), *_artwork(spot), *_subtitles(spot), *_extras(spot)]
    posters = [piece.path for piece in beside if "poster" in piece.path.name]
    title = DemoTitle(
        kind="movie",
        title=film.title,
        year=film.year,
        language=film.language,
        plot=film.plot,
        folder=spot.folder,
        ids=film.ids,
        files=[file for file, _ in videos],
        beside=[piece.path for piece in beside],
        poster=posters[0] if posters else None,
        nfo_form=form,
        faults=[
            (piece.path, FaultKind.BROKEN_NFO) for piece in beside
            if form == "broken" and piece.path.suffix == ".nfo"
        ],
    )  # fmt: skip
    return Plan(title, [*(piece for _, piece in videos), *beside])


def video(path: Path, recipe: Recipe, film: Film, key: str = "") -> tuple[DemoFile, Piece]:
    """Plan one video file at `path`; `key` tells it from the film's others."""
    facts = recipe.facts(
        f"film/{film.position}/{key}",
        language=film.language,
        title=film.title,
        seconds=2.0 + film.position % 7 * 0.25,
    )
    file = DemoFile(path=path, facts=facts, recipe=recipe.name)
    return file, Piece(path, partial(recipe.make, facts))


def _videos(spot: _Spot) -> Iterator[tuple[DemoFile, Piece]]:
    film, stem = spot.film, spot.name.stem
    if film.form == "disc":
        yield _disc(spot)
        return
    for at, (tag, recipe) in enumerate(_versions(spot)):
        name = f"{stem}{tag}{recipe.suffix}"
        yield video(spot.folder / name, recipe, film, key=str(at))


def _versions(spot: _Spot) -> list[tuple[str, Recipe]]:
    """Say what is added to the stem for each of a film's files, and how each is made."""
    full, ultra = recipes.named("right default"), recipes.named("4K HDR10, five tracks")
    wrong = recipes.named("dub is default")
    forms = {
        "versions": [(" - 1080p", full), (" - 2160p", ultra)],
        "parts": [(" - cd1", wrong), (" - cd2", wrong)],
        "edition": [(" {edition-Director’s Cut}", spot.recipe)],
        "two editions": [("", full), (" {edition-Restored}", wrong)],
        "3d": [(".3D.HSBS", spot.recipe)],
    }
    return forms.get(spot.film.form, [("", spot.recipe)])


def _disc(spot: _Spot) -> tuple[DemoFile, Piece]:
    """Plan a film that was copied from a Blu-ray disc, folders and all."""
    facts = recipes.named("dub is default").facts(
        f"film/{spot.film.position}", language=spot.film.language, title="", seconds=2.0
    )
    # A transport stream tells languages and no more.
    seen = replace(
        facts,
        container="mpegts",
        title=None,
        unique_id=None,
        subtitles=(),
        audio=[
            replace(
                track, number=None, title=None, is_default=False, is_original=False, is_dub=False
            )
            for track in facts.audio
        ],
    )
    path = spot.folder / _DISC_STREAM
    return DemoFile(path=path, facts=seen, recipe="disc"), Piece(path, partial(_stream, facts))


def _stream(facts: Probe) -> bytes:
    return as_transport_stream(matroska(facts))


def _nfo_form(film: Film) -> str:
    return nfo.FILM_FORMS[film.position % len(nfo.FILM_FORMS)]


def _nfo(spot: _Spot, form: str) -> Iterator[Piece]:
    written = nfo.film(spot.film, form)
    if written is None:
        return
    bears_name = spot.is_flat or form in {"video name", "url only", "legacy id"}
    if spot.film.form == "disc":
        path = spot.folder / "BDMV/index.nfo"
    elif bears_name and spot.film.form != "long":
        path = spot.folder / f"{spot.name.stem}.nfo"
    else:
        path = spot.folder / "movie.nfo"
    yield Piece(path, lambda: written)


def _artwork(spot: _Spot) -> Iterator[Piece]:
    film = spot.film
    title = drawings.drawable(film.title, film.english)
    said = drawings.Lettering(
        title, f"{film.director if film.director.isascii() else ''} {film.year}".strip()
    )
    if film.position % 9 != 8:
        yield Piece(spot.beside("poster.jpg"), partial(drawings.jpeg, drawings.POSTER, said))
    if film.position % 3 != 2:
        yield Piece(spot.beside("fanart.jpg"), partial(drawings.jpeg, drawings.FANART, said))
    if film.position % 4 == 0:
        yield Piece(spot.beside("clearlogo.png"), partial(drawings.logo, said))


def _subtitles(spot: _Spot) -> Iterator[Piece]:
    if spot.film.position % 5 != 0 or spot.film.form == "disc":
        return
    for suffix, language in _SUBTITLES.items():
        text = spoken.as_srt(language).encode()
        yield Piece(spot.folder / f"{spot.name.stem}{suffix}", partial(bytes, text))


def _extras(spot: _Spot) -> Iterator[Piece]:
    """Plan what lies in a film's folder and is not the film."""
    film, folder = spot.film, spot.folder
    if film.form == "disc":
        yield Piece(folder / "BDMV/index.bdmv", partial(bytes, b"INDX0200" + bytes(32)))
        yield Piece(folder / "BDMV/PLAYLIST/00000.mpls", partial(bytes, b"MPLS0200" + bytes(32)))
    if film.form != "extras":
        return
    single = recipes.named("single track")
    for name in (
        f"{spot.name.stem}-trailer.mkv",
        "Featurettes/How We Counted the Waves.mkv",
        "Behind The Scenes/The Lamp Room.mkv",
        "Sample/sample.mkv",
    ):
        yield video(folder / name, single, film, key=name)[1]
