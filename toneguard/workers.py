"""Several processes that lint at once, where there is enough to do that starting them pays.

Workers are forked from the run, so that they share its compiled rules. They are told paths and read the posts
themselves; back come findings without texts. Whatever a worker cannot do as the run would, it gives back, and the run
does it in its own turn: so reports, errors and their order are those of a run without workers.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toneguard.config import ConfigError
from toneguard.packs import PackError
from toneguard.records import dataclass, field
from toneguard.registry import Registry
from toneguard.remembered import Remembered
from toneguard.results import Results
from toneguard.settings import Settings
from toneguard.source import Source

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

# Measured on two cores: workers cost 0.1 s (forking, copies of the pages that they touch), and so do some 5,000
# characters; from 20,000 on a run with them is the faster one, and from here by more than a quarter.
ENOUGH_POSTS = 12
ENOUGH_TEXT = 30_000  # characters
MOST = 8  # processes, unless more are asked for
_FIRST = 4  # posts that the run lints itself before it forks, so that the rules are compiled once
_WINDOW = 512  # posts that are read before the first of them is reported
_BATCH = 8  # posts that a worker is told of at once
_DEEP = 2  # batches that a worker has, so that it need not wait for the next
_Order = list[tuple[str, int]]  # paths, and hashes of the texts that the run has read
_Answer = list[bytes | None]


def available() -> int:
    """Return how many processes may work at once: 1 where forking is not known to be safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


@dataclass
class _Post:
    """A post that is read ahead; it is `done` once its report is at hand, or the run is to lint it itself."""

    source: Source
    registry: Registry | None = None
    done: bool = False


@dataclass
class Ahead:
    """Reads posts ahead of a run, finds what is remembered of them, and lets workers lint the rest.

    Without a number of `jobs` workers are started only where they pay.
    """

    remembered: Remembered
    settings: Settings
    jobs: int = 0
    _line: deque[_Post] = field(default_factory=deque)
    _todo: deque[_Post] = field(default_factory=deque)
    _shared: dict[int, bool] = field(default_factory=dict)

    def __call__(self, sources: Iterator[Source]) -> Generator[Source, None, None]:
        """Yield the posts in their order, each when the run can go on with it."""
        if sys.platform != "linux" or threading.active_count() > 1 or (self.jobs or available()) < 2:
            yield from sources
            return
        crew = Crew(self.settings, self.remembered)
        try:
            for source in sources:
                self._take(source)
                if not crew.started and self._pays():
                    self._leave(_FIRST)
                    yield from self._done()
                    crew.start(self.jobs or available())
                while len(self._line) > _WINDOW:
                    self._advance(crew)
                    yield from self._done()
                if crew.started:
                    crew.feed(self._todo)
                    crew.collect(patience=0)
                yield from self._done()
            while self._line:
                self._advance(crew)
                yield from self._done()
        finally:
            crew.close()

    def _take(self, source: Source) -> None:
        """Put a post into the line; it is to be done unless it is known or not for workers."""
        post = _Post(source, done=True)
        self._line.append(post)
        try:
            post.registry = registry = self.settings.registry(source.folder)
        except (ConfigError, PackError):
            return  # the run comes to it in its own turn
        known = self.remembered.find(source, registry)
        if known is not None:
            self.remembered.ready(source, known)
        elif self._is_shared(registry):
            post.done = False
            self._todo.append(post)

    def _is_shared(self, registry: Registry) -> bool:
        """Tell whether workers may lint under a registry: guests, pipelines and open files are not for two."""
        if id(registry) not in self._shared:
            from toneguard.newsroom import furnished

            config = registry.config
            guests = config.plugins or config.ask_rewriter or config.pipelines
            self._shared[id(registry)] = not guests and not furnished(config, registry.cache)
        return self._shared[id(registry)]

    def _pays(self) -> bool:
        if self.jobs:
            return len(self._todo) > _FIRST
        return len(self._todo) >= ENOUGH_POSTS and sum(len(post.source.text) for post in self._todo) >= ENOUGH_TEXT

    def _leave(self, number: int) -> None:
        """Leave some posts to the run itself."""
        for _ in range(min(number, len(self._todo))):
            self._todo.popleft().done = True

    def _advance(self, crew: Crew) -> None:
        """Wait for workers, or where there are none leave a post to the run."""
        if crew.started:
            crew.feed(self._todo)
            crew.collect()
        else:
            self._leave(1)

    def _done(self) -> Iterator[Source]:
        """Yield the posts at the head of the line that are done."""
        while self._line and self._line[0].done:
            yield self._line.popleft().source


@dataclass
class _Worker:
    """A process, the way to it, and the batches that it was told of, the oldest first."""

    process: ForkProcess
    way: Connection[_Order, _Answer]
    batches: deque[list[_Post]] = field(default_factory=deque)


@dataclass
class Crew:
    """Workers, told of posts and asked for reports. What a worker gives back, or died over, is left to the run."""

    settings: Settings
    remembered: Remembered
    started: bool = False
    _workers: list[_Worker] = field(default_factory=list)

    def start(self, number: int) -> None:
        """Fork the workers; fewer where the system has no room for more."""
        from multiprocessing import get_context

        self.started = True
        context = get_context("fork")
        gc.freeze()  # so that a collection in a worker does not copy every page
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            for _ in range(number):
                here, there = context.Pipe()
                ours = [*(worker.way for worker in self._workers), here]
                process = context.Process(target=_work, args=(there, ours, self.settings), daemon=True)
                process.start()
                there.close()
                self._workers.append(_Worker(process, here))
        except OSError:
            here.close()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            gc.unfreeze()

    def feed(self, todo: deque[_Post]) -> None:
        """Tell workers of posts, as far as they have not enough of them; without workers leave all to the run."""
        for depth in range(_DEEP):
            for worker in tuple(self._workers):
                if todo and len(worker.batches) == depth:
                    size = min(_BATCH, -(-len(todo) // (len(self._workers) * (_DEEP - depth))))
                    self._tell(worker, [todo.popleft() for _ in range(size)])
        while todo and not self._workers:
            todo.popleft().done = True

    def _tell(self, worker: _Worker, batch: list[_Post]) -> None:
        worker.batches.append(batch)
        try:
            worker.way.send([(post.source.path, hash(post.source.text)) for post in batch])
        except OSError:
            self._lose(worker)

    def collect(self, patience: float | None = None) -> None:
        """Wait until a worker answers, or for so many seconds, and take what it says."""
        from multiprocessing.connection import wait

        busy = {worker.way: worker for worker in self._workers if worker.batches}
        for way in wait(list(busy), patience) if busy else ():
            worker = busy[way]  # type: ignore[index]
            try:
                answers = worker.way.recv()
            except (EOFError, OSError):
                self._lose(worker)
                continue
            for post, answer in zip(worker.batches.popleft(), answers, strict=True):
                if answer is not None and post.registry is not None:
                    self.remembered.learn(post.source, post.registry, answer)
                post.done = True

    def _lose(self, worker: _Worker) -> None:
        """Go on without a worker that is gone."""
        self._workers.remove(worker)
        worker.way.close()
        for post in (post for batch in worker.batches for post in batch):
            post.done = True

    def close(self) -> None:
        """Let the workers go; those that are still at work are ended."""
        for worker in self._workers:
            worker.way.close()
            if worker.batches:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


def _work(way: Connection[_Answer, _Order], ours: Sequence[Connection[_Order, _Answer]], settings: Settings) -> None:
    """Answer until the run hangs up, which it also does by dying."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run hears it, and ends its workers
    for other in ours:
        other.close()
    try:
        while True:
            way.send([_told(path, text, settings) for path, text in way.recv()])
    except (EOFError, OSError):
        return


def _told(path: str, text: int, settings: Settings) -> bytes | None:
    """Return the report on a post; None where the run has to see for itself."""
    from toneguard.lint import lint  # where all posts are remembered nobody needs it

    try:
        source = Source.read(Path(path), name=path)
        if hash(source.text) != text:  # it is not the file that is linted, or the file has changed
            return None
        registry = settings.registry(Path(path).parent)
        report = lint(source, registry, registry.config)
        return None if registry.problems else Results.written(report)
    except Exception:  # whatever it is, the run meets it in its own turn and says so
        return None
