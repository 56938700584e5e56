"""Changes as they are shown to people and programs."""

from collections.abc import Sequence

from maestrarr.core.changes.models import Change
from maestrarr.core.changes.schemas import ChangeDocument, Refusal, RefusalDocument, UndoPreview
from maestrarr.core.changes.writes import Refused
from maestrarr.kit.text import readable


def change_document(change: Change) -> ChangeDocument:
    """Describe one write; what its bytes were stays inside."""
    edit = change.edit or {"changes": [], "patches": []}
    facts = {
        name: getattr(change, name)
        for name in ChangeDocument.model_fields
        if name not in {"tracks", "patches", "is_kept"}
    }
    return ChangeDocument.model_validate(
        facts
        | {
            "tracks": edit["changes"],
            "patches": len(edit["patches"]),
            "is_kept": change.recycled is not None,
        }
    )


def preview_document(changes: Sequence[Change], refused: Sequence[Refused]) -> UndoPreview:
    """Describe what an undo would do."""
    return UndoPreview(
        count=len(changes) - len(refused), refused=[refusal_document(each) for each in refused]
    )


def refusal_document(refused: Refused) -> RefusalDocument:
    """Describe why a file is left alone."""
    said = Refusal.of(refused.problem)
    return RefusalDocument(path=readable(str(refused.write.path)), **said.model_dump())
