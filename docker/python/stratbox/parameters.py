"""A strategy's parameters. The twin of shared/strategy/parameters.ts."""

from typing import Any, Iterator, Mapping

from .plain_number import finite_number


class Parameters(Mapping):
    """Read by name in both ways: `parameters.fast` and `parameters["fast"]`."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, Any]):
        object.__setattr__(self, "_values", values)

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            names = ", ".join(self._values) or "none"
            raise AttributeError(
                f'There is no parameter "{name}"; the strategy has: {names}'
            ) from None

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f'The parameter "{name}" is given by the run and cannot be changed')

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def resolve_parameters(definitions: Any, given: Mapping[str, Any]) -> Parameters:
    """The values a run uses: each definition's default unless the run gives another.

    Raises ValueError that names the parameter, for unknown names and values outside the definition.
    """
    known = {} if definitions is None else definitions
    for name in given:
        if name not in known:
            names = ", ".join(known) or "none"
            raise ValueError(f'There is no parameter "{name}"; the strategy has: {names}')
    return Parameters(
        {
            name: _checked(name, definition, given.get(name, definition["default"]))
            for name, definition in known.items()
        }
    )


def _checked(name: str, definition: Mapping[str, Any], value: Any) -> Any:
    kind = definition["type"]
    if kind == "boolean":
        return value if isinstance(value, bool) else _fail(name, value, "true or false")
    if kind == "text":
        return value if isinstance(value, str) else _fail(name, value, "a text")
    if kind not in ("integer", "number"):
        _fail(name, value, "of type integer, number, boolean or text")
    number = finite_number(value)
    if number is None:
        _fail(name, value, "a finite number")
    if kind == "integer" and not number.is_integer():
        _fail(name, value, "a whole number")
    for word, bound, breaks in (
        ("least", definition.get("minimum"), lambda limit: number < limit),
        ("most", definition.get("maximum"), lambda limit: number > limit),
    ):
        if bound is not None and breaks(bound):
            _fail(name, value, f"at {word} {bound}")
    return int(number) if kind == "integer" else number


def _fail(name: str, value: Any, wanted: str) -> None:
    raise ValueError(f'Parameter "{name}" is {value}; it must be {wanted}')
