import { isKiteError } from "@kite/core";
import { type IntentLog, memoryIntentLog, type PlaceAndConfirmOptions, type PlaceOrderParams } from "@kite/orders";
import type { PlacementLine } from "../../shared/orders-api.ts";
import type { Connection } from "../connection.ts";
import { failureOf } from "../failure.ts";
import type { DomainParts } from "../routes/domains.ts";
import { placementEnd, placementStep } from "./placement-answer.ts";

/** Milliseconds for which an order's answer is waited for where no money is involved: a visitor sees sooner what comes after. */
const TIMEOUT = 3_000;

/** The orders that are being placed. Each goes its way to the end, whether somebody listens or not. */
export class Placements {
  readonly #connection: Connection;
  readonly #report: (line: string) => void;
  readonly #intents: IntentLog = memoryIntentLog();
  /** By tag. */
  readonly #underWay = new Map<string, AbortController>();

  constructor({ connection, report, stopping }: DomainParts) {
    this.#connection = connection;
    this.#report = report;
    // a search must not keep the process; what is in doubt by then is reported with its tag
    stopping.addEventListener("abort", () => {
      for (const ending of this.#underWay.values()) ending.abort();
    });
  }

  /** Places an order. Gives lines of `PlacementLine` from the first step on; rejects with what was refused before that. */
  start(params: PlaceOrderParams): Promise<ReadableStream<Uint8Array>> {
    const { kite, exchange } = this.#connection;
    const ending = new AbortController();
    const { lines, tell, close } = openLines();
    let tag = "";
    return new Promise((resolve, reject) => {
      const options: PlaceAndConfirmOptions = {
        intents: this.#intents,
        signal: ending.signal,
        ...(exchange.name !== "production" && { timeout: TIMEOUT }),
        onStage: (stage) => {
          ({ tag } = stage);
          this.#underWay.set(tag, ending);
          if (stage.stage === "doubtful") this.#report(`In doubt: ${wordsOf(params)}, tag ${tag}`);
          tell({ step: placementStep(stage) });
          resolve(lines);
        },
      };
      kite.orders
        .placeAndConfirm(params, options)
        .then(
          (result) => {
            const fate = { placed: "Placed", rejected: "Not placed", unknown: "Nobody knows what became of" };
            const detail =
              result.outcome === "placed" ? `: order ${result.order_ids.join(", ")}` : `, tag ${result.tag}`;
            this.#report(`${fate[result.outcome]} ${wordsOf(params)}${detail}`);
            tell({ end: placementEnd(result) });
          },
          (error) => {
            if (tag && !isKiteError(error)) this.#report(`Unexpected: ${(error as Error).stack ?? error}`);
            tell({ failure: failureOf(error).answer });
            reject(error);
          },
        )
        .finally(() => {
          this.#underWay.delete(tag);
          close();
        });
    });
  }

  /** Ends the search for an order: its placement ends with what is known by then. */
  stopLooking(tag: string): void {
    this.#underWay.get(tag)?.abort();
  }
}

const wordsOf = ({ order_type, transaction_type, quantity, exchange, tradingsymbol }: PlaceOrderParams): string =>
  `${order_type} ${transaction_type} of ${quantity} ${exchange}:${tradingsymbol}`;

/** A body that is written line by line. Once the reader has gone away, nothing is written any more. */
function openLines() {
  const encoder = new TextEncoder();
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const lines = new ReadableStream<Uint8Array>({
    start(controller) {
      sink = controller;
    },
    cancel() {
      sink = undefined;
    },
  });
  return {
    lines,
    tell: (line: PlacementLine) => sink?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`)),
    close: () => sink?.close(),
  };
}
