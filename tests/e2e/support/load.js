import { monitorEventLoopDelay } from "node:perf_hooks";

/** Milliseconds between two looks at how busy the machine is. */
const RESOLUTION = 5;

/** Does something, and tells by how many milliseconds the machine kept another process waiting meanwhile. */
export async function underLoad(act) {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
  loop.enable();
  const result = await act();
  loop.disable();
  return { result, load: Math.max(loop.max / 1e6 - RESOLUTION, 0) };
}
