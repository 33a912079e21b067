"""What people say is read as it is written."""

import pytest

from assistant.understanding.spoken import as_written


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("几个朋友合伙开店，最多能贷多少？", "合伙开店，最多能贷多少？"),
        ("我们几个老人想办食堂，补多少？", "我们老人想办食堂，补多少？"),
        ("几个老人能入住？", "几个老人能入住？"),
        ("几个镇建了充电桩，总投资多少？", "几个镇建了充电桩，总投资多少？"),
    ],
)
def test_some_people_who_do_something_are_no_number_asked_for(spoken: str, written: str) -> None:
    assert as_written(spoken) == written
