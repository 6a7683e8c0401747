import { QueryObserver } from "@tanstack/react-query";
import { expect, onTestFinished, test } from "vitest";
import { createQueryClient, figuresKey, refreshFigures } from "./queries.ts";

test("what changes while figures are read for the first time is in the figures", async () => {
  const client = createQueryClient();
  let trades = 0;
  let answer = () => {};
  const queryFn = async () => {
    const read = trades;
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return read;
  };
  const observer = new QueryObserver(client, { queryKey: [...figuresKey, "trades"], queryFn });
  onTestFinished(observer.subscribe(() => {}));
  trades = 1;
  const refreshed = refreshFigures(client);
  answer();
  await expect.poll(() => observer.getCurrentResult().data).toBe(0);
  await expect.poll(() => observer.getCurrentResult().isFetching).toBe(true);
  answer();
  await refreshed;
  expect(observer.getCurrentResult().data).toBe(1);
});
