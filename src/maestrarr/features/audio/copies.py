"""Films whose headers leave no room for an edit: written anew beside, compared, put in place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from maestrarr.core.changes.writes import Put
from maestrarr.features.audio.errors import CannotFix
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.media import remux
from maestrarr.media.edits import CannotEdit, Defaults
from maestrarr.media.remux import Bounds, Watch, Wish


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
            watch = Watch(is_cancelled=self.is_cancelled)
            if self.program is not None and container in {"matroska", "webm"}:
                made = remux.edit_copy(self.program, wish, self.bounds, watch)
            else:
                made = remux.remux(wish, self.bounds, watch)
            if isinstance(made, CannotEdit):
                raise CannotFix(source, made.obstacle, made.reason)

        return Put(content=make, size_bytes=source.stat().st_size)
