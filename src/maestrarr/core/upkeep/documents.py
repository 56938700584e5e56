"""Backups as they are shown to people and programs."""

from maestrarr.core.upkeep.backups import Backup, Unreadable
from maestrarr.core.upkeep.schemas import BackupDocument


def backup_document(one: Backup | Unreadable) -> BackupDocument:
    """Describe a file in one of our folders."""
    document = BackupDocument(name=one.file.name, size_bytes=one.size_bytes)
    if isinstance(one, Unreadable):
        return document.model_copy(update={"fault": one.reason})
    said = one.manifest
    return document.model_copy(
        update={
            "made_at": said.made_at,
            "reason": said.reason,
            "made_by": said.made_by or None,
            "version": said.program,
            "database": said.database,
            "database_schema": said.database_schema,
            "rows": sum(table.rows for table in said.tables.values()),
        }
    )
