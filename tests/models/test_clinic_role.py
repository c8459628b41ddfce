"""The role of the clinic, as the answers tell it."""

import pytest

from models.answers import Answers, Coding, Place
from models.clinic import Role, clinic_of


@pytest.mark.parametrize("role", Role)
def test_each_role_is_read(role: Role) -> None:
    profile = Answers().with_answer(Place("clinic.role"), Coding(role.value, "Rolle"))

    assert clinic_of(profile).role is role


def test_a_role_that_nobody_knows_does_not_decide() -> None:
    profile = Answers().with_answer(Place("clinic.role"), Coding("private", "Privat"))

    assert clinic_of(profile).role is Role.PROVIDER
    assert not clinic_of(profile).may_decide
    assert clinic_of(Answers()).role is Role.PROVIDER
