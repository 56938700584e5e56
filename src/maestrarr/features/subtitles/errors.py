"""What can go wrong about subtitles, in words."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned


class NotExtracted(Reasoned):
    """A track does not become a file of its own."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    sentences: ClassVar[Mapping[str, str]] = {
        "pictures": "Track {track} of {name} is made of pictures, and there is no text in it.",
        "beside": "{track} is a file of its own already.",
        "container": "Text is taken out of Matroska and MP4 only, and {name} is neither.",
        "there": "Track {track} of {name} stands beside it already.",
        "unknown": "{name} has no subtitle track {track}.",
    }

    def __init__(self, reason: str, name: str, track: str) -> None:
        super().__init__(reason, name=name, track=track)


class NothingToExtract(Problem):
    """No track of a title is text that is not beside it yet."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "The title's list of subtitles says why for each."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no text to take out of {name}.", name=name)


class FilmUnreadable(Problem):
    """The text in a film could not be read."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Play the film once: it may be damaged, or its disk too slow."

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"The text in {path.name} could not be read: {why}.", path=str(path), why=why
        )


class NoSubtitleService(NotFound):
    """Nobody is connected who has subtitles, or not under this id."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Connect OpenSubtitles among the connections."

    def __init__(self) -> None:
        super().__init__("No service is connected that has subtitles.")


class NoEpisodeOrMovie(Invalid):
    """Subtitles are wanted of what is played in parts."""

    hint: ClassVar[str] = "Search from the page of the episode or the movie."

    def __init__(self) -> None:
        super().__init__("Subtitles are searched for movies and for single episodes.")


class NotInTitle(Invalid):
    """A file is named that does not play the title."""

    hint: ClassVar[str] = "The title's list of subtitles names its files."

    def __init__(self) -> None:
        super().__init__("This file does not play the title.")


class NotASubtitle(Problem):
    """What a service has sent is no subtitle."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Choose another one."

    def __init__(self, service: str) -> None:
        super().__init__(f"What {service} has sent is no subtitle.", service=service)
