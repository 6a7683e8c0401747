import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { convert } from "../portfolio/conversion.ts";
import { readConversion } from "../portfolio/conversion-form.ts";
import { dayPosition, type Position, positionRow } from "../portfolio/position.ts";
import { isSquaringOff } from "../trading/cut-offs.ts";
import { type App, signedIn } from "./signed-in.ts";

/** The day's positions and their conversion. */
export function positionsRoutes(app: App, exchange: Exchange): void {
  const session = signedIn(exchange);
  const { clock, desk, market } = exchange;
  const isTooLate = ({ instrument }: Position): boolean =>
    desk.marketHours === "real" && isSquaringOff(instrument, clock.now(), market.calendar);
  const row = (position: Position) => positionRow(position, exchange.market.priceOf(position.instrument));

  app.get("/portfolio/positions", session, ({ var: { account } }) =>
    success({
      net: account.positions.map(row),
      day: account.positions.flatMap((position) => dayPosition(position) ?? []).map(row),
    }),
  );

  app.put("/portfolio/positions", session, async ({ req, var: { account } }) => {
    convert(account, readConversion(await readForm(req.raw)), isTooLate);
    return success(true);
  });
}
