"""Searching for a title while somebody waits: no transaction is held while services answer."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.errors import NotIdentified, TitleUnknown
from maestrarr.features.library.models import Title
from maestrarr.features.library.queries import TOPS
from maestrarr.features.metadata import enriching, queries, searching, service
from maestrarr.features.metadata.errors import NobodyToAsk, NotYetIdentified
from maestrarr.features.metadata.queries import Asked, Nameless
from maestrarr.features.metadata.schemas import LikelyWorks, NewSearch
from maestrarr.kit.db import Database
from maestrarr.kit.http.terms import Urgency
from maestrarr.kit.outside import Outside
from maestrarr.providers.contracts import Asking


async def search_now(
    database: Database, outside: Outside, title_id: UUID, said: NewSearch
) -> LikelyWorks:
    """Search for the works that a title may be, under its own name or another, and keep them.

    Raises:
        TitleUnknown, NotIdentified: there is no such movie or series.
        NobodyToAsk: no service is connected that finds titles.
    """
    async with database.reading() as session:
        title = await _top(session, title_id)
        everybody = await searching.searchers(session, outside)
        rules = await enriching.rules(session)
    if not everybody:
        raise NobodyToAsk
    name = said.title or title.title
    year = title.year if said.title is None and said.year is None else said.year
    made = await searching.search(
        searching.in_order(everybody, rules.order(title.library_id, ()).providers),
        title.kind,
        name,
        year,
        language=rules.wishes(title.library_id).language,
        asking=Asking(Urgency.USER, fresh=True),
    )
    async with database.writing() as session:
        sought = Nameless(title_id, title.library_id, title.kind, name, year, 0)
        await searching.keep(session, sought, made.likely, made.problem)
        return await service.candidates(session, title_id)


async def to_enrich(session: AsyncSession, title_id: UUID) -> Asked:
    """Return the movie or series about which services are asked for a title's sake.

    Raises:
        TitleUnknown: there is no title with this id.
        NotYetIdentified: nobody has said which work it is.
    """
    top = await queries.top_of(session, title_id)
    asked = top and await queries.one_asked(session, top)
    if not asked:
        raise TitleUnknown(str(title_id))
    if not asked.ids:
        raise NotYetIdentified(asked.name)
    return asked


async def _top(session: AsyncSession, title_id: UUID) -> Title:
    title = await session.get(Title, title_id)
    if title is None:
        raise TitleUnknown(str(title_id))
    if title.kind not in TOPS:
        raise NotIdentified(title.kind)
    return title
