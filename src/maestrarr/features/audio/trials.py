"""A rule that is tried: the rules as they would be with it, beside those there are."""

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.settings import service as settings
from maestrarr.features.audio import queries, rules, service
from maestrarr.features.audio.errors import RuleUnknown
from maestrarr.features.audio.previews import Trial
from maestrarr.features.audio.schemas import RuleTrial
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.features.audio.taste import LanguageRule


async def trial(session: AsyncSession, said: RuleTrial) -> Trial:
    """Put a rule where it would stand among the others.

    Raises:
        RuleUnknown: there is none that it could replace.
        RuleNameTaken, NotALanguage, LibraryUnknown: what it says does not fit.
    """
    await rules.check(session, said.rule, said.rule_id)
    records = await queries.rules(session)
    standing = [service.rule_of(record) for record in records]
    place = next((at for at, each in enumerate(records) if each.id == said.rule_id), None)
    if said.rule_id is not None and place is None:
        raise RuleUnknown(str(said.rule_id))
    tried = _rule(said)
    others = [rule for at, rule in enumerate(standing) if at != place]
    where = said.position if said.position is not None else place
    others.insert(len(others) if where is None else where, tried)
    prefers = await settings.read(session, AudioSettings)
    return Trial(
        tried=tried,
        replaced=None if place is None else standing[place],
        taste=service.taste_of(prefers, others),
        before=service.taste_of(prefers, standing),
    )


def _rule(said: RuleTrial) -> LanguageRule:
    rule = said.rule
    return LanguageRule(
        name=rule.name,
        languages=tuple(rule.languages),
        path=rule.path,
        library=None if rule.library_id is None else str(rule.library_id),
        genre=rule.genre,
        tag=rule.tag,
        undetermined_is=rule.undetermined_is,
    )
