import { expect, test } from "vitest";
import { FakeClock } from "../testing/fake-clock.ts";
import type { ConnectionState, TickerState, TickerStatus } from "../ticker-api.ts";
import { StateWatch } from "./state-watch.ts";

function watching() {
  const clock = new FakeClock();
  const told: TickerState[] = [];
  return { clock, told, watch: new StateWatch(clock, (state) => told.push(state)) };
}

const connections = (...statuses: TickerStatus[]): ConnectionState[] =>
  statuses.map((status) => ({
    status,
    reason: status === "live" ? undefined : "network",
    detail: undefined,
    since: new Date(0),
    instruments: 0,
    failures: 0,
    retryAt: undefined,
  }));

test.each([
  [[], "idle"],
  [["live"], "live"],
  [["live", "live", "live"], "live"],
  [["live", "connecting"], "connecting"],
  [["connecting", "stale", "live"], "stale"],
  [["live", "stale", "reconnecting"], "reconnecting"],
] as [TickerStatus[], TickerStatus][])("%j together are %s", (statuses, status) => {
  const { watch } = watching();
  watch.update(connections(...statuses));
  expect(watch.state).toMatchObject({ status, reason: status === "live" || status === "idle" ? undefined : "network" });
});

test("tells of every change, and since when the status is what it is", () => {
  const { clock, told, watch } = watching();
  clock.pass(1_000);
  watch.update(connections("connecting"));
  clock.pass(1_000);
  watch.update(connections("connecting"));
  clock.pass(1_000);
  watch.update(connections("live"));
  const begun = clock.offset;
  expect(told.map(({ status, since }) => [status, Number(since) - begun])).toEqual([
    ["connecting", 1_000],
    ["connecting", 1_000],
    ["live", 3_000],
  ]);
});

test("waits for life, and gives up when there is none any more", async () => {
  const { watch } = watching();
  const first = watch.whenLive();
  watch.update(connections("live"));
  await first;
  await watch.whenLive();
  watch.update(connections("reconnecting"));
  const second = watch.whenLive();
  watch.close({ reason: "asked", detail: "enough" }, () => watch.update(connections("live")));
  await expect(second).rejects.toThrow("ticker: the ticker is closed (enough)");
  await expect(watch.whenLive()).rejects.toMatchObject({ code: "Aborted" });
  expect(watch.state).toMatchObject({ status: "closed", reason: "asked", connections: [] });
});
