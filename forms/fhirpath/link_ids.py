"""Which items a criterion such as ``linkId = 'a'`` asks for."""

from forms.fhirpath.nodes import Chain, Literal, Member, Part, Variable


def asked_for(criterion: Part) -> tuple[tuple[str, ...], Part | None]:
    """Return the link ids *criterion* asks for, and what it demands of them besides.

    ``linkId = 'a'``, ``linkId in ('a' | 'b')`` and such joined by ``or``; more can follow after
    ``and``. No link ids when it is anything else.
    """
    if isinstance(criterion, Chain) and criterion.rest[0][0] == "and":
        (_, _, second), *more = criterion.rest
        return _link_ids(criterion.first), Chain(second, tuple(more)) if more else second
    return _link_ids(criterion), None


def _link_ids(criterion: Part) -> tuple[str, ...]:
    if not isinstance(criterion, Chain):
        return ()
    operators = {sign for sign, _, _ in criterion.rest}
    parts = (criterion.first, *(part for _, _, part in criterion.rest))
    if operators == {"or"}:
        found = [_link_ids(part) for part in parts]
        return tuple(dict.fromkeys(one for ids in found for one in ids)) if all(found) else ()
    if len(parts) == 2 and operators <= {"=", "in"} and _is_link_id(criterion.first):  # noqa: PLR2004 - left and right
        return _texts(parts[1])
    return ()


def _is_link_id(part: Part) -> bool:
    return (
        isinstance(part, Member)
        and part.name == "linkId"
        and isinstance(part.source, Variable)
        and part.source.name == "$this"
    )


def _texts(part: Part) -> tuple[str, ...]:
    """Return the texts of ``'a'`` or ``'a' | 'b'``; none when anything else is there."""
    parts = [part]
    if isinstance(part, Chain) and {sign for sign, _, _ in part.rest} == {"|"}:
        parts = list(part.inside())
    texts = [
        one
        for each in parts
        if isinstance(each, Literal)
        for one in each.collection
        if isinstance(one, str)
    ]
    return tuple(dict.fromkeys(texts)) if len(texts) == len(parts) else ()
