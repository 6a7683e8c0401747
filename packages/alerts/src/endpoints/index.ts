export { createAlert } from "./create-alert.ts";
export { deleteAlerts } from "./delete-alerts.ts";
export { getAlert } from "./get-alert.ts";
export { getAlertHistory } from "./get-alert-history.ts";
export { type GetAlertsParams, getAlerts } from "./get-alerts.ts";
export { type ModifyAlertParams, modifyAlert } from "./modify-alert.ts";
