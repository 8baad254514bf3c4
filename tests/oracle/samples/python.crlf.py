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

