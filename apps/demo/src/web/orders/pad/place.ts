import type { PlacementEnd, PlacementLine, PlacementStep } from "../../../shared/orders-api.ts";
import { RequestFailed, sendAndHear, serverGone } from "../../api/request.ts";
import { ordersPath } from "../orders-path.ts";
import type { Intent } from "./intent.ts";

/** Has an order placed by the server, and hears of each step. Throws `RequestFailed` when it is refused before it begins, or nobody knows. */
export async function place(intent: Intent, onStep: (step: PlacementStep) => void): Promise<PlacementEnd> {
  let end: PlacementEnd | undefined;
  await sendAndHear<PlacementLine>(ordersPath, intent.order, (line) => {
    // one without an outcome is a mistake of the server, which may have sent it
    if ("failure" in line) throw new RequestFailed(500, line.failure);
    if ("end" in line) ({ end } = line);
    else onStep(line.step);
  });
  if (!end) throw serverGone("unknown");
  return end;
}
