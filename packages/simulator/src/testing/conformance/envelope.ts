import { array, check, type GenericSchema, literal, nullable, optional, picklist, pipe, strictObject } from "valibot";
import { text } from "./formats.ts";

/** Names of failures that the wire knows. */
export const ERROR_NAMES = [
  "TokenException",
  "PermissionException",
  "UserException",
  "TwoFAException",
  "InputException",
  "OrderException",
  "MarginException",
  "HoldingException",
  "NetworkException",
  "DataException",
  "GeneralException",
] as const;

/** Statuses that come with a name, by the table of error types. */
const STATUSES: Readonly<Record<(typeof ERROR_NAMES)[number], readonly number[]>> = {
  TokenException: [403],
  PermissionException: [403],
  UserException: [403],
  TwoFAException: [403],
  InputException: [400],
  OrderException: [400, 500],
  MarginException: [400],
  HoldingException: [400, 428],
  NetworkException: [429, 503, 504],
  DataException: [502, 504],
  GeneralException: [404, 405, 410, 500],
};

export const success = (data: GenericSchema): GenericSchema => strictObject({ status: literal("success"), data });

/** The list of standing orders has no `status` in its sample, and one in the text. */
export const unmarkedSuccess = (data: GenericSchema): GenericSchema =>
  strictObject({ status: optional(literal("success")), data });

/** The error envelope as it goes with an HTTP status. */
export const failure = (status: number): GenericSchema =>
  pipe(
    strictObject({
      status: literal("error"),
      message: text,
      error_type: picklist(ERROR_NAMES),
      data: optional(nullable(strictObject({ hints: array(text) }))),
    }),
    check(({ error_type }) => STATUSES[error_type].includes(status), `not an error of status ${status}`),
  );
