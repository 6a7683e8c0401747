import type { KiteClient } from "./client.ts";
import { KiteError } from "./errors.ts";

/** Text that the compiler shows where a plugin cannot be registered. */
export interface PluginError<Message extends string> {
  readonly " cannot register": Message;
}

/**
 * Adds names to a client: `(kite) => ({ orders: … })`. What it needs there already is its second type argument; `needing` writes
 * the same list down for the run-time check.
 */
export type Plugin<Adds extends object, Needs extends object = object> = ((kite: KiteClient & Needs) => Adds) &
  (keyof Needs extends never
    ? { readonly needs?: readonly string[] }
    : { readonly needs: readonly (keyof Needs & string)[] });

/** Makes a plugin that needs names on the client. */
export function needing<Adds extends object, Needs extends object>(
  needs: readonly (keyof Needs & string)[],
  setup: (kite: KiteClient & Needs) => Adds,
): ((kite: KiteClient & Needs) => Adds) & { readonly needs: readonly (keyof Needs & string)[] } {
  return Object.assign((kite: KiteClient & Needs) => setup(kite), { needs });
}

type Flat<T> = { [Key in keyof T]: T[Key] };

/** Nothing when no name is taken; otherwise a sentence that no plugin matches. */
type Clash<Has, Adds> = [keyof Has & keyof Adds] extends [never]
  ? unknown
  : PluginError<`"${keyof Has & keyof Adds & string}" is already registered`>;

/** A client that takes plugins. */
export type Kite<Apis extends object = object, Base extends KiteClient = KiteClient> = Base &
  Apis & {
    /**
     * Registers a plugin and gives a new client with its names; session, budget and caches are shared with this one, which stays as it is.
     * A missing need and a taken name do not compile, and throw `PluginConflict` at run time.
     */
    use<Adds extends object>(
      plugin: ((kite: Base & Apis) => Adds) & Clash<Base & Apis & { use: unknown }, Adds>,
    ): Kite<Flat<Apis & Adds>, Base>;
  };

/** Gives a client its `use`. */
export function extensible<Base extends KiteClient>(base: Base): Kite<object, Base> {
  return extend(base) as Kite<object, Base>;
}

type AnyPlugin = ((kite: object) => object) & { readonly needs?: readonly string[] };

function extend(kite: object): object {
  return {
    ...kite,
    use(plugin: AnyPlugin) {
      const missing = plugin.needs?.filter((name) => !(name in kite)) ?? [];
      if (missing.length > 0) throw conflict(`register ${missing.map(quote).join(" and ")} first`);
      const adds = plugin(kite);
      for (const name of Object.keys(adds)) {
        if (name in kite || name === "use") throw conflict(`${quote(name)} is already registered`);
      }
      return extend({ ...kite, ...adds });
    },
  };
}

const quote = (name: string): string => JSON.stringify(name);

const conflict = (message: string): KiteError => new KiteError({ code: "PluginConflict", endpoint: "use", message });
