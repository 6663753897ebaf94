import type { Language, Parser } from 'web-tree-sitter';
import { suspects } from './syntax.ts';

export interface NodeKind {
  readonly kind: string;
  readonly isNamed: boolean;
  /** Whether it can be a part with a name: operators are, brackets and keywords are not. */
  readonly hasField: boolean;
  /** Brackets, commas and keywords: the tree's shape says what they say. */
  readonly isSign: boolean;
  /** It never has parts. */
  readonly isLeaf: boolean;
  /** Its parts play roles that have names. */
  readonly hasRoles: boolean;
  /** The names of its parts by their place, where it always has the same. */
  readonly roles: readonly string[] | undefined;
  /** What is read as one may be no Python. */
  readonly isSuspect: boolean;
  /** Its first part begins where it does, and its last one ends there. */
  readonly isExact: boolean;
}

/** The grammar's kinds of nodes by their number: asked once, not once a node. */
export class NodeKinds {
  private readonly byId: (NodeKind | undefined)[] = [];
  private readonly fields: readonly string[];
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
    this.fields = language.fields.map((name) => interned(name ?? ''));
  }

  /** The name of a part's role by its number, which is 0 where it has none. */
  fieldOf(id: number): string {
    return this.fields[id] ?? '';
  }

  of(id: number): NodeKind {
    return (this.byId[id] ??= this.read(id));
  }

  private read(id: number): NodeKind {
    const kind = interned(this.language.nodeTypeForId(id) ?? 'ERROR');
    const isNamed = kind === 'ERROR' || this.language.nodeTypeIsNamed(id);
    const isSign = isNamed ? mute.has(kind) : signs.has(kind);
    return {
      kind,
      isNamed,
      hasField: isNamed || !fieldless.test(kind),
      isSign,
      // `is not` and `not in` are two words.
      isLeaf: isSign || (isNamed ? leaves.has(kind) : !kind.includes(' ')),
      hasRoles: !withoutRoles.has(kind),
      roles: roles.get(kind),
      isSuspect: suspects.has(kind),
      isExact: !inexact.has(kind),
    };
  }
}

/**
 * The same text as the literals of this program, so that a comparison with one looks at two addresses.
 * What comes out of the parser's memory is a text of its own, and is compared letter by letter.
 */
function interned(text: string): string {
  const [key = ''] = Object.keys({ [text]: true });
  return key;
}

const fieldless =
  /^(?:[()[\]{},.:;@]|=|->|def|class|if|elif|else|for|while|return|import|from|as|with|try|except|finally|lambda|pass|break|continue|raise|assert|del|global|nonlocal|match|case|async|await|yield|print|exec)$/;

const signs = new Set(
  `( ) [ ] { } , . ; = -> def return class import from if elif else for while pass lambda with try
  except finally raise assert del global nonlocal as break continue`.split(/\s+/),
);
const mute = new Set(['line_continuation', 'string_end']);
const leaves = new Set('comment identifier integer float true false none string_start'.split(' '));

const withoutRoles = new Set(
  `argument_list concatenated_string dictionary dotted_name expression_list expression_statement list
  parameters parenthesized_expression pattern_list return_statement slice string string_content
  tuple`.split(/\s+/),
);
const roles: ReadonlyMap<string, readonly string[]> = new Map([
  ['attribute', ['object', 'attribute']],
  ['call', ['function', 'arguments']],
  ['keyword_argument', ['name', 'value']],
  ['pair', ['key', '', 'value']],
  ['binary_operator', ['left', 'operator', 'right']],
  ['boolean_operator', ['left', 'operator', 'right']],
]);
const inexact = new Set(['block', 'format_specifier', 'module', 'string_content', 'ERROR']);

const byLanguage = new WeakMap<Language, NodeKinds>();

export function kindsOf({ language }: Parser): NodeKinds {
  if (language === null) throw new Error('the Python parser has no grammar');
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const kinds = new NodeKinds(language);
  byLanguage.set(language, kinds);
  return kinds;
}
