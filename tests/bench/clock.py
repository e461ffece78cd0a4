"""Measuring: process CPU time, in processes of their own where what is known must not carry over."""

import gc
import os
import pickle
import select
import signal
import statistics
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from typing import BinaryIO, ParamSpec, TypeVar

_P = ParamSpec("_P")
_Made = TypeVar("_Made")


def cpu(call: Callable[[], object]) -> float:
    """CPU seconds of this process for one call. Garbage is collected before it, and not in it."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        call()
        return time.process_time() - begun
    finally:
        gc.enable()


def apart(function: Callable[_P, _Made], *args: _P.args, **kwargs: _P.kwargs) -> _Made:
    """What the function returns in a copy of this process; nothing that it learns or loads stays here.

    Raises RuntimeError with the copy's traceback where it fails.
    """
    return within(None, lambda: function(*args, **kwargs))


def within(seconds: float | None, call: Callable[[], _Made]) -> _Made:
    """The same, in so many seconds of wall time; raises TimeoutError, and ends all that was begun, where they pass."""
    reading, writing = os.pipe()
    gc.freeze()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        if seconds is not None:
            os.setsid()  # a group of its own, with whatever it starts
        _answer(writing, call)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        try:
            data = _read(pipe, seconds)
        except BaseException:
            stop = os.kill if seconds is None else os.killpg
            stop(child, signal.SIGKILL)
            raise
        finally:
            os.waitpid(child, 0)
    if not data:
        raise RuntimeError("a measuring process ended without an answer: out of memory?")
    is_made, made = pickle.loads(data)  # noqa: S301 - from our own child
    if not is_made:
        raise RuntimeError(made)
    result: _Made = made
    return result


def _read(pipe: BinaryIO, seconds: float | None) -> bytes:
    if seconds is not None and not select.select([pipe], [], [], seconds)[0]:
        raise TimeoutError
    return pipe.read()


def _answer(pipe: int, call: Callable[[], object]) -> None:
    try:
        answer: tuple[bool, object] = (True, call())
    except BaseException:  # noqa: BLE001 - the parent raises it
        answer = (False, traceback.format_exc())
    with os.fdopen(pipe, "wb") as stream:
        pickle.dump(answer, stream)
    os._exit(0)


def fitting(sizes: Sequence[int], work: Callable[[int, int], object], seconds: float) -> int:
    """How many of the articles (given by their sizes) ``work(first, last)`` gets through in so many CPU seconds.

    Tries 2, then 4 times as many, and so on; at least 2, at most all.
    """
    done, step, spent = 0, 2, 0.0
    while done < len(sizes) and spent < seconds / 2:
        last = min(len(sizes), done + step)
        took = cpu(lambda first=done, last=last: work(first, last))  # type: ignore[misc]
        spent += took
        rate = sum(sizes[done:last]) / max(took, 1e-9)
        done, step = last, step * 4
    reached, count = 0, 0
    while count < len(sizes) and (count < 2 or reached < rate * seconds):
        reached += sizes[count]
        count += 1
    return count


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)
