/** What a person typed, understood or not. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: string };

export function refused(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error };
}
