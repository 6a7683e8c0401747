import type { ReactNode } from "react";
import { Bone } from "../states/bone.tsx";
import type { BriefQuotes } from "./brief-quotes.ts";
import { ChainCells } from "./chain-cells.tsx";
import type { StrikeRow } from "./chain-rows.ts";

interface ChainTableProps {
  /** Undefined while they are on their way. */
  readonly strikes: readonly StrikeRow[] | undefined;
  readonly at_the_money: number | null;
  readonly spot: number | undefined;
  /** By key; undefined while they are on their way. */
  readonly quotes: BriefQuotes | undefined;
  /** Key of the instrument that the page shows. */
  readonly shown: string;
  readonly labelledBy: string;
}

/** Calls on the left, puts on the right, their strike between them. Each price leads to its contract. */
export function ChainTable(props: ChainTableProps): ReactNode {
  const { strikes, at_the_money, spot, quotes, shown, labelledBy } = props;
  return (
    <div className="table-frame">
      <table className="chain" aria-labelledby={labelledBy}>
        <thead>
          <tr className="chain-sides">
            <td className="from-small" />
            <td colSpan={2}>Calls</td>
            <td className="strike" />
            <td colSpan={2}>Puts</td>
            <td className="from-small" />
          </tr>
          <tr>
            <Head side="Call" name="OI" />
            <Head side="Call" name="Change" className="from-small" />
            <Head side="Call" name="LTP" />
            <th scope="col" className="strike">
              Strike
            </th>
            <Head side="Put" name="LTP" />
            <Head side="Put" name="Change" className="from-small" />
            <Head side="Put" name="OI" />
          </tr>
        </thead>
        {strikes ? (
          <tbody aria-busy={!quotes}>
            {strikes.map(({ strike, call, put }) => {
              const isAtTheMoney = strike === at_the_money;
              const side = { strike, spot, quotes, shown };
              return (
                <tr key={strike} className={isAtTheMoney ? "at-the-money" : undefined} aria-current={isAtTheMoney}>
                  <ChainCells side="call" contract={call} {...side} />
                  <th scope="row" className="strike">
                    {strike.toLocaleString("en-IN")}
                    {isAtTheMoney && (
                      <abbr className="badge" title="At the money: the strike next to the price of the underlying">
                        ATM
                      </abbr>
                    )}
                  </th>
                  <ChainCells side="put" contract={put} {...side} />
                </tr>
              );
            })}
          </tbody>
        ) : (
          bones
        )}
      </table>
    </div>
  );
}

interface HeadProps {
  readonly side: "Call" | "Put";
  readonly name: string;
  readonly className?: string;
}

function Head({ side, name, className = "" }: HeadProps): ReactNode {
  return (
    <th scope="col" className={`${className} ${side.toLowerCase()}`}>
      <span className="visually-hidden">{side} </span>
      {name}
    </th>
  );
}

const widths = ["6ch", "5ch", "6ch", "6ch", "6ch", "5ch", "6ch"];
const classes = ["call", "call from-small", "call", "strike", "put", "put from-small", "put"];

const bones = (
  <tbody aria-hidden="true">
    {Array.from({ length: 13 }, (_, row) => (
      <tr key={row}>
        {widths.map((width, index) => (
          <td key={`${index}`} className={classes[index]}>
            <Bone width={width} />
          </td>
        ))}
      </tr>
    ))}
  </tbody>
);
