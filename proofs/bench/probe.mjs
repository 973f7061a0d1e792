// Loaded before the framework into a process that is measured. Plain JavaScript: stripping types would cost memory here.
import { readFileSync } from 'node:fs';
import { GCProfiler, getHeapStatistics } from 'node:v8';

const profiler = new GCProfiler();
profiler.start();

/** Bytes: the most that was in use when the collector looked. */
function peakHeap() {
  const seen = profiler.stop()?.statistics ?? [];
  profiler.start();
  return Math.max(
    getHeapStatistics().used_heap_size,
    ...seen.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize),
  );
}

/** Bytes. What the system itself says of the fullest moment; `maxRSS` would tell of the process this one was forked from. */
function peakRss() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuSeconds: (user + system) / 1e6,
    peakRss: peakRss(),
    peakHeap: peakHeap(),
  });
});
// The channel alone keeps nothing alive.
process.channel?.unref();
