'use strict';
// The tasks, as a worker of workerpool registers them.
require('workerpool').worker(require('./tasks.cjs'));
