import { lowerQuartile } from "./statistics.mjs";

/** Microseconds that this process has computed. Other processes on the machine do not count, unlike in wall time. */
export function cpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

const WARM_UP = 250_000;
const WINDOW = 10_000;
const WINDOWS = 40;

/**
 * CPU nanoseconds of a call, after a quarter of a second to warm up: the lower quartile of forty windows of at least 10 ms. What
 * else runs on the machine takes caches and memory away and can only make a window longer.
 */
export function nanosecondsOf(call) {
  let calls = 0;
  const begun = cpu();
  while (cpu() - begun < WARM_UP) {
    call();
    calls += 1;
  }
  const batch = Math.max(1, Math.floor((calls * WINDOW) / WARM_UP / 10));
  const windows = Array.from({ length: WINDOWS }, () => {
    const start = cpu();
    let count = 0;
    let end = start;
    while (end - start < WINDOW) {
      for (let index = 0; index < batch; index += 1) call();
      count += batch;
      end = cpu();
    }
    return ((end - start) * 1_000) / count;
  });
  return lowerQuartile(windows);
}

/** The longest of some calls, CPU milliseconds: how long one of them keeps everything else waiting. */
export function longestOf(call) {
  let longest = 0;
  const begun = cpu();
  for (let count = 0; count < 10 || (count < 500 && cpu() - begun < 300_000); count += 1) {
    const start = cpu();
    call();
    longest = Math.max(longest, cpu() - start);
  }
  return longest / 1_000;
}

/**
 * Bytes that a call allocates, on the heap and in buffers. The process needs a young generation that takes many calls: samples in
 * which the collector ran are left out.
 */
export function bytesOf(call, calls) {
  const begun = cpu();
  while (cpu() - begun < 2 * WARM_UP) call();
  const samples = [];
  for (let sample = 0; sample < 25; sample += 1) {
    const before = process.memoryUsage();
    for (let count = 0; count < calls; count += 1) call();
    const after = process.memoryUsage();
    samples.push((after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / calls);
  }
  return lowerQuartile(samples.filter((bytes) => bytes >= 0));
}
