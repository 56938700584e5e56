"""The decision, case by case: which track plays first, and the sentence that says why."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maestrarr.features.audio.policy import choose_default
from maestrarr.features.audio.taste import Film, LanguageRule, Pin, Taste
from maestrarr.media.facts import AudioTrack
from maestrarr.media.roles import Role, role_of

TWO_ALIKE = "Japanese is the original language; of 2 such tracks this one"
WORDS = {
    "original": "is_original",
    "commentary": "is_commentary",
    "described": "is_visual_impaired",
    "dub": "is_dub",
}


def tracks(line: str) -> list[AudioTrack]:
    """Read tracks from a line: `ja 6 dts, en 2 "Commentary", fr commentary`; indexes from 1."""
    return [track(at, one.split()) for at, one in enumerate(line.split(","), start=1) if one]


def track(index: int, words: list[str]) -> AudioTrack:
    said: dict[str, Any] = {"index": index, "language": words[0], "channels": 2, "codec": "aac"}
    for word in words[1:]:
        if word.isdigit():
            said["channels"] = int(word)
        elif word.endswith("k"):
            said["bitrate"] = int(word[:-1]) * 1000
        elif word in WORDS:
            said[WORDS[word]] = True
        elif word.startswith('"'):
            said["title"] = word.strip('"').replace("_", " ")
        elif word == "dts-hd":
            said |= {"codec": "dts", "profile": "DTS-HD MA"}
        else:
            said["codec"] = word
    return AudioTrack(**said)


@dataclass(frozen=True)
class Case:
    """What is known, and the index that must win; None when nothing may be changed."""

    line: str
    wins: int | None
    original: str | None = None
    languages: str = ""
    rules: tuple[LanguageRule, ...] = ()
    pin: Pin | None = None
    film: dict[str, Any] = field(default_factory=dict)
    taste: dict[str, Any] = field(default_factory=dict)


def rule(languages: str, name: str = "Anime", **conditions: str) -> LanguageRule:
    return LanguageRule(name=name, languages=tuple(languages.split()), **conditions)


CASES = {
    # The original language, then the owner's languages in their order.
    "original first": Case("en, ja", 2, "ja", "en"),
    "original first, whatever stands first": Case("ja, en", 1, "ja", "en"),
    "no track in the original": Case("de, en", 2, "ja", "en"),
    "second language": Case("fr, de", 2, "ja", "en de"),
    "order of languages": Case("de, en", 1, "ja", "de en"),
    "only the original is acted on": Case("en, ja", 2, "ja"),
    "without languages nothing else is": Case("en, de", None, "ja"),
    "original unknown": Case("de, en", 2, None, "en"),
    "original undetermined": Case("de, en", 2, "und", "en"),
    "a silent film has none": Case("de, en", 2, "xx", "en"),
    "neither original nor languages": Case("de, en", None),
    "no audio": Case("", None, "ja", "en"),
    "one track": Case("ja", 1, "ja"),
    "one track in another language": Case("fr", None, "ja", "en"),
    "a language twice is one wish": Case("fr, en", 2, "en", "en fr"),
    "nonsense among the languages": Case("fr, en", 2, "ja", "qqqqq en"),
    # Languages as anybody writes them.
    "fre is fra": Case("en, fra", 2, "fre"),
    "fra is fr": Case("en, fr", 2, "fra"),
    "ger is deu": Case("en, deu", 2, "ger"),
    "de is ger": Case("en, ger", 2, "de"),
    "jpn is ja": Case("en, jpn", 2, "ja"),
    "chi is zho": Case("en, chi", 2, "zho"),
    "dut is nld": Case("en, dut", 2, "nl"),
    "cze is ces": Case("en, cze", 2, "ces"),
    "gre is ell": Case("en, gre", 2, "el"),
    "per is fas": Case("en, per", 2, "fa"),
    "rum is ron": Case("en, rum", 2, "ro"),
    "ice is isl": Case("en, ice", 2, "is"),
    "a name of Sonarr": Case("en, ja", 2, "Japanese"),
    "a name of Radarr with its place": Case("en, pt-BR", 2, "Portuguese (Brazil)"),
    "Brazilian satisfies Portuguese": Case("en, pt-BR", 2, "pt"),
    "Portuguese is not Brazilian": Case("pt, en", 2, None, "pt-BR en"),
    "Brazilian rather than Portuguese": Case("pt-PT, pt-BR", 2, None, "pt-BR"),
    "a region in any spelling": Case("pt-PT, pt_br", 2, None, "pt-BR"),
    "Bokmål satisfies Norwegian": Case("en, nb", 2, "no"),
    "Nynorsk satisfies Norwegian": Case("en, nno", 2, "nor"),
    "Norwegian is not Bokmål to an owner": Case("no, en", 2, None, "nb en"),
    "Cantonese by TMDB's code": Case("zh, yue", 2, "cn"),
    "a Cantonese film that only says Chinese": Case("en, zh", 2, "cn"),
    "Chinese is not Cantonese to an owner": Case("zh, en", 2, None, "yue en"),
    "Cantonese satisfies Chinese": Case("en, yue", 2, "zh"),
    "Mandarin satisfies Chinese": Case("en, cmn", 2, "zh"),
    "traditional script": Case("zh-Hans, zh-Hant", 2, None, "zh-Hant"),
    "Taiwan writes traditionally": Case("zh-CN, zh-TW", 2, None, "zh-Hant"),
    "Flemish satisfies Dutch": Case("en, nl-BE", 2, "nl"),
    "Mexican satisfies Spanish": Case("en, es-MX", 2, "es"),
    "a wrong code is no language": Case("xyz1, en", 2, "ja", "en"),
    "capitals": Case("EN, JPN", 2, "JA"),
    # Nothing is guessed.
    "und is never guessed": Case("und, de", None, "ja", "en"),
    "und alone is never guessed": Case("und", None, "ja"),
    "und beside the wanted": Case("und, ja", 2, "ja"),
    "mul is not anything": Case("mul, en", 2, "ja", "en"),
    "mis is not anything": Case("mis, en", 2, "ja", "en"),
    "zxx is not anything": Case("zxx, en", 2, "ja", "en"),
    "a rule says what und is": Case("en, und", 2, "ja", rules=(rule("ja", undetermined_is="jpn"),)),
    "a rule that does not fit says nothing of und": Case(
        "de, und", None, "ja", rules=(rule("ja", undetermined_is="ja", genre="War"),)
    ),
    "what says its language is believed": Case(
        "en, und, ja", 2, rules=(rule("ja", undetermined_is="ja"),), taste={}
    ),
    "the title of a track is not its language": Case('und "Japanese", en', None, "ja"),
    # Never a commentary, audio description, karaoke or isolated score.
    "commentary by flag": Case("ja 6 commentary, ja", 2, "ja"),
    "commentary by title": Case('ja 6 "Commentary", ja', 2, "ja"),
    "commentary in German": Case('ja 6 "Audiokommentar", ja', 2, "ja"),
    "commentary in French": Case('ja 6 "Commentaire_audio", ja', 2, "ja"),
    "commentary in Spanish": Case('ja 6 "Comentarios", ja', 2, "ja"),
    "commentary in Japanese": Case('ja 6 "コメンタリー", ja', 2, "ja"),
    "commentary in Russian": Case('ja 6 "Комментарии", ja', 2, "ja"),
    "commentary in Turkish": Case('ja 6 "Yönetmen_yorumu", ja', 2, "ja"),
    "commentary in Polish": Case('ja 6 "Komentarz", ja', 2, "ja"),
    "the director talks": Case('ja 6 "Director_Ridley_Scott", ja', 2, "ja"),
    "but not in a director's cut": Case('ja 6 "Director\'s_Cut", ja', 1, "ja"),
    "without commentary": Case('ja 6 "No_commentary", ja', 1, "ja"),
    "described by flag": Case("ja 6 described, ja", 2, "ja"),
    "described by title": Case('ja 6 "Audio_Description", ja', 2, "ja"),
    "described in two letters": Case('en 6 "English_AD", en', 2, "en"),
    "described in German": Case('de 6 "Hörfilm", de', 2, "de"),
    "karaoke": Case('ja 6 "Karaoke", ja', 2, "ja"),
    "isolated score": Case('ja 6 "Isolated_Score", ja', 2, "ja"),
    "music and effects": Case('ja 6 "M&E", ja', 2, "ja"),
    "a commentary in the original is no reason": Case("ja commentary, en", 2, "ja", "en"),
    "only a commentary fits": Case("en, ja commentary", None, "ja"),
    "only a description fits": Case("ja, en described", None, None, "en"),
    "a file of commentaries": Case("ja commentary, en commentary", 2, "en"),
    "a file that calls its only track so": Case('ja "Commentary"', 1, "ja"),
    "a flag on the wanted track's twin": Case("ja commentary, ja described, ja", 3, "ja"),
    # Ties: original flag, channels, codec, bitrate, index.
    "the lower index": Case("ja, ja", 1, "ja"),
    "original flag": Case("ja 6, ja 2 original", 2, "ja"),
    "original flag before codec": Case("ja 6 truehd, ja 6 mp3 original", 2, "ja"),
    "more channels": Case("ja 2, ja 6", 2, "ja"),
    "eight channels": Case("ja 6 truehd, ja 8 mp3", 2, "ja"),
    "channels before codec": Case("ja 2 flac, ja 6 mp3", 2, "ja"),
    "fewer by setting": Case("ja 6, ja 2", 2, "ja", taste={"prefers_fewer_channels": True}),
    "unknown channels are not few": Case(
        "ja 0, ja 6", 2, "ja", taste={"prefers_fewer_channels": True}
    ),
    "unknown channels are not many": Case("ja 0, ja 1", 2, "ja"),
    "truehd is better than flac": Case("ja flac, ja truehd", 2, "ja"),
    "dts-hd equals truehd": Case("ja dts-hd, ja truehd", 1, "ja"),
    "truehd equals dts-hd": Case("ja truehd, ja dts-hd", 1, "ja"),
    "dts-hd is better than flac": Case("ja flac, ja dts-hd", 2, "ja"),
    "flac equals pcm": Case("ja pcm_s16le, ja flac", 1, "ja"),
    "pcm in any shape equals flac": Case("ja flac, ja pcm_bluray", 1, "ja"),
    "alac equals flac": Case("ja alac, ja flac", 1, "ja"),
    "flac is better than eac3": Case("ja eac3, ja flac", 2, "ja"),
    "pcm is better than eac3": Case("ja eac3, ja pcm_s24le", 2, "ja"),
    "eac3 is better than dts": Case("ja dts, ja eac3", 2, "ja"),
    "dts is better than ac3": Case("ja ac3, ja dts", 2, "ja"),
    "ac3 is better than opus": Case("ja opus, ja ac3", 2, "ja"),
    "opus is better than aac": Case("ja aac, ja opus", 2, "ja"),
    "aac is better than mp3": Case("ja mp3, ja aac", 2, "ja"),
    "mp3 is better than what we do not know": Case("ja wmav2, ja mp3", 2, "ja"),
    "codecs by setting": Case(
        "ja truehd, ja aac", 2, "ja", taste={"codecs": (("aac",), ("truehd",))}
    ),
    "bitrate": Case("ja ac3 384k, ja ac3 640k", 2, "ja"),
    "codec before bitrate": Case("ja ac3 640k, ja eac3 192k", 2, "ja"),
    "an unknown bitrate is not high": Case("ja ac3, ja ac3 192k", 2, "ja"),
    "ties only among the first language that has any": Case("ja 2 mp3, en 8 truehd", 1, "ja", "en"),
    "ties between regions of one language": Case("es-MX 2, es-ES 6", 2, "es"),
    "the same language exactly is no better": Case("pt 2, pt-BR 6", 2, "pt"),
    # A pin comes before everything.
    "pin": Case("ja, en", 2, "ja", pin=Pin(index=2, language="en")),
    "pin on a commentary": Case("ja, ja commentary", 2, "ja", pin=Pin(index=2, language="ja")),
    "pin before a rule": Case(
        "ja, en", 2, "ja", rules=(rule("ja"),), pin=Pin(index=2, language="eng")
    ),
    "pin in another version of the film": Case(
        "en, ja, de", 3, "ja", pin=Pin(index=2, language="de")
    ),
    "pin there takes the best": Case("de 2, ja, de 6", 3, "ja", pin=Pin(index=2, language="de")),
    "pin there takes no commentary": Case(
        "de commentary, ja", 2, "ja", pin=Pin(index=2, language="de")
    ),
    "pin that fits nothing": Case("ja, en", 1, "ja", pin=Pin(index=5, language="fr")),
    "pin on a track without language": Case("ja, und", 2, "ja", pin=Pin(index=2, language="und")),
    # Language rules: the first that fits decides, and nothing after it.
    "rule by path": Case(
        "en, ja", 2, "en", rules=(rule("ja", path="/tv/**"),), film={"path": "/tv/a/b.mkv"}
    ),
    "rule for a folder": Case(
        "en, ja", 2, "en", rules=(rule("ja", path="/tv/"),), film={"path": "/tv/a/b.mkv"}
    ),
    "rule for another folder": Case(
        "en, ja", 1, "en", rules=(rule("ja", path="/tv/"),), film={"path": "/tv-4k/b.mkv"}
    ),
    "brackets are text": Case(
        "en, ja",
        2,
        "en",
        rules=(rule("ja", path="**/*[2160p]*"),),
        film={"path": "/m/A [2160p].mkv"},
    ),
    "brackets are no choice": Case(
        "en, ja", 1, "en", rules=(rule("ja", path="**/*[4K]*"),), film={"path": "/m/A 4.mkv"}
    ),
    "rule by library": Case(
        "en, ja", 2, "en", rules=(rule("ja", library="anime"),), film={"library": "anime"}
    ),
    "rule by genre": Case(
        "en, ja", 2, "en", rules=(rule("ja", genre="anime"),), film={"genres": ("Drama", "Anime")}
    ),
    "rule by tag": Case("en, ja", 2, "en", rules=(rule("ja", tag="Sub"),), film={"tags": ("sub",)}),
    "every condition must fit": Case(
        "en, ja", 1, "en", rules=(rule("ja", tag="sub", genre="War"),), film={"tags": ("sub",)}
    ),
    "the first rule that fits": Case(
        "en, ja, de", 3, "en", rules=(rule("fr", tag="x"), rule("de"), rule("ja"))
    ),
    "a rule without conditions": Case("en, ja", 2, "en", "en", rules=(rule("ja"),)),
    "a rule's order": Case("de, fr", 2, "en", rules=(rule("ja fr de"),)),
    "original in a rule": Case("en, ja", 2, "ja", "en", rules=(rule("original en"),)),
    "original last in a rule": Case("ja, en", 2, "ja", rules=(rule("en original"),)),
    "original in a rule, unknown": Case("en, ja", 1, None, rules=(rule("original en"),)),
    "a rule without the original": Case("ja, de", None, "ja", "ja", rules=(rule("en"),)),
    "a rule that no track fits decides all the same": Case(
        "en, de", None, "en", "en", rules=(rule("ja"),)
    ),
    "no rule fits": Case("en, ja", 2, "ja", rules=(rule("en", genre="War"),)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_right_track_plays_first(name: str) -> None:
    case = CASES[name]
    film = Film(original_language=case.original, pin=case.pin, **case.film)
    taste = Taste(languages=tuple(case.languages.split()), rules=case.rules, **case.taste)
    own = tracks(case.line)

    choice = choose_default(own, film, taste)

    assert (choice.value and choice.value.index) == case.wins
    assert choice.value is None or choice.value in own
    assert choice.reason.endswith(".")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("original first", "Japanese is the original language."),
        ("no track in the original", "English is your first choice."),
        ("second language", "German is your second choice."),
        ("without languages nothing else is", "No track is in Japanese."),
        (
            "und is never guessed",
            "No track is in Japanese or English. 1 of 2 tracks do not say their language.",
        ),
        ("no audio", "This file has no audio track."),
        (
            "neither original nor languages",
            "The original language is not known, and you prefer no language.",
        ),
        ("only a commentary fits", "In Japanese there is only: commentary."),
        (
            "a flag on the wanted track's twin",
            "Japanese is the original language; passed over: commentary, audio description.",
        ),
        (
            "original flag",
            f"{TWO_ALIKE} is marked as the original.",
        ),
        (
            "more channels",
            f"{TWO_ALIKE} has more channels.",
        ),
        (
            "fewer by setting",
            f"{TWO_ALIKE} has fewer channels.",
        ),
        (
            "codec before bitrate",
            f"{TWO_ALIKE} has the better codec.",
        ),
        (
            "bitrate",
            f"{TWO_ALIKE} has the higher bitrate.",
        ),
        (
            "the lower index",
            f"{TWO_ALIKE} stands first.",
        ),
        ("pin", "You pinned this track."),
        (
            "pin there takes the best",
            "You pinned German for this title; of 2 such tracks this one has more channels.",
        ),
        ("a rule's order", "French is the second choice of the rule “Anime”."),
        (
            "original in a rule",
            "Japanese is the original language, which the rule “Anime” wants.",
        ),
    ],
)
def test_the_reason_is_said(name: str, reason: str) -> None:
    case = CASES[name]
    film = Film(original_language=case.original, pin=case.pin, **case.film)
    taste = Taste(languages=tuple(case.languages.split()), rules=case.rules, **case.taste)

    assert choose_default(tracks(case.line), film, taste).reason == reason


def test_a_commentary_never_wins_over_the_film_itself() -> None:
    commentary = AudioTrack(index=1, language="ja", channels=6, is_commentary=True)
    film = AudioTrack(index=2, language="ja", channels=2)

    choice = choose_default([commentary, film], Film(original_language="ja"), Taste())

    assert choice.value is film
    assert choice.reason == "Japanese is the original language; passed over: commentary."


TEXTS = st.text(max_size=12) | st.sampled_from(["ja", "en", "und", "xx", "original", "pt-BR", "*"])
TRACKS = st.builds(
    AudioTrack,
    index=st.integers(0, 99),
    codec=TEXTS,
    channels=st.integers(0, 99),
    bitrate=st.none() | st.integers(0, 10**9),
    language=TEXTS,
    title=st.none() | TEXTS,
    is_original=st.booleans(),
    is_commentary=st.booleans(),
)
RULES = st.builds(
    LanguageRule,
    name=TEXTS,
    languages=st.lists(TEXTS, max_size=3).map(tuple),
    path=st.none() | TEXTS,
    undetermined_is=st.none() | TEXTS,
)


@settings(deadline=None)
@given(
    own=st.lists(TRACKS, max_size=5, unique_by=lambda one: one.index),
    original=st.none() | TEXTS,
    languages=st.lists(TEXTS, max_size=3).map(tuple),
    rules=st.lists(RULES, max_size=2).map(tuple),
    order=st.randoms(use_true_random=False),
)
def test_whatever_is_written_there_is_one_answer_with_a_reason(
    own: list[AudioTrack],
    original: str | None,
    languages: tuple[str, ...],
    rules: tuple[LanguageRule, ...],
    order: Random,
) -> None:
    film, taste = (
        Film(path="*", original_language=original),
        Taste(languages=languages, rules=rules),
    )
    shuffled = order.sample(own, len(own))

    choice = choose_default(own, film, taste)

    assert choice == choose_default(shuffled, film, taste)
    assert choice.reason.endswith(".")
    if choice.value is not None:
        assert choice.value in own
        is_film = role_of(choice.value) is Role.FILM
        assert is_film or not any(role_of(track) is Role.FILM for track in own)
