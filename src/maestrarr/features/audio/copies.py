"""Films whose headers leave no room for an edit: written anew beside, compared, put in place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from maestrarr.core.changes.writes import Put
from maestrarr.features.audio.errors import CannotFix
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.media import remux
from maestrarr.media.edits import CannotEdit, Defaults, Obstacle
from maestrarr.media.remux import Bounds, Watch, Wish

_LEFT_TO_FFMPEG: Final = {Obstacle.WOULD_LOSE, Obstacle.NOT_THE_SAME, Obstacle.FAILED}


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Within which bounds films are copied, by which program, and who may call it off."""

    bounds: Bounds
    program: Path | None = None
    is_cancelled: Callable[[], bool] = field(default=_never)

    @classmethod
    def of(cls, said: AudioSettings, is_cancelled: Callable[[], bool] = _never) -> "Copies | None":
        """Read what the settings allow; None where nothing may be copied."""
        if not said.copies:
            return None
        bounds = Bounds(limit_seconds=said.copy_seconds, limit_bytes=said.copy_gigabytes * 1000**3)
        program = remux.find_mkvpropedit() if said.prefer_mkvpropedit else None
        return cls(bounds=bounds, program=program, is_cancelled=is_cancelled)

    def put(self, source: Path, defaults: Defaults, *, container: str | None) -> Put:
        """Say what shall stand in the place of a film: a copy with other default tracks."""

        def make(staging: Path) -> None:
            wish = Wish(source=source, staging=staging, defaults=defaults)
            made = self._made(wish, is_matroska=container in {"matroska", "webm"})
            if isinstance(made, CannotEdit):
                raise CannotFix(source, made.obstacle, made.reason)

        return Put(content=make, size_bytes=source.stat().st_size)

    def _made(self, wish: Wish, *, is_matroska: bool) -> remux.Made:
        """Make a copy by the program that is preferred, and by FFmpeg where that one cannot."""
        watch = Watch(is_cancelled=self.is_cancelled)
        if self.program is not None and is_matroska:
            made = remux.edit_copy(self.program, wish, self.bounds, watch)
            if not isinstance(made, CannotEdit) or made.obstacle not in _LEFT_TO_FFMPEG:
                return made
        return remux.remux(wish, self.bounds, watch)
