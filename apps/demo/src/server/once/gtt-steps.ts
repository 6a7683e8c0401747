import { formatAmount, formatRupees } from "../../shared/rupees.ts";
import type { Traded } from "./market-steps.ts";
import type { Walk } from "./walk.ts";

/** Places an order that waits for a price, finds it, takes it away. */
export async function gttSteps({ kite, terminal: { block }, part, step }: Walk, traded: Traded): Promise<void> {
  const { instrument, last_price } = traded;
  const { exchange, tradingsymbol, tick_size } = instrument;
  part("A trigger that waits");
  // whole rupees are on every tick
  const trigger_value = Math.floor(last_price * 0.95);
  const params = kite.gtt.singleTrigger({
    ...{ exchange, tradingsymbol, tick_size, last_price, trigger_value },
    transaction_type: "SELL",
    product: "CNC",
    price: trigger_value - 1,
    quantity: 1,
  });
  const { trigger_id } = await step("kite.gtt.placeGTT", () => kite.gtt.placeGTT(params));
  block([`GTT ${trigger_id}: sell 1 ${tradingsymbol} once it trades at ${formatRupees(trigger_value)}`]);

  const triggers = await step("kite.gtt.getGTTs", () => kite.gtt.getGTTs());
  block(
    triggers.map(({ id, type, status, condition }) => {
      const values = condition.trigger_values.map(formatAmount).join(" and ");
      return `${id}  ${condition.exchange}:${condition.tradingsymbol}  ${type}, ${status}, at ${values}`;
    }),
  );

  await step("kite.gtt.deleteGTT", () => kite.gtt.deleteGTT(trigger_id));
  block(["It is gone."]);
}
