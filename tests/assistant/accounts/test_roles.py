import pytest

from assistant.accounts import Role, require
from ingest.errors import NotAllowed


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.READER, {Role.READER}),
        (Role.EDITOR, {Role.READER, Role.EDITOR}),
        (Role.ADMIN, {Role.READER, Role.EDITOR, Role.ADMIN}),
    ],
)
def test_each_role_may_do_what_the_ones_before_it_may(role: Role, may: set[Role]) -> None:
    for needed in Role:
        if needed in may:
            require(role, needed)
        else:
            with pytest.raises(NotAllowed, match=f"需要{needed.shown}，您现在是{role.shown}"):
                require(role, needed)
