import type { Finding, QuickFix } from '../../../types.ts';
import { parentOf, type AnyNode } from '../node.ts';
import { fixWith, type FixContext } from './fix-context.ts';
import { statementRemoval } from './remove-statement.ts';

/** Takes out an `import` or `const … = require(…)` of which nothing is used. */
export function removeUnusedModule(finding: Finding, context: FixContext): QuickFix | undefined {
  const declaration = declarationAt(finding, context);
  if (!declaration) return undefined;
  const used = context.evaluator.scopes
    .declaredBy(declaration)
    .some(({ references }) => references.some((reference) => !reference.init));
  const removal = used ? undefined : statementRemoval(declaration, context);
  return removal && fixWith('Remove the unused import', removal);
}

function declarationAt(finding: Finding, context: FixContext): AnyNode | undefined {
  const literal = context.nodeAt(finding, 'Literal');
  const imported = literal && parentOf(literal);
  if (imported?.type === 'ImportDeclaration') return imported;
  const call = context.nodeAt(finding, 'CallExpression');
  const declarator = call && parentOf(call);
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== call) return undefined;
  const declaration = parentOf(declarator);
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length > 1) {
    return undefined;
  }
  return isPlain(declarator.id) ? declaration : undefined;
}

/** A pattern with defaults or computed names does something of its own. */
function isPlain(id: AnyNode): boolean {
  if (id.type === 'Identifier') return true;
  return (
    id.type === 'ObjectPattern' &&
    id.properties.every(
      (property) =>
        property.type === 'Property' && !property.computed && property.value.type === 'Identifier',
    )
  );
}
