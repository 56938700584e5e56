"""Writing an NFO file: what it says in our words is brought up to date, all else stays as it is.

Elements are replaced where they stand in the file's own text, so that what we do not know, the
order, comments, a player's notes (watched, play count, resume point) and the addresses behind the
XML keep their very bytes. Pictures' addresses (`<thumb>`, `<fanart>`) of a title are never written:
players would prefer them to the pictures beside the media.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable
from maestrarr.media.nfo.cleaning import cleaned
from maestrarr.media.nfo.decoding import Decoded, decode
from maestrarr.media.nfo.editing import Edit, Editor, marks_of
from maestrarr.media.nfo.entry import Actor, NfoEntry
from maestrarr.media.nfo.fields import KINDS
from maestrarr.media.nfo.page import Page
from maestrarr.media.nfo.reading import read
from maestrarr.media.nfo.title import put_all
from maestrarr.media.nfo.tree import Node, read_tree, titles_in

_Standing: TypeAlias = tuple[Node, NfoEntry]

_ROOTS: Final = {kind: root for root, kind in KINDS.items()}
_ROOT_NAMES: Final = frozenset(KINDS)
_BLANKS: Final = b"\0 \t\r\n"


@dataclass(frozen=True, slots=True)
class Description:
    """What an NFO file shall say of one title.

    `cleared` names the fields of `entry` that somebody emptied on purpose; others that are empty
    say nothing, and what the file says of them stays. `attribution` is what the providers' terms
    want to be said with their data, in sentences.
    """

    entry: NfoEntry
    cleared: frozenset[str] = frozenset()
    attribution: tuple[str, ...] = ()


def write(
    standing: bytes | None, described: Sequence[Description], *, is_merged: bool = False
) -> bytes:
    """Return the bytes of an NFO file that says what is described.

    Args:
        standing: the bytes of the file that stands there, None if there is none.
        described: one film, series or season; or the episodes in one video, in their order.
        is_merged: several episodes become one title, as Jellyfin wants it, and not one each, as
            Kodi does; a file that holds several titles already keeps them.

    Raises:
        NotReadable: what stands there cannot be written anew without losing some of it.
    """
    if not standing or not standing.strip(_BLANKS):
        return _document(_in_form(described, is_merged=is_merged, count=0)).encode()
    found = read(standing)
    if found.fault:
        raise NotReadable(FaultKind.BROKEN_NFO, found.fault)
    decoded = decode(standing)
    text = _with_insides(decoded.text)
    titles = list(titles_in(read_tree(text), _ROOT_NAMES))
    if len(titles) != len(found.entries) and titles:
        raise NotReadable(FaultKind.BROKEN_NFO, because("nfo_alike"))
    wanted = _in_form(described, is_merged=is_merged, count=len(titles))
    if not titles:
        document = _document(wanted, _encoding_name(decoded))
        return decoded.encode(f"{document}{decoded.text}")
    edits = _edits(text, list(zip(titles, found.entries, strict=True)), wanted)
    if not edits:
        return standing
    return decoded.encode(_applied(text, edits, in_ascii=decoded.holds_only_ascii))


def _in_form(
    described: Sequence[Description], *, is_merged: bool, count: int
) -> Sequence[Description]:
    """Bring several episodes into the form that is wanted and fits the titles that stand there."""
    clean = [replace(each, entry=cleaned(each.entry)) for each in described]
    if len(clean) < 2:
        return clean
    if is_merged and count < 2:
        return [merged(clean)]
    return [
        each
        if each.entry.last_episode is not None
        else replace(each, cleared=each.cleared | {"last_episode"})
        for each in clean
    ]


def merged(described: Sequence[Description]) -> Description:
    """Make one title of several episodes: the first, with the names and plots of all."""
    entries = [each.entry for each in described]
    first, last = entries[0], entries[-1]
    plots = [entry.plot for entry in entries if entry.plot]
    minutes = [entry.runtime_minutes for entry in entries if entry.runtime_minutes]
    entry = replace(
        first,
        title=" / ".join(entry.title for entry in entries if entry.title) or None,
        plot="\n\n".join(plots) or None,
        runtime_minutes=sum(minutes) if len(minutes) == len(entries) else first.runtime_minutes,
        last_episode=last.episode if last.last_episode is None else last.last_episode,
        directors=tuple(dict.fromkeys(name for each in entries for name in each.directors)),
        writers=tuple(dict.fromkeys(name for each in entries for name in each.writers)),
        actors=tuple(_everyone(entries)),
    )
    return Description(
        entry,
        frozenset.intersection(*(each.cleared for each in described)),
        tuple(dict.fromkeys(said for each in described for said in each.attribution)),
    )


def _everyone(entries: Sequence[NfoEntry]) -> Iterator[Actor]:
    seen = set()
    for actor in (actor for entry in entries for actor in entry.actors):
        if actor.name not in seen:
            seen.add(actor.name)
            yield replace(actor, order=len(seen) - 1)


def _document(described: Sequence[Description], encoding: str = "UTF-8") -> str:
    """Write a file from nothing."""
    titles = "".join(f"{_new_title(each)}\n" for each in described)
    return f'<?xml version="1.0" encoding="{encoding}" standalone="yes"?>\n{titles}'


def _new_title(description: Description) -> str:
    root = _ROOTS[description.entry.kind]
    text = f"<{root}>\n</{root}>"
    nothing = NfoEntry(kind=description.entry.kind)
    edits = _title_edits(text, (read_tree(text)[0], nothing), description)
    return _applied(text, edits)


def _with_insides(text: str) -> str:
    """Give titles that are one empty mark (`<movie/>`) an inside that can be written into."""
    empty = [node for node in titles_in(read_tree(text), _ROOT_NAMES) if node.is_empty]
    marks = [Edit(node.start, node.end, "".join(marks_of(node))) for node in empty]
    return _applied(text, marks)


def _encoding_name(decoded: Decoded) -> str:
    return decoded.encoding.upper().removesuffix("-LE").removesuffix("-BE")


def _edits(text: str, standing: list[_Standing], wanted: Sequence[Description]) -> list[Edit]:
    """Return the edits of all titles; what stands in no title yet is appended to the last."""
    edits: list[Edit] = []
    pairs = _paired(standing, wanted)
    for found, description in pairs:
        if found:
            edits += _title_edits(text, found, description)
    end = standing[-1][0].end
    line_end = "\r\n" if "\r\n" in text else "\n"
    for found, description in pairs:
        if not found:
            new = _new_title(description).replace("\n", line_end)
            edits.append(Edit(end, end, f"{line_end}{new}"))
    return edits


def _paired(
    standing: list[_Standing], wanted: Sequence[Description]
) -> list[tuple[_Standing | None, Description]]:
    """Find each description's title in the file: by its number, else the only one that is left.

    Raises:
        NotReadable: the file is another kind of title's.
    """
    kind = wanted[0].entry.kind
    left = [found for found in standing if found[1].kind == kind]
    if not left:
        cause = because("nfo_other_kind", found=standing[0][1].kind, wanted=kind)
        raise NotReadable(FaultKind.BROKEN_NFO, cause)
    if kind != "episode":
        return [(left[0], each) for each in wanted[:1]]
    by_number: dict[tuple[int | None, int | None], _Standing] = {}
    for found in left:
        by_number.setdefault((found[1].season, found[1].episode), found)
    pairs = [(by_number.pop((e.entry.season, e.entry.episode), None), e) for e in wanted]
    rest = [each for found, each in pairs if not found]
    if len(rest) != len(by_number):
        return pairs
    others = iter(by_number.values())
    return [(found or next(others), each) for found, each in pairs]


def _title_edits(text: str, found: _Standing, description: Description) -> list[Edit]:
    editor = Editor(text, found[0])
    page = Page(editor, *found, description.entry, description.cleared)
    put_all(page, description.attribution)
    return editor.finish()


def _applied(text: str, edits: Sequence[Edit], *, in_ascii: bool = False) -> str:
    """Apply edits to a text; with `in_ascii`, what is new in it goes by its characters' numbers."""
    parts, position = [], 0
    for edit in sorted(edits, key=lambda each: each.start):
        new = edit.text.encode("ascii", "xmlcharrefreplace").decode() if in_ascii else edit.text
        parts += [text[position : edit.start], new]
        position = max(position, edit.end)
    return "".join([*parts, text[position:]])
