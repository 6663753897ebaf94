import type { AnyNode, NodeOf } from '../node.ts';
import type { Survey } from '../survey.ts';

/** What of `stratbox` leads to orders. */
const deciding = new Set(['Strategy', 'sim', 'default']);

/**
 * A script that leaves a `result` and has no way to an order: it may look at the whole series, for
 * nothing of the past is decided by what it sees.
 */
export function decidesNothing(survey: Survey): boolean {
  if (survey.ofType('ExportDefaultDeclaration').length > 0) return false;
  if (survey.ofType('ExportAllDeclaration').length > 0) return false;
  if (survey.ofType('ImportExpression').length > 0) return false;
  const exported = survey.ofType('ExportNamedDeclaration').flatMap(namesExported);
  if (!exported.includes('result') || exported.includes('default')) return false;
  return survey
    .ofType('ImportDeclaration')
    .every(({ specifiers }) =>
      specifiers.every(
        (one) => one.type === 'ImportSpecifier' && !deciding.has(nameOf(one.imported)),
      ),
    );
}

function namesExported({
  declaration,
  specifiers,
}: NodeOf<'ExportNamedDeclaration'>): readonly string[] {
  const declared = declaration?.type === 'VariableDeclaration' ? declaration.declarations : [];
  return [
    ...declared.map(({ id }) => (id.type === 'Identifier' ? id.name : '')),
    ...specifiers.map((one) => nameOf(one.exported)),
  ];
}

const nameOf = (node: AnyNode): string =>
  node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
