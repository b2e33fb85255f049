'use strict';
// The tasks, for the pools that load a module of functions.

const inc = (x) => x + 1;

const echo = (data) => data;

function burn(rounds) {
  let x = 1;
  for (let i = 0; i < rounds; i++) {
    x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
  }
  return x;
}

function nap(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  return milliseconds;
}

module.exports = { inc, echo, burn, nap };
