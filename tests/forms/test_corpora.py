"""Forms and responses that others wrote; where they lie is said in tests/forms/corpora.py."""

import pytest

from tests.forms.corpora import FORMS, RESPONSES, Verdict, form_verdicts, response_verdicts


@pytest.mark.skipif(not RESPONSES.exists(), reason="the public response cases are not here")
def test_every_published_response_inside_the_subset_is_judged_as_others_judge_it() -> None:
    verdicts = response_verdicts()

    differing = [name for name, verdict, _ in verdicts if verdict is Verdict.DIFFERS]
    assert differing == []
    assert sum(verdict is Verdict.AGREES for _, verdict, _ in verdicts) >= len(verdicts) // 2


@pytest.mark.skipif(not RESPONSES.exists(), reason="the public response cases are not here")
def test_every_published_response_outside_the_subset_is_refused_by_item_and_feature() -> None:
    refused = [reason for _, verdict, reason in response_verdicts() if verdict is Verdict.REFUSED]

    assert refused
    assert all(reason.startswith("»") and "»" in reason[1:] for reason in refused)


@pytest.mark.skipif(not FORMS.exists(), reason="the public forms are not here")
def test_every_published_form_is_read_or_refused_by_name() -> None:
    verdicts = form_verdicts()

    assert {verdict for _, verdict, _ in verdicts} <= {Verdict.READ, Verdict.REFUSED}
    assert all(reason for _, verdict, reason in verdicts if verdict is Verdict.REFUSED)
