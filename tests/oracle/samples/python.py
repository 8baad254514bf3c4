#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Module docs: >>> add(1, 2)
3
"""
from __future__ import annotations
import os, sys as system
from typing import (Any, Callable,
                    Optional as Opt)

MAX: int = 0xFF_FF
RATE = 1.5e-3 + 3j + 0b101 + 0o17 + .5


@dataclass(frozen=True)
class Point(Base, metaclass=Meta):
    r"""Raw \d docstring."""
    x: float = 0.0
    __slots__ = ("x", 'y')

    def __init__(self, x, /, y=None, *args: int, z: str = "a", **kw) -> None:
        super().__init__()
        self.x, self._y = x, y or [i ** 2 for i in range(10) if i % 2 == 0]

    @property
    def norm(self) -> float:
        return (self.x ** 2 + self._y @ self._y) // 1

    async def run(self, *, timeout=None):
        async with lock as l, open("f") as f:
            async for item in stream():
                yield await item
        return {k: v for k, v in zip("ab", (1, 2))}, {1, 2}, lambda a, *b, c=1: a + c


def strings(name):
    a = f"hello {name!r:>{10}} {{literal}} {1 + 2:.2f} {d['key']} \n"
    b = rb'bytes \x00 \d' + b"\x41"
    c = f'''multi
    {name.upper() if name else "none"}
    ''' + """triple "quoted" \u00e9 \N{BULLET}"""
    d = "%s is %-5d %(name)s" % (a, 5)
    e = "{0} {key:>10} {}".format(1, key=2)
    g = re.compile(r"(?P<year>\d{4})-[a-z]+(?#comment)$")
    return a, \
        b


def control(x: Opt[int] = None) -> Callable[..., Any]:
    global MAX
    match x:
        case [1, 2, *rest] if rest:
            pass
        case {"k": v, **others} | Point(x=0):
            print(v, file=system.stderr)
        case _:
            raise ValueError(f"bad {x}") from None
    try:
        assert x is not None and x not in (1, 2), "message"
    except (OSError, KeyError) as exc:
        del exc
    except* TypeError:
        ...
    else:
        x <<= 2; x |= ~1
    finally:
        nonlocal_ = x if x != 3 else not x
    while True:
        if (n := len("abc")) > 2:
            break
        elif n <= 1: continue
    with suppress(Exception): pass
    print("no newline", end='', sep="")  # TODO: fix
    return type


if __name__ == "__main__":
    control(int(sys.argv[1]) if len(sys.argv) > 1 else None)
    type Alias[T] = list[T]
    "unterminated
    exec("print('x')"); print(0777, 1_000, 0xg)
