import type { Finding, QuickFix } from '../../../types.ts';
import { patternIn, placeOf, type AnyNode } from '../node.ts';
import { fixWith, replace, type FixContext } from './fix-context.ts';

/** After these, what follows could become part of something else: the end of a comment, an escape. */
const joins = /[*/\\$<]/;

const byteOrderMark = '\ufeff';
const plainName = /^#?[A-Za-z_$][\w$]*$/;

const reserved = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends
  false finally for function if implements import in instanceof interface let new null package
  private protected public return static super switch this throw true try typeof var void while
  with yield arguments eval`.split(/\s+/),
);

/** More places of one name are not renamed at once. */
const mostPlaces = 50;

/** Deletes an invisible or direction-changing character from a text, a comment or a name. */
export function removeHiddenCharacter(finding: Finding, context: FixContext): QuickFix | undefined {
  const start = context.offsetOf(finding);
  const hidden = context.source.slice(start, start + finding.endColumn - finding.column);
  // A whole name is marked where an escape spells the character: what was meant is not certain.
  if ([...hidden].length > 1) return undefined;
  const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const title = `Delete U+${code}`;
  const around = context.foreignWords.find((node) => node.start <= start && start < node.end);
  if (around?.type === 'Identifier' || around?.type === 'PrivateIdentifier') {
    return withoutInName(title, around, hidden, context);
  }
  // In a pattern every character may belong to the syntax.
  if (around?.type === 'Literal' && patternIn(around)) return undefined;
  if (joins.test(context.source.charAt(start - 1))) return undefined;
  // In code this one is a space, without which two names could become one.
  const text = hidden === byteOrderMark && !around ? ' ' : '';
  return fixWith(title, replace(finding, text));
}

/** The name is changed wherever it stands, if nothing else has the name that it gets. */
function withoutInName(
  title: string,
  name: AnyNode,
  hidden: string,
  context: FixContext,
): QuickFix | undefined {
  const old = context.textOf(name);
  const plain = old.replaceAll(hidden, '');
  if (!plainName.test(plain) || reserved.has(plain) || isTaken(plain, context)) return undefined;
  const places = context.foreignWords.filter((node) => context.textOf(node) === old);
  if (places.length > mostPlaces) return undefined;
  return fixWith(title, ...places.map((node) => replace(placeOf(node), plain)));
}

const isTaken = (name: string, { survey }: FixContext): boolean =>
  survey.ofType('Identifier').some((node) => node.name === name) ||
  survey.ofType('PrivateIdentifier').some((node) => `#${node.name}` === name);
