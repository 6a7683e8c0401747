/** The facts of a call that a program can make of its own accord: its domain package shows no declaration, as it has several. */
interface OwnFacts {
  readonly id: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly idempotent: true;
  readonly stales: readonly string[];
}

/** The facts of a read. */
export const reading = (id: string, path: string): OwnFacts => ({
  id,
  method: "GET",
  path,
  idempotent: true,
  stales: [],
});

/** The facts of a computation: asked twice, the server answers twice, and nothing has changed. */
export const computing = (id: string, path: string): OwnFacts => ({ ...reading(id, path), method: "POST" });
