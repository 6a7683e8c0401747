import type { FoundCall } from "./find-calls.ts";
import type { Holders } from "./holders.ts";
import type { Imports } from "./imports.ts";
import type { Node } from "./node.ts";

/** A file, as the doctor sees it. */
export interface SourceFile {
  /** Where it is, from the place the doctor was asked to look at. */
  readonly path: string;
  readonly code: string;
  readonly program: Node;
  readonly imports: Imports;
  readonly holders: Holders;
  readonly calls: readonly FoundCall[];
}

/** Something that a program relies on, or may. */
export interface Finding {
  /** Heading on the page of kept and mended behaviour, or a word for what is to be looked at. */
  readonly id: string;
  readonly node: Node;
  readonly message: string;
}

/** Looks for one thing. */
export type Quirk = (file: SourceFile) => Finding[];
