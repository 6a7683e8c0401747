import { failureOf } from "../api/failure.ts";

/** What a refusal says about one field. */
export interface FieldRefusal {
  readonly field: string;
  readonly message: string;
}

/** Gives the field that a failed change is to blame on, and why, in a sentence to stand beside it. */
export function refusedField(error: Error | null): FieldRefusal | undefined {
  if (!error) return undefined;
  const { field, message } = failureOf(error);
  return field ? { field, message: besideField(message, field) } : undefined;
}

/** Takes the names of the call and of the field off a message: where it stands says both. */
export function besideField(message: string, field: string): string {
  const parts = message.split(": ");
  if (/^[a-z]+[A-Z]\w*$/.test(parts[0] ?? "")) parts.shift();
  if (parts.length > 1 && parts[0] === field) parts.shift();
  return asSentence(parts.join(": "));
}

/** Makes a sentence of the SDK's short words: `must be at least 1` becomes `Must be at least 1.` */
export function asSentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
