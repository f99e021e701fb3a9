"""Dataclasses that cost nothing before one is made.

`dataclasses` compiles half a dozen functions for every class, and loads what reads source code: a quarter of what a
hook waits for, though most classes are never made in its run. Here `__init__` is compiled when it is first asked for,
and the other methods are closures. To type checkers they are dataclasses, and `dataclasses.fields` and its like take
them for what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter, eq, ge, gt, le, lt
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any


class _Missing:
    def __repr__(self) -> str:
        return "<factory>"  # what the signature of a class shows


_MISSING: Any = _Missing()
_FEW = 4  # objects of a class, for which nothing is compiled
_ORDERS = (("__eq__", eq), ("__lt__", lt), ("__le__", le), ("__gt__", gt), ("__ge__", ge))
_TOLD = ("__dataclass_fields__", "__dataclass_params__")


class _Field:
    """A field, or what stands for it in a class body: see `dataclasses.field`."""

    __slots__ = ("compare", "default", "factory", "hash", "init", "repr", "stated")

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Any = _MISSING,
        init: bool = True,
        repr: bool = True,
        hash: bool = True,
        compare: bool = True,
    ) -> None:
        self.default, self.factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.stated = ""  # the type, as it is written


def _dataclass(
    cls: Any = None, /, *, frozen: bool = False, slots: bool = False, order: bool = False, eq: bool = True
) -> Any:
    """See `dataclasses.dataclass`."""
    return _made(cls, frozen, slots, order, eq) if cls else lambda cls: _made(cls, frozen, slots, order, eq)


def _replace(one: Any, /, **changes: Any) -> Any:
    """See `dataclasses.replace`."""
    for name, field in one._record.items():
        if field.init and name not in changes:
            changes[name] = getattr(one, name)
    return one.__class__(**changes)


def _made(cls: Any, frozen: bool, slots: bool, order: bool, eq: bool) -> Any:
    own = _own_fields(cls)
    inherited = (getattr(base, "_record", {}) for base in cls.__mro__[:0:-1])
    fields: dict[str, _Field] = {name: field for known in inherited for name, field in known.items()} | own
    if slots:
        cls = _slotted(cls, own)
    cls._record = fields
    told: dict[str, Any] = {name: _Told(cls, name, {"frozen": frozen, "order": order, "eq": eq}) for name in _TOLD}
    told["__match_args__"] = tuple(name for name, field in fields.items() if field.init)
    for name, value in told.items():
        setattr(cls, name, value)
    hashed = cls.__dict__.get("__hash__") is not None
    for name, method in _methods(cls, fields, frozen, order, eq).items():
        if (name == "__hash__" and not hashed) or name not in cls.__dict__:
            setattr(cls, name, method)
    return cls


def _own_fields(cls: Any) -> dict[str, _Field]:
    """Return the fields that a class itself states; of their defaults those that are values stay in the class."""
    found = {}
    for name, stated in cls.__dict__.get("__annotations__", {}).items():  # noqa: RUF063 - `inspect` loads slowly
        if stated.startswith("ClassVar"):
            continue
        default = cls.__dict__.get(name, _MISSING)
        found[name] = field = default if isinstance(default, _Field) else _Field(default=default)
        field.stated = stated
        if field is default:
            delattr(cls, name)
            if field.default is not _MISSING:
                setattr(cls, name, field.default)
    return found


def _slotted(cls: Any, own: Mapping[str, _Field]) -> Any:
    """Return a class again, with slots for its fields."""
    namespace = {name: value for name, value in cls.__dict__.items() if name not in own}
    namespace["__slots__"] = tuple(own)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def _methods(cls: Any, fields: Mapping[str, _Field], frozen: bool, order: bool, eq: bool) -> dict[str, Any]:
    """Return what a dataclass can do."""
    key = _key([name for name, field in fields.items() if field.compare])
    hashed = _key([name for name, field in fields.items() if field.compare and field.hash])
    found: dict[str, Any] = {
        "__init__": _Init(cls, frozen),
        "__repr__": _shown([name for name, field in fields.items() if field.repr]),
    }
    if eq:
        found |= {name: _compared(key, call) for name, call in (_ORDERS if order else _ORDERS[:1])}
        found["__hash__"] = (lambda self: hash(hashed(self))) if frozen else None
    if frozen:
        found |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if "__slots__" in cls.__dict__:
            found |= {"__getstate__": _state, "__setstate__": _put_state}
    return found


def _shown(names: list[str]) -> Callable[[Any], str]:
    @recursive_repr()
    def shown(self: Any) -> str:
        values = [f"{name}={getattr(self, name)!r}" for name in names]
        return f"{self.__class__.__qualname__}({', '.join(values)})"

    return shown


def _key(names: list[str]) -> Callable[[Any], Any]:
    """Return what an object is compared by."""
    return attrgetter(*names) if names else lambda _: ()


def _compared(key: Callable[[Any], Any], call: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compared(self: Any, other: Any) -> Any:
        return call(key(self), key(other)) if other.__class__ is self.__class__ else NotImplemented

    return compared


def _refuse(self: Any, name: str, *_: Any) -> None:
    """Change nothing in a frozen object."""
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self._record]


def _put_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self._record, state, strict=True):
        object.__setattr__(self, name, value)


class _Init:
    """Stands for the `__init__` of a class until several were made of it, or somebody asks for it."""

    def __init__(self, cls: Any, frozen: bool) -> None:
        self.cls, self.frozen = cls, frozen
        self._made = 0

    def __get__(self, one: Any, owner: Any = None) -> Any:
        self._made += 1
        if one is not None and self._made <= _FEW:
            return partial(self._fill, one)
        self.cls.__init__ = made = _init(self.cls, self.frozen)
        return made if one is None else made.__get__(one, owner)

    def _fill(self, one: Any, *values: Any, **named: Any) -> None:
        """Do what the compiled function would; what it would not take is left to it, and to what it says of that."""
        fields = self.cls._record
        given = dict(zip((name for name, field in fields.items() if field.init), values, strict=False))
        known = {name for name, field in fields.items() if field.init and name not in given}
        needed = {name for name in known if fields[name].default is _MISSING is fields[name].factory}
        if len(given) < len(values) or not needed <= named.keys() <= known:
            _init(self.cls, self.frozen)(one, *values, **named)
            return
        given |= named
        for name, field in fields.items():
            value = field.factory() if field.factory is not _MISSING and name not in given else field.default
            object.__setattr__(one, name, given.get(name, value))
        if hasattr(one, "__post_init__"):
            one.__post_init__()


def _init(cls: Any, frozen: bool) -> Any:
    """Compile the `__init__` of a class."""
    names: dict[str, Any] = {"_MISSING": _MISSING, "_set": object.__setattr__}
    slots = "__slots__" in cls.__dict__
    stated, body = ["self"], list[str]()
    for name, field in cls._record.items():
        value = name
        if field.factory is not _MISSING:
            names[f"_new_{name}"] = field.factory
            value = f"_new_{name}() if {name} is _MISSING else {name}" if field.init else f"_new_{name}()"
            stated += [f"{name}=_MISSING"] if field.init else []
        elif field.default is not _MISSING:
            names[f"_is_{name}"] = field.default
            stated.append(f"{name}=_is_{name}")
        else:
            stated.append(name)
        if frozen and slots:
            names[f"_set_{name}"] = getattr(cls, name).__set__
            body.append(f"_set_{name}(self, {value})")
        else:
            body.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    source = f"def __init__({', '.join(stated)}):\n " + "\n ".join(body or ["pass"])
    exec(source, names)
    made = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


class _Told:
    """What `dataclasses` wants to know of a class, which it works out itself, of a class like it."""

    def __init__(self, cls: Any, name: str, options: Mapping[str, bool]) -> None:
        self.cls, self.name, self.options = cls, name, options

    def __get__(self, one: Any, owner: Any = None) -> Any:
        import dataclasses

        body = {"__module__": self.cls.__module__, "__annotations__": {}}
        for name, field in self.cls._record.items():
            given = {"default": field.default, "default_factory": field.factory}
            given = {key: value for key, value in given.items() if value is not _MISSING}
            body["__annotations__"][name] = field.stated
            given |= {key: getattr(field, key) for key in ("init", "repr", "hash", "compare")}
            body[name] = dataclasses.field(**given)
        made: Any = dataclasses.dataclass(**self.options)(type(self.cls.__name__, (), body))
        for name in _TOLD:
            setattr(self.cls, name, getattr(made, name))
        return getattr(self.cls, self.name)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _Field, _replace
