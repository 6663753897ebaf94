/** The methods that Stratbox calls with something a strategy reads. */
const called = /(?<![\w$.#])(onBars?)(\s*\(\s*)(?=[\w$[{])/g;

/** A strategy's text with the types of its methods' first parameters written in. */
export interface TypedText {
  readonly text: string;
  /** Where a position of the strategy's own text is in `text`. */
  readonly toTyped: (position: number) => number;
  /** The way back; what was written in is at the parameter that it belongs to. */
  readonly toOwn: (position: number) => number;
}

/**
 * TypeScript does not give a parameter of a JavaScript method the type that the overridden method's
 * has, so it is told: `onBar(bar)` is read as `onBar(/** @type {…} *\/ bar)`. Calls such as
 * `super.onBar(bar)` are left as they are.
 */
export function writeTypes(source: string): TypedText {
  const insertions = [...source.matchAll(called)].map((match) => ({
    at: match.index + match[0].length,
    note: `/** @type {Parameters<import('stratbox').Strategy['${match[1]}']>[0]} */ `,
  }));
  let text = '';
  let end = 0;
  for (const { at, note } of insertions) {
    text += source.slice(end, at) + note;
    end = at;
  }
  return {
    text: text + source.slice(end),
    toTyped(position) {
      const before = insertions.filter(({ at }) => at <= position);
      return before.reduce((moved, { note }) => moved + note.length, position);
    },
    toOwn(position) {
      let own = position;
      for (const { at, note } of insertions) {
        if (own <= at) break;
        own = Math.max(at, own - note.length);
      }
      return own;
    },
  };
}
