"""multiprocessing.Pool; its map cuts a list into chunks by itself."""
import multiprocessing
import platform

import works


class Pool:
    def __init__(self, workers):
        self.pool = multiprocessing.Pool(workers)

    def submit(self, task, argument):
        return self.pool.apply_async(task, (argument,)).get

    def list(self, task, items):
        return self.pool.map(task, items)

    def close(self):
        self.pool.close()
        self.pool.join()


if __name__ == "__main__":
    works.main(platform.python_version(), Pool)
