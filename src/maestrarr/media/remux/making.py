"""Whole files made anew for a wish: by FFmpeg, or by mkvpropedit on a copy."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from maestrarr.media.edits import AlreadyRight, CannotEdit, Obstacle
from maestrarr.media.facts import NotReadable, Probe
from maestrarr.media.remux import checks, propedit
from maestrarr.media.remux.asking import ask
from maestrarr.media.remux.identity import keep_identity
from maestrarr.media.remux.tasks import Bounds, Refused, Remuxed, Rewriter, Task, Watch, Wish

Made: TypeAlias = "Remuxed | AlreadyRight | CannotEdit"


def remux(wish: Wish, bounds: Bounds | None = None, watch: Watch | None = None) -> Made:
    """Copy a film that cannot be edited in place, with other default tracks and nothing else.

    Nothing that it holds is lost: what FFmpeg cannot keep is a reason not to begin, and the copy
    is compared with the film before anything is returned.
    """
    return _made(_remuxed, Task(wish, bounds or Bounds(), watch or Watch()))


def edit_copy(
    program: Path, wish: Wish, bounds: Bounds | None = None, watch: Watch | None = None
) -> Made:
    """Copy a Matroska film that cannot be edited in place, and let mkvpropedit edit the copy.

    The copy is a clone where the file system makes one; it is compared with the film before
    anything is returned.
    """

    def edited(task: Task, before: Probe) -> Remuxed:
        return _edited(program, task, before)

    return _made(edited, Task(wish, bounds or Bounds(), watch or Watch()))


def _made(make: Callable[[Task, Probe], Remuxed], task: Task) -> Made:
    try:
        before = checks.admit(task.wish, task.bounds)
        return before if isinstance(before, AlreadyRight) else make(task, before)
    except Refused as error:
        return error.refusal
    except NotReadable as error:
        return CannotEdit(Obstacle.UNREADABLE, str(error))
    except OSError as error:
        return CannotEdit(Obstacle.FAILED, f"It cannot be copied: {error.strerror or error}.")


def _remuxed(task: Task, before: Probe) -> Remuxed:
    checks.refuse_losses(task.wish.source, before)
    said = ask(task, form=before.container)
    if before.container in checks.MATROSKA:
        keep_identity(task.wish.source, task.wish.staging)
    return checks.accept(task, before, Rewriter.FFMPEG, said)


def _edited(program: Path, task: Task, before: Probe) -> Remuxed:
    if before.container not in checks.MATROSKA:
        raise Refused(Obstacle.UNSUPPORTED, "mkvpropedit edits Matroska and WebM only.")
    checks.refuse_checksum(task.wish.source)
    propedit.clone(task)
    propedit.edit(program, task, before)
    return checks.accept(task, before, Rewriter.MKVPROPEDIT, ask(task, form=None))
