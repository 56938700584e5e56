"""Plans and publications as they are shown to people and programs."""

import difflib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from maestrarr.core.changes.schemas import Refusal
from maestrarr.features.library.models import Title
from maestrarr.features.publishing import policy
from maestrarr.features.publishing.models import ForeignWrite, Publication
from maestrarr.features.publishing.plans import PlannedFile, PublishPlan
from maestrarr.features.publishing.reading import nfo_at
from maestrarr.features.publishing.schemas import (
    FightDocument,
    MissedDocument,
    PlannedFileDocument,
    PublicationDocument,
    PublishPlanDocument,
)
from maestrarr.features.publishing.states import NFO
from maestrarr.kit.text import readable

MOST_LINES: Final = 400  # of a diff: who wants more reads the file
_AROUND: Final = 2


def plan_document(plan: PublishPlan) -> PublishPlanDocument:
    """Describe what would be written for a title; reads the NFO files that would change."""
    subject = plan.subject
    return PublishPlanDocument(
        title_id=subject.id,
        title=readable(subject.name),
        profiles=[profile.value for profile in subject.profiles],
        files=[_file(file, subject.folder) for file in plan.files],
        missed=[MissedDocument(type=m.type, number=m.number, reason=m.reason) for m in plan.missed],
        writes=len(plan.writes),
        size_bytes=plan.size_bytes,
        refusal=None if plan.refusal is None else Refusal.of(plan.refusal),
    )


def publication_document(
    publication: Publication, title: str, people: Mapping[str, str]
) -> PublicationDocument:
    """Describe a publication."""
    names = PublicationDocument.model_fields.keys() - {"title", "asked_by_name"}
    return PublicationDocument.model_validate(
        {name: getattr(publication, name) for name in names}
        | {
            "title": readable(title),
            "asked_by_name": people.get(publication.asked_by or ""),
        }
    )


def name_of(title: Title) -> str:
    """Name a title in the log, where its series stands around it."""
    if title.episode_number is not None:
        return f"S{title.season_number or 0:02}E{title.episode_number:02} {title.title}"
    return f"{title.title} ({title.year})" if title.year else title.title


def fights(writes: Sequence[ForeignWrite]) -> list[FightDocument]:
    """Describe which files something else has rewritten, and how often."""
    by_path: dict[Path, list[ForeignWrite]] = defaultdict(list)
    for write in writes:
        by_path[write.path].append(write)
    return [
        FightDocument(
            path=path,
            times=len(each),
            last_at=max(write.found_at for write in each),
            is_contested=policy.is_fight([write.found_at for write in each]),
        )
        for path, each in sorted(by_path.items())
    ]


def _file(file: PlannedFile, folder: Path) -> PlannedFileDocument:
    is_below = file.path.is_relative_to(folder)
    return PlannedFileDocument(
        path=file.path,
        name=readable(str(file.path.relative_to(folder) if is_below else file.path)),
        type=file.type,
        number=file.number,
        deed=file.deed,
        why=file.why,
        size_bytes=file.size_bytes,
        diff=_diff(file) if file.type == NFO and file.is_written else [],
    )


def _diff(file: PlannedFile) -> list[str]:
    """Compare an NFO file with what it would become, line by line."""
    before = _lines(nfo_at(file.path) if file.seen is not None else b"")
    after = _lines(file.nfo or b"")
    told = difflib.unified_diff(before, after, lineterm="", n=_AROUND)
    lines = [line for line in told if not line.startswith(("---", "+++"))]
    return lines[:MOST_LINES]


def _lines(data: bytes) -> list[str]:
    return [readable(line) for line in data.decode("utf-8", "replace").splitlines()]
