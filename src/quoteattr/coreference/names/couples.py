"""Who has a family name only in a row of two: "Alan and Joan Holm left. Mr Holm said no"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quoteattr.coreference.names.variants import agree
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.coreference.names.bearers import Bearers
    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


def coupled(
    text: str,
    mentions: Sequence[Mention],
    thread_of: Mapping[int, Thread],
    bearers: Bearers,
    form: NameForm,
    gender: Gender,
) -> Thread | None:
    """Whom *form*, a title and a family name, means: "Alan and Joan Holm left. Mr Holm".

    Alan, if he can be of that *gender*; he has the family name from here on.
    """
    if gender is Gender.UNKNOWN or not form.titles:
        return None
    for partner in bearers.family(form.family):
        named = partner.mentions[0] if partner.given and partner.mentions else 0
        thread = thread_of.get(named - 1)
        if thread is None or thread.given or not agree(thread.gender, gender):
            continue
        if text[mentions[named - 1].end : mentions[named].start] == " and ":
            thread.name = f"{thread.name} {partner.name.rpartition(' ')[2]}"
            thread.given, thread.family = (thread.family,), form.family
            bearers.add(thread, evolve(form, given=thread.given))
            return thread
    return None
