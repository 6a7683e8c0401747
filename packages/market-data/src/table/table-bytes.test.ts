import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf, market, share } from "../testing/instruments.ts";
import { InstrumentListReader } from "./instrument-list-reader.ts";
import { InstrumentTable } from "./instrument-table.ts";
import { readTable, type StoredTable, writeTable } from "./table-bytes.ts";

const rows = [...market, share(9, "ODD", "₹ & CO"), share(10, "BIG", "", { instrument_token: 2 ** 40 })];

async function stored(): Promise<Uint8Array> {
  const reader = new InstrumentListReader();
  reader.write(new TextEncoder().encode(csvOf(rows)));
  return writeTable({ ...(await reader.finish("test")), leftOut: 3 });
}
const open = ({ columns, index, leftOut }: StoredTable) => new InstrumentTable(columns, index, new Date(), leftOut);

test("what is written is read back, wherever in memory it lies", async () => {
  const bytes = await stored();
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  for (const each of [bytes, shifted.subarray(3), Buffer.from(shifted).subarray(3)]) {
    const table = open(readTable(each) as StoredTable);
    expect([...table]).toEqual(rows);
    expect(table.leftOut).toBe(3);
    for (const row of rows) {
      expect(table.byToken(row.instrument_token)).toEqual(row);
      expect(table.byKey(`${row.exchange}:${row.tradingsymbol}`)).toEqual(row);
      expect([...table.byName(row.name)]).toContainEqual(row);
    }
  }
});

test("bytes that are cut, too many, or of a machine with another order of bytes are not read", async () => {
  const bytes = await stored();
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), (length) => {
      expect(() => expect(readTable(bytes.slice(0, length))).toBeUndefined()).not.toThrow();
    }),
  );
  expect(readTable(Buffer.concat([bytes, new Uint8Array(8)]))).toBeUndefined();
  const turned = bytes.slice();
  turned.subarray(0, 4).reverse();
  expect(readTable(turned)).toBeUndefined();
});
