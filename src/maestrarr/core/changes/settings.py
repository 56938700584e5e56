"""What can be set about writing into media folders."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from maestrarr.core.settings.registry import Settings, section


@section("changes", title="Changes to files")
class ChangesSettings(Settings):
    """How files are written, and how long what was replaced can be brought back."""

    hard_links: Literal["skip", "edit", "break"] = Field(
        default="skip",
        description="What to do with a file that has other names, such as a shared torrent: "
        "skip it, edit it under all its names, or break it off and edit the copy.",
    )
    keep_mtime: bool = Field(
        default=False,
        description="Whether a file that was edited keeps the time of its last change; "
        "backups and other programs then do not notice.",
    )
    recycle_folder: Annotated[str, Field(max_length=4096)] = Field(
        default="",
        description="Where files lie that were replaced or removed; best on the media's own disk. "
        "Empty: `recycle` in the data folder.",
    )
    recycle_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=30,
        description="How many days files that were replaced or removed can be brought back.",
    )

    @field_validator("recycle_folder")
    @classmethod
    def _is_absolute(cls, folder: str) -> str:
        if folder and not Path(folder).is_absolute():
            raise PydanticCustomError("no_absolute_path", "must begin with /")
        return folder
