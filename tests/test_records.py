"""Records: they do what dataclasses do, and cost nothing before one is made."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toneguard import records
from toneguard.finding import Finding, Report
from toneguard.source import Source, Span

_WAYS = [{}, {"frozen": True}, {"frozen": True, "slots": True}, {"frozen": True, "slots": True, "order": True}]


def twins(**ways: bool) -> tuple[Any, Any]:
    """Return a class made both ways."""

    def body(module: Any) -> Any:
        @module.dataclass(**ways)
        class Place:
            line: int
            column: int = 1
            names: tuple[str, ...] = ()
            unseen: list[int] = module.field(default_factory=list, compare=False, repr=False)

            @property
            def far(self) -> bool:
                return self.line > 5

        return Place

    return body(records), body(dataclasses)


CASES = [twins(**ways) for ways in _WAYS]
VALUES = st.tuples(st.integers(0, 9), st.integers(0, 3), st.sampled_from([(), ("a",), ("a", "b")]))


@pytest.mark.parametrize(("ours", "theirs"), CASES)
@given(one=VALUES, other=VALUES)
def test_a_record_is_what_a_dataclass_is(ours: Any, theirs: Any, one: Any, other: Any) -> None:
    """Made of any values, records show, compare, sort, hash, copy and change as dataclasses do."""
    left, right, left2, right2 = ours(*one), theirs(*one), ours(*other), theirs(*other)
    assert repr(left) == repr(right)
    assert (left == left2) is (right == right2)
    assert left != right
    assert left.far == right.far
    assert left.unseen == []
    assert left.unseen is not left2.unseen
    assert repr(records.replace(left, line=7)) == repr(dataclasses.replace(right, line=7))
    assert repr(dataclasses.replace(left, line=7)) == repr(dataclasses.replace(right, line=7))
    assert copy.copy(left) == left
    if ours is CASES[-1][0]:
        assert (left < left2, left >= left2) == (right < right2, right >= right2)
    if ours is not CASES[0][0]:
        assert (hash(left) == hash(left2)) is (hash(right) == hash(right2))


def test_a_record_may_be_itself_alone() -> None:
    """Without `eq` no record equals another, whatever it holds."""
    ours, theirs = twins(frozen=True, eq=False)
    assert ours(1) != ours(1)
    assert repr(ours(1)) == repr(theirs(1))
    one = ours(1)
    assert one in {one}


@pytest.mark.parametrize(("ours", "theirs"), CASES)
def test_a_record_is_made_and_refused_as_a_dataclass(ours: Any, theirs: Any) -> None:
    """Names, defaults and wrong arguments go the same way, for the first of a class and for the hundredth."""
    for _ in range(10):
        assert repr(ours(column=2, line=1)) == repr(theirs(column=2, line=1))
        assert ours(1, unseen=[3]).unseen == [3]
        for wrong in ({}, {"line": 1, "row": 2}):
            with pytest.raises(TypeError) as refused:
                ours(**wrong)
            with pytest.raises(TypeError) as known:
                theirs(**wrong)
            assert str(refused.value) == str(known.value)
        with pytest.raises(TypeError):
            ours(1, 2, (), [], 5)
        with pytest.raises(TypeError):
            ours(1, 2, (), [], line=1)


@pytest.mark.parametrize(("ours", "theirs"), CASES[1:])
def test_a_frozen_record_stays(ours: Any, theirs: Any) -> None:
    """A frozen record can neither be changed nor lose a field."""
    one = ours(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.line = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.line
    assert one == ours(1)
    assert not hasattr(CASES[2][0](1), "__dict__")


@pytest.mark.parametrize(("ours", "theirs"), CASES)
def test_dataclasses_knows_records(ours: Any, theirs: Any) -> None:
    """What `dataclasses` tells of fields, it tells of records too, and a pattern takes them apart."""
    told = [
        [(field.name, field.type, field.compare, field.repr) for field in dataclasses.fields(kind)]
        for kind in (ours, theirs)
    ]
    assert told[0] == told[1]
    assert dataclasses.asdict(ours(3)) == dataclasses.asdict(theirs(3))
    assert ours.__match_args__ == theirs.__match_args__
    assert dataclasses.is_dataclass(ours)


def test_records_travel() -> None:
    """A finding and a report come back from a pickle as they were."""
    source = Source("Buy now.", "post.md")
    span = Span(0, 3)
    finding = Finding("pushy/x", "warning", "m", span, "Buy", span, "en")  # type: ignore[arg-type]
    report = Report(source, (finding,))
    assert pickle.loads(pickle.dumps(report)) == report


def test_nothing_is_compiled_for_a_few() -> None:
    """The first objects of a class need no function of its own; then it gets one."""
    ours, _ = twins()
    ours(1)
    assert type(ours.__dict__["__init__"]).__name__ == "_Init"
    for _ in range(9):
        ours(1)
    assert type(ours.__dict__["__init__"]).__name__ == "function"
