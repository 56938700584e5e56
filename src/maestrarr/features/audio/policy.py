"""Which audio track plays first: one pure decision that says why.

In this order: the user's pin; the first language rule that fits; else the language that the film
was made in, then the languages that its owner prefers. Nothing is guessed.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from maestrarr.features.audio import globs
from maestrarr.kit.choice import Choice
from maestrarr.kit.text import fold
from maestrarr.media.facts import UNDETERMINED, AudioTrack
from maestrarr.media.languages import NO_LANGUAGE, is_within, name_in, normalise
from maestrarr.media.roles import Role, role_of

ORIGINAL: Final = "original"  # among a rule's languages: the one that the film was made in
CODECS: Final = (  # best first; those of one line are equals
    ("truehd", "dts-hd ma"),
    ("flac", "pcm"),
    ("eac3",),
    ("dts",),
    ("ac3",),
    ("opus",),
    ("aac",),
    ("mp3",),
)

_LIKE: Final = {
    "mlp": "truehd",
    "alac": "flac",
    "wavpack": "flac",
    "tta": "flac",
    "aac_latm": "aac",
    "mp2": "mp3",
}
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The track that a user chose for a title: where it stood in a file, and its language."""

    index: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRule:
    """Which languages win where; a condition that is None fits everywhere.

    `languages` may hold `original`. `undetermined_is` says which language tracks that do not say
    theirs are in.
    """

    name: str
    languages: tuple[str, ...]
    path: str | None = None
    library: str | None = None
    genre: str | None = None
    tag: str | None = None
    undetermined_is: str | None = None

    def fits(self, film: "Film") -> bool:
        """Say whether a film meets every condition."""
        return (
            (self.path is None or globs.matches(self.path, film.path))
            and (self.library is None or self.library == film.library)
            and (self.genre is None or fold(self.genre) in map(fold, film.genres))
            and (self.tag is None or fold(self.tag) in map(fold, film.tags))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """What a decision needs to know beside a file's tracks; `tags` are Sonarr's and Radarr's."""

    path: str = ""
    library: str = ""
    genres: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    original_language: str | None = None
    pin: Pin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """What an owner prefers where no rule says otherwise, and among tracks that fit alike."""

    languages: tuple[str, ...] = ()
    rules: tuple[LanguageRule, ...] = ()
    codecs: tuple[tuple[str, ...], ...] = CODECS
    prefers_fewer_channels: bool = False


@dataclass(frozen=True, slots=True)
class _Wish:
    """One language to look for, and the beginning of the sentence that says why."""

    language: str
    reason: str
    is_original: bool = False

    def met_by(self, tracks: Sequence[AudioTrack]) -> list[AudioTrack]:
        """Find the tracks in this language.

        A film made in Cantonese speaks its own language also where its track only says Chinese.
        """
        exact = [track for track in tracks if is_within(track.language, self.language)]
        if exact or not self.is_original:
            return exact
        return [track for track in tracks if is_within(self.language, track.language)]


def choose_default(
    tracks: Sequence[AudioTrack], film: Film, taste: Taste
) -> Choice[AudioTrack | None]:
    """Choose the track that shall play first; None, and the reason, when no track fits.

    A commentary, audio description, karaoke or isolated score is only chosen by a pin, or where a
    file holds nothing else. Ties: the original, more channels, codec, bitrate, the lower index.
    """
    if film.pin and (pinned := _pinned(tracks, film.pin, taste)):
        return pinned
    rule = next((rule for rule in taste.rules if rule.fits(film)), None)
    told = [_with_language(track, rule) for track in tracks]
    spoken = [track for track in told if role_of(track) is Role.FILM] or told
    wishes = list(_wishes(film, taste, rule))
    for wish in wishes:
        if fitting := wish.met_by(spoken):
            best, why = _best(fitting, taste)
            passed = _passed_over(wish.met_by(told), spoken)
            chosen = next(track for track in tracks if track.index == best.index)
            return Choice(chosen, f"{wish.reason}{why}{passed}.")
    return Choice(None, _nothing_fits(told, wishes))


def _pinned(
    tracks: Sequence[AudioTrack], pin: Pin, taste: Taste
) -> Choice[AudioTrack | None] | None:
    """Find the pinned track; in another file of the title, the best one in its language."""
    language = normalise(pin.language)
    for track in tracks:
        if track.index == pin.index and normalise(track.language) == language:
            return Choice(track, "You pinned this track.")
    spoken = [track for track in tracks if role_of(track) is Role.FILM]
    fitting = [track for track in spoken if is_within(track.language, language)]
    if not fitting:
        return None
    best, why = _best(fitting, taste)
    return Choice(best, f"You pinned {name_in(language)} for this title{why}.")


def _with_language(track: AudioTrack, rule: LanguageRule | None) -> AudioTrack:
    """Give a track that does not say its language the one that a rule says."""
    if not rule or not rule.undetermined_is or normalise(track.language) != UNDETERMINED:
        return track
    return replace(track, language=normalise(rule.undetermined_is))


def _wishes(film: Film, taste: Taste, rule: LanguageRule | None) -> Iterator[_Wish]:
    """List the languages to look for, most wanted first."""
    original = normalise(film.original_language)
    languages = rule.languages if rule else (ORIGINAL, *taste.languages)
    first = 1 if rule else 0  # among an owner's languages, the original one is not counted
    for place, written in enumerate(languages, start=first):
        is_original = written.strip().casefold() == ORIGINAL
        language = original if is_original else normalise(written)
        if language == UNDETERMINED or (is_original and language == NO_LANGUAGE):
            continue
        reason = _reason(language, place, rule, is_original=is_original)
        yield _Wish(language, reason, is_original)


def _reason(language: str, place: int, rule: LanguageRule | None, *, is_original: bool) -> str:
    named = name_in(language)
    if is_original:
        said = f"{named} is the original language"
        return f"{said}, which the rule “{rule.name}” wants" if rule else said
    ordinal = _ORDINALS[place - 1] if place <= len(_ORDINALS) else f"{place}th"
    whose = f"the {ordinal} choice of the rule “{rule.name}”" if rule else f"your {ordinal} choice"
    return f"{named} is {whose}"


def _best(fitting: Sequence[AudioTrack], taste: Taste) -> tuple[AudioTrack, str]:
    """Find the best of the tracks that fit, and say what sets it apart from the next."""
    ranked = sorted(fitting, key=lambda track: _ranks(track, taste))
    best, *others = ranked
    if not others:
        return best, ""
    pairs = zip(_ranks(best, taste), _ranks(others[0], taste), strict=True)
    decisive = next((at for at, (mine, next_) in enumerate(pairs) if mine != next_), -1)
    channels = "fewer channels" if taste.prefers_fewer_channels else "more channels"
    words = (
        "is marked as the original",
        f"has {channels}",
        "has the better codec",
        "has the higher bitrate",
        "stands first",
    )
    return best, f"; of {len(fitting)} such tracks this one {words[decisive]}"


def _ranks(track: AudioTrack, taste: Taste) -> tuple[float, ...]:
    """Rank a track among others that fit: the lowest is best."""
    fewer = track.channels or math.inf
    return (
        not track.is_original,
        fewer if taste.prefers_fewer_channels else -track.channels,
        _codec_rank(track, taste.codecs),
        -(track.bitrate or 0),
        track.index,
    )


def _codec_rank(track: AudioTrack, codecs: Sequence[Sequence[str]]) -> int:
    name = "pcm" if track.codec.startswith("pcm_") else _LIKE.get(track.codec, track.codec)
    if name == "dts" and (track.profile or "").startswith("DTS-HD MA"):
        name = "dts-hd ma"
    return next((rank for rank, equals in enumerate(codecs) if name in equals), len(codecs))


def _passed_over(fitting: Sequence[AudioTrack], spoken: Sequence[AudioTrack]) -> str:
    """Say which tracks in the same language were left out for what they are."""
    roles = Counter(role_of(track) for track in fitting if track not in spoken)
    if not roles:
        return ""
    named = [f"{count} × {role}" if count > 1 else role.value for role, count in roles.items()]
    return f"; passed over: {', '.join(named)}"


def _nothing_fits(tracks: Sequence[AudioTrack], wishes: Sequence[_Wish]) -> str:
    """Say why nothing is changed."""
    if not tracks:
        return "This file has no audio track."
    if not wishes:
        return "The original language is not known, and you prefer no language."
    wanted = [name_in(wish.language) for wish in wishes]
    listed = " or ".join([", ".join(wanted[:-1]), wanted[-1]] if len(wanted) > 1 else wanted)
    sentence = f"No track is in {listed}."
    if roles := {role_of(track) for wish in wishes for track in wish.met_by(tracks)}:
        sentence = f"In {listed} there is only: {', '.join(sorted(roles))}."
    silent = sum(normalise(track.language) == UNDETERMINED for track in tracks)
    if silent:
        sentence += f" {silent} of {len(tracks)} tracks do not say their language."
    return sentence
