import fc from "fast-check";
import { expect, test } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { serveStream } from "./testing/stream-server.ts";
import { tickerOn } from "./testing/ticker-on.ts";
import type { Mode, Subscription } from "./ticker-api.ts";

const connections = 3;
const perConnection = 4;

type Step =
  | { readonly do: "subscribe" | "unsubscribe"; readonly tokens: number[]; readonly mode: Mode }
  | { readonly do: "setMode"; readonly tokens: number[]; readonly mode: Mode }
  | { readonly do: "close" | "handle"; readonly which: number; readonly mode: Mode }
  | { readonly do: "cut" | "kill one" | "turn" | "wait" };

const mode = fc.constantFrom<Mode>("ltp", "quote", "full");
const tokens = fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 9 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("subscribe" as const), tokens, mode }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("unsubscribe" as const), tokens, mode }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("setMode" as const), tokens, mode }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("close" as const), which: fc.nat(20), mode }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("handle" as const), which: fc.nat(20), mode }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("cut" as const, "kill one" as const, "turn" as const, "wait" as const),
    }),
  },
);

const modes: readonly Mode[] = ["ltp", "quote", "full"];

/** What should be subscribed, written down as plainly as possible: who asks for what. */
class Wishes {
  readonly claims: { readonly handle: Subscription; readonly modes: Map<number, Mode> }[] = [];

  get expected(): Map<number, Mode> {
    const all = new Map<number, Mode>();
    for (const claim of this.claims) {
      for (const [token, wanted] of claim.modes) {
        const known = all.get(token);
        if (!known || modes.indexOf(wanted) > modes.indexOf(known)) all.set(token, wanted);
      }
    }
    return all;
  }
}

const sorted = (map: ReadonlyMap<number, Mode>) => [...map].sort(([one], [other]) => one - other);

test("whatever is asked for, whatever breaks in between: in the end the server streams exactly what is wanted", async () => {
  const server = await serveStream();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { ticker } = tickerOn(server, {
        connections,
        instrumentsPerConnection: perConnection,
        backoff: { first: 1, longest: 3 },
      });
      const wishes = new Wishes();
      try {
        for (const one of steps) await take(one);
        const stands = () => expect(sorted(server.subscribed)).toEqual(sorted(wishes.expected));
        await eventually(stands, { interval: 2 });
        // Connections that are not needed any more go now, and what they carried moves.
        await new Promise((resolve) => setTimeout(resolve, 30));
        await eventually(stands, { interval: 2 });
        const carried = server.open.reduce((sum, { subscribed }) => sum + subscribed.size, 0);
        expect(carried, "no instrument is carried twice").toBe(wishes.expected.size);
        await eventually(() => expect(["live", "idle"]).toContain(ticker.state.status), { interval: 2 });
        for (const { subscribed, received } of server.open) {
          expect(subscribed.size).toBeLessThanOrEqual(perConnection);
          expect(received.every(({ v }) => v.length > 0)).toBe(true);
        }
        expect(server.open.length).toBeLessThanOrEqual(connections);
      } finally {
        ticker.close();
        await eventually(() => expect(server.open).toEqual([]), { interval: 2 });
      }

      async function take(one: Step): Promise<void> {
        if (one.do === "subscribe") {
          const total = new Set([...wishes.expected.keys(), ...one.tokens]).size;
          const subscribe = () => ticker.subscribe(one.tokens, { mode: one.mode });
          if (total > connections * perConnection) expect(subscribe).toThrow("would be subscribed");
          else
            wishes.claims.push({ handle: subscribe(), modes: new Map(one.tokens.map((token) => [token, one.mode])) });
        } else if (one.do === "unsubscribe") {
          ticker.unsubscribe(one.tokens);
          for (const claim of wishes.claims) for (const token of one.tokens) claim.modes.delete(token);
        } else if (one.do === "setMode") {
          const known = one.tokens.filter((token) => wishes.expected.has(token));
          ticker.setMode(known, one.mode);
          for (const claim of wishes.claims)
            for (const token of known) if (claim.modes.has(token)) claim.modes.set(token, one.mode);
        } else if (one.do === "close") {
          const [claim] = wishes.claims.splice(one.which % Math.max(1, wishes.claims.length), 1);
          claim?.handle.close();
        } else if (one.do === "handle") {
          const claim = wishes.claims[one.which % Math.max(1, wishes.claims.length)];
          claim?.handle.setMode(one.mode);
          for (const token of claim?.modes.keys() ?? []) claim?.modes.set(token, one.mode);
        } else if (one.do === "cut") server.cut();
        else if (one.do === "kill one") server.open.at(-1)?.socket.terminate();
        else if (one.do === "turn") await Promise.resolve();
        else await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
