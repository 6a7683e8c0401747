import type { MFHolding } from "@kite/mf";
import { type ReactNode, type RefObject, useId, useState } from "react";
import { formatQuantity } from "../../shared/rupees.ts";
import { Choice } from "../gtt/choice.tsx";
import { Bone } from "../states/bone.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { FundField } from "./fund-field.tsx";
import { FundForm } from "./fund-form.tsx";
import type { FundAction, FundTask } from "./fund-task.ts";
import { calendarText, navText } from "./fund-words.ts";
import { useFunds } from "./use-funds.ts";

interface FundFormPanelProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly task: FundTask;
  readonly onTask: (task: FundTask) => void;
  /** Undefined while they are on their way. */
  readonly holdings: readonly MFHolding[] | undefined;
}

/** The way to an order or a SIP: first the fund, out of a list that is loaded when it is needed, then the rest. */
export function FundFormPanel({ heading, task, onTask, holdings }: FundFormPanelProps): ReactNode {
  const id = useId();
  const [isSearching, setSearching] = useState(false);
  const { action, isin, sip } = task;
  const funds = useFunds(isSearching || isin !== undefined);
  const { data, error, refetch, isFetching } = funds;
  const fund = data?.find(({ tradingsymbol }) => tradingsymbol === isin);
  const mine = holdings?.filter(({ tradingsymbol }) => tradingsymbol === isin) ?? [];
  const held = mine.reduce((sum, { quantity, pledged_quantity = 0 }) => sum + quantity - pledged_quantity, 0);
  const leave = () => {
    onTask({ action, isin: undefined });
    // what had the focus goes away together with the form
    heading.current?.focus();
  };
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {sip ? "Change a SIP" : "Order a fund"}
        </h2>
        {sip && (
          <button type="button" className="button small" onClick={leave}>
            Leave it as it is
          </button>
        )}
      </div>
      <div className="trigger-form">
        {!sip && (
          <>
            <Choice
              legend="What to do"
              chosen={action}
              choices={[
                { value: "purchase", name: "Buy" },
                { value: "redemption", name: "Redeem" },
                { value: "sip", name: "SIP" },
              ]}
              onChange={(next: FundAction) => onTask({ action: next, isin })}
            />
            <FundField
              funds={data}
              error={error}
              chosen={fund?.name}
              onSearch={() => setSearching(true)}
              onChoose={(one) => onTask({ action, isin: one.tradingsymbol })}
            />
          </>
        )}
        {isin === undefined ? (
          <p className="trigger-start">{starts[action]}</p>
        ) : error && !data ? (
          <PanelProblem error={error} retry={refetch} busy={isFetching} />
        ) : data && !fund ? (
          <p className="trigger-start">This fund is not on the list of today, so it cannot be ordered.</p>
        ) : (
          <>
            <div className="chosen">
              <p className="chosen-name">
                <span className="fund-name">{fund?.name ?? <Bone width="20ch" />}</span>
                <span className="chosen-what">
                  {fund ? `${fund.scheme_type} · ${fund.plan} plan · ${fund.dividend_type}` : <Bone width="16ch" />}
                </span>
              </p>
              <p className="fund-nav">
                NAV <strong>{fund ? navText(fund.last_price) : <Bone width="6ch" />}</strong>
                {fund?.last_price_date && ` of ${calendarText(fund.last_price_date)}`}
                {held > 0 && ` · you hold ${formatQuantity(held)} units`}
              </p>
            </div>
            {fund && holdings && (
              <FundForm
                key={`${isin} ${sip?.sip_id}`}
                action={action}
                instrument={fund}
                held={held}
                {...(sip && { sip })}
                onDone={leave}
              />
            )}
          </>
        )}
      </div>
      <p className="caveats">
        Kite documents mutual funds as read-only over its API, because a purchase has to be paid for elsewhere. On a
        real account, expect orders and SIPs from here to be refused.
      </p>
    </section>
  );
}

const starts: Readonly<Record<FundAction, string>> = {
  purchase: "Search for a fund to buy. The list of all funds is loaded when you begin to type.",
  redemption: "Search for a fund you hold, or choose “Redeem” beside one of your holdings.",
  sip: "Search for a fund to buy again and again.",
};
