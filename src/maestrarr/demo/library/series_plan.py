"""Decides how each series lies on disk: seasons, episodes, their NFO and artwork."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from maestrarr.demo.library import drawings, nfo, recipes
from maestrarr.demo.library.catalogue import Episode, Series
from maestrarr.demo.library.names import dotted, safe
from maestrarr.demo.library.truth import DemoFile, DemoTitle, Piece, Plan

_FITTING = ("right default", "dub is default", "all default", "single track", "MP4, all enabled")


def plan_series(series: Series, root: Path) -> Plan:
    """Plan one series below `root`."""
    folder = root / _folder_name(series)
    videos = list(_videos(series, folder))
    beside = [*_series_files(series, folder), *_season_files(series, folder)]
    beside += _episode_files(series, videos)
    title = DemoTitle(
        kind="series",
        title=series.title,
        year=series.year,
        language=series.language,
        plot=series.plot,
        folder=folder,
        ids=series.ids,
        files=[file for file, _ in videos],
        beside=[piece.path for piece in beside],
        poster=folder / "poster.jpg",
        nfo_form="full",
    )
    return Plan(title, [*(piece for _, piece in videos), *beside])


def _folder_name(series: Series) -> str:
    ids = ("", f" {{tvdb-{series.ids.tvdb}}}", f" [tvdbid-{series.ids.tvdb}]")
    return f"{safe(series.title)} ({series.year}){ids[series.position % 3]}"


def _videos(series: Series, folder: Path) -> Iterator[tuple[DemoFile, Piece]]:
    for at, together in enumerate(_files(series)):
        recipe = recipes.named(_FITTING[(series.position + at) % len(_FITTING)])
        path = folder / _season_folder(series, together[0].season)
        path /= _file_name(series, together) + recipe.suffix
        facts = recipe.facts(
            f"series/{series.position}/{at}",
            language=series.language,
            title=together[0].title,
            seconds=2.0 + at % 4 * 0.25,
        )
        pairs = [(episode.season, episode.number) for episode in together]
        file = DemoFile(path=path, facts=facts, recipe=recipe.name, episodes=pairs)
        yield file, Piece(path, partial(recipe.make, facts))


def _files(series: Series) -> list[list[Episode]]:
    """Put the episodes into files: the first two of a long first season share one."""
    files: list[list[Episode]] = []
    for episode in series.episodes:
        is_second = (episode.season, episode.number) == (1, 2)
        if is_second and series.kind == "season" and series.position % 2 == 0:
            files[-1].append(episode)
        else:
            files.append([episode])
    return files


def _season_folder(series: Series, season: int) -> str:
    if series.kind == "absolute":
        return ""
    if season == 0:
        return "Specials" if series.position % 2 == 0 else "Season 00"
    return f"Season {season:02}" if series.kind == "season" else f"Season {season}"


def _file_name(series: Series, together: Sequence[Episode]) -> str:
    first, last = together[0], together[-1]
    name = safe(series.title)
    if series.kind == "absolute":
        return f"[Komorebi] {name} - {first.number:02} [1080p]"
    if series.kind == "date":
        return f"{name} - {first.aired} - {safe(first.title)}"
    if len(together) > 1:
        return f"{name} - S{first.season:02}E{first.number:02}-E{last.number:02}"
    styles = (
        f"{name} - S{first.season:02}E{first.number:02} - {safe(first.title)}",
        f"{dotted(series.title)}.S{first.season:02}E{first.number:02}.1080p.WEB-DL-LANTERN",
        f"{name} - {first.season}x{first.number:02} - {safe(first.title)}",
    )
    return styles[series.position % len(styles)]


def _series_files(series: Series, folder: Path) -> Iterator[Piece]:
    title = drawings.drawable(series.title, series.english)
    said = drawings.Lettering(title, f"A series, {series.year}")
    yield Piece(folder / "tvshow.nfo", partial(nfo.series, series))
    for name, size in (
        ("poster.jpg", drawings.POSTER),
        ("fanart.jpg", drawings.FANART),
        ("banner.jpg", drawings.BANNER),
    ):
        yield Piece(folder / name, partial(drawings.jpeg, size, said))
    yield Piece(folder / "clearlogo.png", partial(drawings.logo, said))


def _season_files(series: Series, folder: Path) -> Iterator[Piece]:
    if series.kind != "season":
        return
    for number, _ in groupby(series.episodes, key=lambda episode: episode.season):
        label = "Specials" if number == 0 else f"Season {number}"
        said = drawings.Lettering(drawings.drawable(series.title, series.english), label)
        place = "-specials" if number == 0 else f"{number:02}"
        yield Piece(
            folder / f"season{place}-poster.jpg", partial(drawings.jpeg, drawings.POSTER, said)
        )
        path = folder / _season_folder(series, number) / "season.nfo"
        yield Piece(path, partial(nfo.season, number))


def _episode_files(series: Series, videos: Sequence[tuple[DemoFile, Piece]]) -> Iterator[Piece]:
    """Plan an NFO and a still for the episodes of every series but the third."""
    if series.position == 2:
        return
    by_number = {(episode.season, episode.number): episode for episode in series.episodes}
    for file, _ in videos:
        told = [by_number[pair] for pair in file.episodes]
        yield Piece(file.path.with_suffix(".nfo"), partial(nfo.episodes, told))
        said = drawings.Lettering(
            drawings.drawable(told[0].title, None) or str(told[0].number), series.title
        )
        still = file.path.with_name(f"{file.path.stem}-thumb.jpg")
        line = drawings.Lettering(said.title, f"{series.year}")
        yield Piece(still, partial(drawings.jpeg, drawings.STILL, line))
