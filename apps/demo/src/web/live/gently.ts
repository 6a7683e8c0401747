/**
 * Makes a function that can be called at any rate: what it does comes `gather` milliseconds after the first call, and not before
 * `apart` milliseconds have passed since the last time. `cancel` forgets what is waiting.
 */
export function gently(
  act: () => void,
  { gather, apart }: { readonly gather: number; readonly apart: number },
): { readonly call: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    call() {
      if (timer !== undefined) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          act();
        },
        Math.max(gather, last + apart - Date.now()),
      );
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
