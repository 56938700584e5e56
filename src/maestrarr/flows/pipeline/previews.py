"""What a library's passes would do, counted without doing any of it."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import service as artwork
from maestrarr.features.audio import service as audio
from maestrarr.features.library import queries as library
from maestrarr.features.metadata import service as metadata
from maestrarr.features.publishing import service as publishing
from maestrarr.flows.pipeline import policy, queries
from maestrarr.flows.pipeline.schemas import PassPreview, Preview
from maestrarr.flows.pipeline.states import Occasion, Pass
from maestrarr.kit.outside import Outside


async def preview(
    session: AsyncSession, outside: Outside, library_id: UUID, *, everything: bool
) -> Preview:
    """Count for each pass what it would look into, and say whether it is made by itself.

    Raises:
        LibraryUnknown: there is no such library.
    """
    found = await library.library(session, library_id)
    tops = await queries.tops_of_library(session, library_id)
    titles = await queries.monitored(session, tops)
    counts: Mapping[Pass, int] = {
        Pass.IDENTIFY: await metadata.count_nameless(session, outside, tops),
        Pass.ENRICH: await metadata.count_due(session, outside, tops, everything=everything),
        Pass.AUDIO: await audio.count_open(session, titles.all, everything=everything),
        Pass.ARTWORK: await artwork.count_due(session, tops, everything=everything),
        Pass.PUBLISH: await publishing.count_unpublished(session, titles.all),
    }
    verdicts = policy.verdicts(found, Occasion.SCHEDULE)
    return Preview(
        library_id=library_id,
        titles=len(tops),
        passes=[
            PassPreview(
                name=each,
                count=counts[each],
                is_automatic=verdicts[each].value,
                reason=verdicts[each].reason,
            )
            for each in Pass
        ],
    )
