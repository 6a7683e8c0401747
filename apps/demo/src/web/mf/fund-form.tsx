import { type MFInstrument, type MFSIP, modifyMFSIP, placeMFOrder, placeMFSIP } from "@kite/mf";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { formatQuantity, formatRupees } from "../../shared/rupees.ts";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { readNumber } from "../form/number-text.ts";
import { refusedField } from "../form/refusal.ts";
import { SubmitButton } from "../form/submit-button.tsx";
import { Field } from "../positions/field.tsx";
import { useShell } from "../shell/shell-context.ts";
import { announce } from "../states/announcer.tsx";
import {
  checkFund,
  emptyFund,
  type FundForm as Form,
  formOfSIP,
  orderOf,
  scheduleOf,
  sipOf,
  sizeRule,
} from "./fund-form-state.ts";
import { FundProblem } from "./fund-problem.tsx";
import type { FundAction } from "./fund-task.ts";
import { navText } from "./fund-words.ts";
import { ScheduleFields } from "./schedule-fields.tsx";

const LiveFundDialog = lazy(() => import("./live-fund-dialog.tsx"));

interface FundFormProps {
  readonly action: FundAction;
  readonly instrument: MFInstrument;
  /** Units that can be redeemed. */
  readonly held: number;
  /** The SIP to change; left out for a new one. */
  readonly sip?: MFSIP;
  readonly onDone: () => void;
}

/** The size of an order, or the schedule of a SIP. Says beside a field what is wrong with it as soon as it was left, or sent. */
export function FundForm({ action, instrument, held, sip, onDone }: FundFormProps): ReactNode {
  const { live } = useShell();
  const client = useQueryClient();
  const ids = useId();
  const place = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<Form>(sip ? () => formOfSIP(sip) : emptyFund);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const errors = checkFund(form, action, instrument, held);
  const sentence = sentenceOf(form, action, instrument);

  const sending = useMutation({
    mutationFn: async (): Promise<unknown> => {
      if (sip) return modifyMFSIP(kite, { sip_id: sip.sip_id, ...scheduleOf(form) });
      if (action === "sip") return placeMFSIP(kite, sipOf(form, instrument));
      return placeMFOrder(kite, orderOf(form, action, instrument, held));
    },
    onSuccess: () => {
      announce(sip ? `The SIP in ${instrument.name} is changed` : `${doneWords[action]} ${instrument.name}`);
      onDone();
    },
    // after a failure too: it may have taken effect all the same
    onSettled: () => void refreshFigures(client),
  });
  const refused = refusedField(sending.error);
  const errorOf = (field: string): string | undefined => {
    if (visited.has(field) && errors[field]) return errors[field];
    return refused?.field === field ? refused.message : undefined;
  };
  const isBesideField = refused !== undefined && place.current?.elements.namedItem(refused.field) != null;
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    if (!sending.isPending) sending.reset();
  };
  const visit = (field: string) => setVisited((before) => new Set([...before, field]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sending.isPending) return;
    const [first] = Object.keys(errors);
    setVisited(new Set(Object.keys(errors)));
    if (first === undefined) return live ? setAsking(true) : sending.mutate();
    const field = place.current?.elements.namedItem(first);
    if (field instanceof HTMLElement) field.focus();
  };
  const size = action === "redemption" ? "quantity" : "amount";
  const name = { purchase: "Amount in rupees", redemption: "Units", sip: "Rupees each time" }[action];

  return (
    <>
      <form onSubmit={submit} noValidate ref={place} className="trigger-fields" aria-label="Order a fund">
        <Field name={name} id={`${ids}-size`} error={errorOf(size)}>
          {(attributes) => (
            <input
              {...attributes}
              name={size}
              inputMode="decimal"
              autoComplete="off"
              value={form[size]}
              onChange={(event) => change({ [size]: event.target.value })}
              onBlur={() => form[size] !== "" && visit(size)}
            />
          )}
        </Field>
        <p className="fund-rule">
          {sizeRule(instrument, action, held)}
          {action === "redemption" && held > 0 && (
            <button type="button" className="link" onClick={() => change({ quantity: `${held}` })}>
              All {formatQuantity(held)}
            </button>
          )}
        </p>
        {action === "sip" && (
          <ScheduleFields form={form} isNew={!sip} errorOf={errorOf} onChange={change} onVisit={visit} />
        )}
        <p className="leg-words" aria-live="polite">
          {sentence}
        </p>
        {errors.tradingsymbol && <p className="field-error">{errors.tradingsymbol}</p>}
        {!isBesideField && <FundProblem error={sending.error} />}
        <SubmitButton isBusy={sending.isPending}>
          {sending.isPending ? "Sending…" : sip ? "Change the SIP" : buttons[action]}
        </SubmitButton>
      </form>
      {isAsking && (
        <Suspense>
          <LiveFundDialog
            fund={instrument.name}
            sentence={sentence}
            onConfirm={() => sending.mutate()}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}

const buttons: Readonly<Record<FundAction, string>> = {
  purchase: "Buy the fund",
  redemption: "Redeem the units",
  sip: "Create the SIP",
};
const doneWords: Readonly<Record<FundAction, string>> = {
  purchase: "Ordered",
  redemption: "Asked to redeem units of",
  sip: "There is a SIP in",
};

/** What it comes to, at the value of a unit that is known now. */
function sentenceOf(form: Form, action: FundAction, { last_price }: MFInstrument): string {
  const size = readNumber(action === "redemption" ? form.quantity : form.amount);
  if (!size || !(last_price > 0)) return "";
  const at = `at the NAV of ${navText(last_price)}`;
  if (action === "redemption") return `About ${formatRupees(size * last_price)} ${at}.`;
  return `About ${formatQuantity(Math.round((size / last_price) * 1000) / 1000)} units ${at}.`;
}
