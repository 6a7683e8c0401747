import { readAlert } from "../alerts/alert-form.ts";
import { alertRow, readAlertRow } from "../alerts/alert-rows.ts";
import { createAlert, deleteAlerts, findAlert, modifyAlert } from "../alerts/alerts.ts";
import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { type Fields, readFields } from "../fields.ts";
import { readForm } from "../form.ts";
import { invalid } from "../refusal.ts";
import { type App, signedIn } from "./signed-in.ts";

const STATUSES = ["enabled", "disabled", "deleted"] as const;
/** What a page holds when only its number is asked for. Kite's own figure is not known. */
const PAGE_SIZE = 100;

/** Comparisons that are watched, and what happened when they came true. */
export function alertRoutes(app: App, exchange: Exchange): void {
  const { desk, market } = exchange;
  const session = signedIn(exchange);

  app.get("/alerts", session, ({ req, var: { account } }) => {
    const query = readFields(new URL(req.url).searchParams);
    const status = query.has("status") ? query.choice("status", STATUSES) : undefined;
    const found = account.alerts.filter((alert) => status === undefined || alert.status === status);
    return success(onePage(found, query).map(readAlertRow));
  });

  app.post("/alerts", session, async ({ req, var: { account } }) =>
    success(alertRow(createAlert(desk, account, readAlert(await readForm(req.raw), market)))),
  );

  app.delete("/alerts", session, ({ req, var: { account } }) => {
    const uuids = req.queries("uuid") ?? [];
    if (uuids.length === 0) throw invalid("uuid");
    deleteAlerts(desk, account, uuids);
    return success(null);
  });

  app.get("/alerts/:uuid", session, ({ req, var: { account } }) =>
    success(readAlertRow(findAlert(account, req.param("uuid")))),
  );

  app.put("/alerts/:uuid", session, async ({ req, var: { account } }) => {
    const uuid = req.param("uuid");
    findAlert(account, uuid);
    return success(alertRow(modifyAlert(desk, account, uuid, readAlert(await readForm(req.raw), market))));
  });

  app.get("/alerts/:uuid/history", session, ({ req, var: { account } }) =>
    success(findAlert(account, req.param("uuid")).history),
  );
}

/** Without page and page size that is everything. */
function onePage<T>(all: readonly T[], query: Fields): readonly T[] {
  if (!query.has("page") && !query.has("page_size")) return all;
  const page = query.has("page") ? query.count("page") : 1;
  const size = query.has("page_size") ? query.count("page_size") : PAGE_SIZE;
  return all.slice((page - 1) * size, page * size);
}
