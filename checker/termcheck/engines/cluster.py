"""Workers on a Ray cluster, and what each of them has to do."""

import os
import sys
from collections import Counter, deque
from collections.abc import Container, Iterator
from contextlib import ExitStack, redirect_stdout
from typing import Any, Protocol

from termcheck.engines.checker import Work
from termcheck.errors import Problem, UsageError

_HOPELESS = 3
"""Times that each worker may die before any has done anything."""
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0", "RAY_DEDUP_LOGS": "1"}
"""Environment in which Ray reports to nobody and warns of nothing that is not at stake."""


class Task(Protocol):
    """What a worker is asked for."""

    @property
    def is_again(self) -> bool:
        """Whether a worker has died over it, so that it is to stand alone."""

    def start(self, worker: Any) -> Any:  # noqa: ANN401 - handles of Ray's
        """Ask a worker; returns its result to come."""


class Cluster:
    """The workers of one run; those that die are replaced."""

    def __init__(self, kind: type, work: Work, address: str | None, jobs: int) -> None:
        """Use the cluster at an address, or start one on this machine; ``kind``: of worker, made with the work."""
        for name, value in _QUIET.items():
            os.environ.setdefault(name, value)
        import ray

        self._ray: Any = ray
        self._aside = ExitStack()
        self._aside.enter_context(redirect_stdout(sys.stderr))  # Ray tells there of workers that died; results go there
        self._is_ours = not ray.is_initialized()
        if self._is_ours:
            try:
                _connect(ray, address, jobs)
            except UsageError:
                self._aside.close()
                raise
        self.count = jobs or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        """Workers, at most."""
        self._kind: Any = ray.remote(num_cpus=1)(kind)
        self._work = ray.put(work)
        self._workers: list[Any] = []
        self._tasks: dict[Any, tuple[Any, Task]] = {}
        """Result to come -> worker and task."""
        self._deaths = 0
        """Since a task was done."""

    @property
    def is_idle(self) -> bool:
        """Whether no worker has anything to do."""
        return not self._tasks

    def free(self, most: int, only: Container[Any] | None = None) -> Any:  # noqa: ANN401 - a handle of Ray's
        """A worker that has fewer than ``most`` tasks, and none that is done again; a new one while there are few.

        ``only``: the workers to choose from; without it, all.
        """
        load = Counter[int]()
        for worker, task in self._tasks.values():
            load[id(worker)] += most if task.is_again else 1
        candidates = [worker for worker in self._workers if only is None or worker in only]
        best = min(candidates, key=lambda worker: load[id(worker)], default=None)
        if best is not None and load[id(best)] == 0:
            return best
        if only is None and len(self._workers) < self.count:
            self._workers.append(self._kind.remote(self._work))
            return self._workers[-1]
        return best if best is not None and load[id(best)] < most else None

    def give(self, worker: Any, task: Task) -> None:  # noqa: ANN401 - as above
        """Hand a task to a worker."""
        self._tasks[task.start(worker)] = worker, task

    def give_alone(self, tasks: deque[Any]) -> None:
        """Hand out what is done again as far as workers have nothing else, so that nothing else dies with it."""
        while tasks and (worker := self.free(1)) is not None:
            self.give(worker, tasks.popleft())

    def taken(self) -> Iterator[tuple[Any, Task, Any]]:
        """Wait until tasks are done: the worker of each, and what it yielded, None where it died over it.

        Raises UsageError where workers die and die.
        """
        ready, _ = self._ray.wait(list(self._tasks), num_returns=1)
        for result in ready:
            worker, task = self._tasks.pop(result)
            try:
                yielded = self._ray.get(result)
            except self._ray.exceptions.RayActorError as error:
                self._mourn(worker, error)
                yield worker, task, None
            else:
                self._deaths = 0
                yield worker, task, yielded

    def close(self) -> None:
        """End the workers: at once where they are still at work."""
        for worker in self._workers:
            self._ray.kill(worker)
        self._workers.clear()
        self._tasks.clear()
        if self._is_ours:
            self._ray.shutdown()
        self._aside.close()

    def _mourn(self, worker: Any, error: Exception) -> None:  # noqa: ANN401 - as above
        if worker in self._workers:
            self._workers.remove(worker)
            self._deaths += 1
        if self._deaths > _HOPELESS * self.count:
            reason = " ".join(str(error).split())[:300]
            remedy = "install the same version of termcheck on all machines of the cluster, and give it memory"
            raise UsageError(Problem(f"the workers of the cluster die: {reason}", "--engine", remedy))


def _connect(ray: Any, address: str | None, jobs: int) -> None:  # noqa: ANN401 - the module
    how: dict[str, object] = {"log_to_driver": False, "logging_level": "ERROR"}
    if address or os.environ.get("RAY_ADDRESS"):
        how["address"] = address
    else:
        how.update(num_cpus=jobs or None, include_dashboard=False)
    try:
        ray.init(**how)
    except (ConnectionError, ValueError, RuntimeError, OSError) as error:
        reason = " ".join(str(error).split())[:300]
        remedy = "check the address, and that the cluster runs"
        raise UsageError(Problem(f"the Ray cluster cannot be used: {reason}", address or "--engine", remedy)) from error
