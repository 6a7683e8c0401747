import { success } from "../envelope.ts";
import { readJson } from "../json-body.ts";
import { invalid, refuse } from "../refusal.ts";
import type { App } from "../routes/signed-in.ts";
import type { SimulatedStream } from "./simulated-stream.ts";

/** What `simulator.stream` does, for other processes: `{"action": "kill", "value": 1012}`. */
export function streamControlRoutes(app: App, stream: SimulatedStream): void {
  const state = (): Response =>
    success(
      stream.connections.map(({ subscriptions, ...rest }) => {
        return { ...rest, subscriptions: Object.fromEntries(subscriptions) };
      }),
    );

  app.get("/simulator/stream", state);

  app.post("/simulator/stream", async ({ req }) => {
    const { action, value } = Object(await readJson(req.raw)) as {
      readonly action?: unknown;
      readonly value?: unknown;
    };
    const act = typeof action === "string" && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act) throw refuse(`Unknown action, expected one of: ${Object.keys(ACTIONS).join(", ")}.`);
    try {
      act(stream, value);
    } catch (error) {
      throw error instanceof TypeError ? refuse(error.message) : error;
    }
    return state();
  });
}

const ACTIONS: Readonly<Record<string, (stream: SimulatedStream, value: unknown) => void>> = {
  tick: (stream) => stream.tick(),
  kill: (stream, value) => stream.kill(value === undefined ? undefined : numberIn(value)),
  silence: (stream) => stream.silence(),
  resume: (stream) => stream.resume(),
  refuse: (stream, value) => stream.refuse(numberIn(value)),
  accept: (stream) => stream.accept(),
  flood: (stream, value) => stream.flood(numberIn(value)),
  halfFrame: (stream) => stream.halfFrame(),
  oddFrame: (stream) => stream.oddFrame(),
  emptyFrame: (stream) => stream.emptyFrame(),
  send: (stream, value) => stream.send(dataIn(value)),
};

function numberIn(value: unknown): number {
  if (typeof value !== "number") throw invalid("value");
  return value;
}

/** Text as it is, bytes as `{"base64": "AAA="}`. */
function dataIn(value: unknown): string | Uint8Array {
  if (typeof value === "string") return value;
  const { base64 } = Object(value) as { readonly base64?: unknown };
  if (typeof base64 !== "string") throw invalid("value");
  return Buffer.from(base64, "base64");
}
