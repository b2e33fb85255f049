"""concurrent.futures.ProcessPoolExecutor."""
import platform
from concurrent.futures import ProcessPoolExecutor

import works


class Pool:
    def __init__(self, workers):
        self.executor = ProcessPoolExecutor(workers)

    def submit(self, task, argument):
        return self.executor.submit(task, argument).result

    def list(self, task, items):
        return self.executor.map(task, items)

    def close(self):
        self.executor.shutdown()


if __name__ == "__main__":
    works.main(platform.python_version(), Pool)
