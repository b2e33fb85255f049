"""loky, the executor inside joblib."""
import joblib
from joblib.externals import loky

import works


class Pool:
    def __init__(self, workers):
        self.executor = loky.get_reusable_executor(max_workers=workers, timeout=None)

    def submit(self, task, argument):
        return self.executor.submit(task, argument).result

    def list(self, task, items):
        return self.executor.map(task, items)

    def close(self):
        self.executor.shutdown(wait=True)


if __name__ == "__main__":
    works.main(f"{loky.__version__} (joblib {joblib.__version__})", Pool)
