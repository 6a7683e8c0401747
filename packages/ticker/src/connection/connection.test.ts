import { expect, test } from "vitest";
import { FakeClock } from "../testing/fake-clock.ts";
import { heartbeat } from "../testing/frames.ts";
import { type ScriptedSocket, scriptedSockets } from "../testing/scripted-socket.ts";
import { Connection } from "./connection.ts";
import type { ConnectionHost } from "./connection-host.ts";

function connecting(overrides: Partial<ConnectionHost> = {}) {
  const clock = new FakeClock();
  const { sockets, openSocket } = scriptedSockets();
  const told: string[] = [];
  const account = { address: "ws://here/?token=one" as string | undefined };
  const connection = new Connection({
    clock,
    random: () => 0.5,
    openSocket,
    limits: {
      connectTimeout: 7_000,
      silence: 5_000,
      backoff: { first: 1_000, longest: 60_000 },
      maxRetries: Number.POSITIVE_INFINITY,
    },
    address: () => account.address,
    changed: () => {
      const { status, reason } = connection.state(0);
      told.push(reason ? `${status} (${reason})` : status);
    },
    opened: () => told.push("opened"),
    binary: () => told.push("binary"),
    text: (message) => told.push(`text ${message}`),
    lost: ({ reason }, wasOpen) => told.push(`lost (${reason}${wasOpen ? ", was open" : ""})`),
    exhausted: ({ reason }) => told.push(`exhausted (${reason})`),
    ...overrides,
  });
  const last = () => sockets.at(-1) as ScriptedSocket;
  return { account, clock, connection, last, sockets, told };
}

test("begins idle, connects once however often it is started, and is live when the handshake is done", () => {
  const { connection, last, sockets, told } = connecting();
  expect(connection.state(7)).toMatchObject({ status: "idle", reason: undefined, instruments: 7, failures: 0 });
  connection.start();
  connection.start();
  expect(sockets.map(({ address }) => address)).toEqual(["ws://here/?token=one"]);
  last().opened();
  expect(told).toEqual(["connecting", "opened", "live"]);
});

test("sends while it is open and never before", () => {
  const { connection, last } = connecting();
  connection.start();
  connection.send("too early");
  last().opened();
  connection.send("hello");
  expect(last().sent).toEqual(["hello"]);
});

test("a handshake without an answer is given up at the connect timeout, and tried again after a pause", () => {
  const { clock, connection, sockets, told } = connecting();
  connection.start();
  clock.pass(7_000);
  expect(sockets[0]?.isDropped).toBe(true);
  expect(told).toEqual(["connecting", "lost (network)", "reconnecting (network)"]);
  expect(connection.state(0).retryAt).toEqual(new Date(clock.date() + 500));
  clock.pass(499);
  expect(sockets).toHaveLength(1);
  clock.pass(1);
  expect(sockets).toHaveLength(2);
  expect(connection.state(0)).toMatchObject({
    status: "reconnecting",
    reason: "network",
    failures: 1,
    retryAt: undefined,
  });
});

test("pauses grow with each failure in a row", () => {
  const { clock, connection, last, sockets } = connecting();
  connection.start();
  const pauses = [1, 2, 3, 4].map(() => {
    const tries = sockets.length;
    last().ended({ code: 1006, problem: "ECONNREFUSED" });
    const begun = clock.now();
    while (sockets.length === tries) clock.pass(100);
    return clock.now() - begun;
  });
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000]);
  expect(connection.state(0)).toMatchObject({ detail: "ECONNREFUSED", failures: 4 });
});

test("ten seconds of life make earlier failures history, a shorter life does not", () => {
  const { clock, connection, last } = connecting();
  connection.start();
  last().ended({ status: 503 });
  clock.pass(500);
  last().opened();
  clock.pass(3_000);
  last().ended({ code: 1006 });
  expect(connection.state(0).failures).toBe(2);
  clock.pass(1_000);
  last().opened();
  for (let second = 0; second < 10; second += 1) {
    last().binary(heartbeat);
    clock.pass(1_000);
  }
  expect(connection.state(0).failures).toBe(0);
  last().ended({ code: 1006 });
  expect(connection.state(0).failures).toBe(1);
});

test("silence makes it stale at the limit; a fifth later it is given up, and comes back", () => {
  const { clock, connection, last, sockets, told } = connecting();
  connection.start();
  last().opened();
  clock.pass(4_000);
  last().binary(heartbeat);
  clock.pass(4_999);
  expect(connection.state(0).status).toBe("live");
  clock.pass(1);
  expect(connection.state(0)).toMatchObject({ status: "stale", reason: "idle", detail: "no frame for 5000 ms" });
  clock.pass(1_000);
  expect(sockets[0]?.isDropped).toBe(true);
  expect(told.slice(-2)).toEqual(["lost (idle, was open)", "reconnecting (idle)"]);
  clock.pass(500);
  last().opened();
  expect(connection.state(0)).toMatchObject({ status: "live", reason: undefined, detail: undefined });
});

test.each([
  ["a heartbeat", (socket: ScriptedSocket) => socket.binary(heartbeat)],
  ["a text", (socket: ScriptedSocket) => socket.text("{}")],
  ["a ping", (socket: ScriptedSocket) => socket.alive()],
])("%s is a sign of life, also for a stale connection", (_name, live) => {
  const { clock, connection, last, sockets } = connecting();
  connection.start();
  last().opened();
  for (let round = 0; round < 3; round += 1) {
    clock.pass(5_500);
    expect(connection.state(0).status).toBe("stale");
    live(last());
    expect(connection.state(0).status).toBe("live");
  }
  expect(sockets).toHaveLength(1);
});

test("a corrected wall clock hides no silence", () => {
  const { clock, connection, last } = connecting();
  connection.start();
  last().opened();
  clock.offset -= 3_600_000;
  clock.pass(5_000);
  expect(connection.state(0).status).toBe("stale");
});

test("without a token it waits for one, without a timer, and tries when it is woken", () => {
  const { account, clock, connection, sockets, told } = connecting();
  account.address = undefined;
  connection.start();
  expect(told).toEqual(["connecting (auth)"]);
  expect(clock.waiting).toBe(0);
  account.address = "ws://here/?token=two";
  connection.wake();
  expect(sockets.map(({ address }) => address)).toEqual(["ws://here/?token=two"]);
});

test("a token that is refused is not tried again", () => {
  const { account, clock, connection, last, sockets, told } = connecting({
    lost: () => {
      account.address = undefined;
    },
  });
  connection.start();
  last().ended({ status: 403 });
  clock.pass(3_600_000);
  expect(sockets).toHaveLength(1);
  expect(told).toEqual(["connecting", "reconnecting (auth)"]);
});

test("a new token replaces the connection at once; the same one changes nothing", () => {
  const { account, connection, last, sockets, told } = connecting();
  connection.start();
  last().opened();
  connection.wake();
  expect(sockets).toHaveLength(1);
  account.address = "ws://here/?token=two";
  connection.wake();
  expect(sockets.map(({ isDropped }) => isDropped)).toEqual([true, false]);
  expect(told.slice(-2)).toEqual(["lost (auth, was open)", "reconnecting (auth)"]);
});

test("a token that is replaced during the handshake was not refused", () => {
  const { account, connection, last, sockets, told } = connecting();
  connection.start();
  account.address = "ws://here/?token=two";
  connection.wake();
  expect(sockets.map(({ isDropped }) => isDropped)).toEqual([true, false]);
  last().opened();
  expect(told).toEqual(["connecting", "connecting", "opened", "live"]);
});

test("a new token ends the wait for the next try", () => {
  const { account, connection, last, sockets } = connecting();
  connection.start();
  last().ended({ status: 429 });
  account.address = "ws://here/?token=two";
  connection.wake();
  expect(sockets).toHaveLength(2);
});

test("gives up when the retries are used up, and says so once", () => {
  const { clock, connection, last, told } = connecting({
    limits: { connectTimeout: 7_000, silence: 5_000, backoff: { first: 10, longest: 10 }, maxRetries: 2 },
  });
  connection.start();
  for (let failure = 0; failure < 3; failure += 1) {
    last().ended({ status: 500 });
    clock.pass(10);
  }
  expect(told.filter((line) => line.startsWith("exhausted"))).toEqual(["exhausted (server)"]);
  expect(clock.waiting).toBe(0);
});

test("stops at any moment: no timer is left, and what the socket says after that is not heard", () => {
  for (const until of ["connecting", "live", "stale", "pausing"]) {
    const { clock, connection, last, sockets, told } = connecting();
    connection.start();
    if (until === "pausing") last().ended({ status: 502 });
    else if (until !== "connecting") last().opened();
    if (until === "stale") clock.pass(5_100);
    connection.stop("closed", { reason: "asked", detail: "over" });
    const before = told.length;
    last().opened();
    last().binary(heartbeat);
    last().ended({ code: 1006 });
    connection.start();
    connection.wake();
    expect(told.slice(before), until).toEqual([]);
    expect(clock.waiting, until).toBe(0);
    expect(sockets, until).toHaveLength(1);
    expect(connection.state(0)).toMatchObject({ status: "closed", reason: "asked" });
  }
});

test("one that was only not needed can be started again, as if it were the first time", () => {
  const { connection, last, told } = connecting();
  connection.start();
  last().opened();
  connection.stop("idle", { reason: "asked", detail: "not needed" });
  connection.start();
  expect(told).toEqual(["connecting", "opened", "live", "idle (asked)", "connecting"]);
});

test.each(["changed", "opened", "lost"] as const)("may be stopped by who hears of `%s`", (event) => {
  const stop = () => connection.stop("closed", { reason: "asked", detail: "over" });
  let isStopped = false;
  const { clock, connection, last, sockets } = connecting({
    [event]: () => {
      if (isStopped) return;
      isStopped = true;
      stop();
    },
  });
  connection.start();
  if (sockets.length > 0) {
    last().opened();
    last().ended({ code: 1006 });
  }
  clock.pass(600_000);
  expect(connection.state(0).status).toBe("closed");
  expect(sockets.filter(({ isDropped }) => !isDropped)).toEqual([]);
  expect(clock.waiting).toBe(0);
});

test("a platform that refuses to open a socket is a failure like any other; its words, which hold the address, are not told", () => {
  const { connection } = connecting({
    openSocket: (address) => {
      throw new DOMException(`'${address}' is not allowed here`, "SecurityError");
    },
  });
  connection.start();
  expect(connection.state(0)).toMatchObject({ status: "reconnecting", reason: "network", detail: "SecurityError" });
});
