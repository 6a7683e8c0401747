import { expect, test } from "vitest";
import { Emitter } from "./emitter.ts";

interface Events {
  price: number;
  note: string;
}

function listening() {
  const errors: unknown[] = [];
  const heard: string[] = [];
  const emitter = new Emitter<Events>((error, event) => errors.push([event, (error as Error).message]));
  const hear = (name: string) => (payload: number | string) => void heard.push(`${name} ${payload}`);
  return { emitter, errors, heard, hear };
}

test("calls the listeners of an event in order, with its payload", () => {
  const { emitter, heard, hear } = listening();
  emitter.on("price", hear("a"));
  emitter.on("price", hear("b"));
  emitter.on("note", hear("c"));
  emitter.emit("price", 5);
  emitter.emit("note", "hi");
  expect(heard).toEqual(["a 5", "b 5", "c hi"]);
});

test("on returns what removes that one registration, also of a function added twice", () => {
  const { emitter, heard, hear } = listening();
  const twice = hear("a");
  const remove = emitter.on("price", twice);
  emitter.on("price", twice);
  remove();
  remove();
  emitter.emit("price", 1);
  expect(heard).toEqual(["a 1"]);
});

test("once is called once, even when the event happens again inside it, and can be removed before", () => {
  const { emitter, heard, hear } = listening();
  emitter.once("price", (price) => {
    hear("once")(price);
    emitter.emit("price", price + 1);
  });
  emitter.once("price", hear("removed"))();
  emitter.emit("price", 1);
  emitter.emit("price", 3);
  expect(heard).toEqual(["once 1"]);
  expect(emitter.has("price")).toBe(false);
});

test("a listener that throws or rejects is reported and stops nobody", async () => {
  const { emitter, errors, heard, hear } = listening();
  emitter.on("price", () => {
    throw new Error("broken");
  });
  emitter.on("price", async () => {
    throw new Error("late");
  });
  emitter.once("price", async () => {
    throw new Error("late once");
  });
  emitter.on("price", hear("b"));
  emitter.emit("price", 1);
  expect(heard).toEqual(["b 1"]);
  await Promise.resolve();
  await Promise.resolve();
  expect(errors).toEqual([
    ["price", "broken"],
    ["price", "late"],
    ["price", "late once"],
  ]);
});

test("a reporter that throws stops nobody either", () => {
  const heard: number[] = [];
  const emitter = new Emitter<Events>((error) => {
    throw error;
  });
  emitter.on("price", () => {
    throw new Error("broken");
  });
  emitter.on("price", (price) => heard.push(price));
  emitter.emit("price", 1);
  expect(heard).toEqual([1]);
});

test("who is removed during an event is not called any more, who is added waits for the next", () => {
  const { emitter, heard, hear } = listening();
  emitter.on("price", () => {
    remove();
    emitter.once("price", hear("new"));
  });
  const remove = emitter.on("price", hear("old"));
  emitter.emit("price", 1);
  expect(heard).toEqual([]);
  emitter.emit("price", 2);
  expect(heard).toEqual(["new 2"]);
});

test("clear removes everybody, during an event too", () => {
  const { emitter, heard, hear } = listening();
  emitter.on("price", () => emitter.clear());
  emitter.on("price", hear("b"));
  emitter.emit("price", 1);
  emitter.emit("price", 2);
  expect(heard).toEqual([]);
  expect(emitter.has("price")).toBe(false);
});
