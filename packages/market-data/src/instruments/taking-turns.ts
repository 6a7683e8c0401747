/** Milliseconds of work after which others have their turn. */
const atOnce = 5;

/** Gives a function to call between two pieces of long work: once in a while it lets ticks, timers and pages go first. */
export function takingTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < atOnce) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
