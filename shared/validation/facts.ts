import type { Place } from './types.ts';

/** How an expression is used where it stands. */
export type Usage = 'call' | 'new' | 'read' | 'write' | 'delete' | 'tag';

/**
 * What the rules read, the same for every language: an adapter walks the tree once and reports these.
 * Names are resolved: a local variable called `process` is no reference to `process`, and
 * `const g = globalThis; g['ev' + 'al']` is one to `eval`.
 */
export type Fact = Place &
  (
    | {
        /** A module that the text wants; `module` is null when its name cannot be known. */
        readonly kind: 'import';
        readonly module: string | null;
        readonly how: 'static' | 'dynamic' | 'require';
      }
    | {
        /** A global by its dotted path, `eval` or `Math.random`; global objects are left out of it. */
        readonly kind: 'reference';
        readonly path: string;
        readonly usage: Usage;
        /** The call's arguments as constants where they are known, else undefined. */
        readonly arguments: readonly Constant[];
        /** Inside a function that passes its own parameter on: a wrapper. */
        readonly wrapped: boolean;
      }
    | {
        /** A member of a module: `fs.readFileSync`. */
        readonly kind: 'module-member';
        readonly module: string;
        readonly path: string;
        readonly usage: Usage;
      }
    | {
        /** A named attribute of any value. `object` says what it is an attribute of. */
        readonly kind: 'attribute';
        readonly name: string;
        readonly object: ObjectKind;
        readonly usage: Usage;
      }
    | {
        /** An attribute whose name cannot be known before it runs. */
        readonly kind: 'dynamic-attribute';
        readonly object: ObjectKind;
        readonly path: string;
        readonly usage: Usage;
      }
    | { readonly kind: 'loop'; readonly endless: boolean }
    | { readonly kind: 'regular-expression'; readonly pattern: string }
    | { readonly kind: 'statement'; readonly name: string }
    | { readonly kind: 'accessor'; readonly name: string | null }
    | { readonly kind: 'later-bar'; readonly series: string; readonly how: string }
    | { readonly kind: 'control-character'; readonly name: string; readonly code: string }
  );

export type Constant = string | number | boolean | null | undefined;

/** What an attribute hangs on, as far as it can be known. */
export type ObjectKind = 'global' | 'builtin' | 'function' | 'module' | 'local' | 'unknown';

export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;
