import { pythonParser } from '../languages/python/grammar.ts';
import { childOf, nameOf, textOf, type PythonNode } from '../languages/python/node.ts';
import { parsePython } from '../languages/python/parse.ts';
import { PythonScopes } from '../languages/python/resolve-scopes.ts';
import { isNoVariable, type Scope } from '../languages/python/scope.ts';
import { PythonSurvey } from '../languages/python/survey.ts';
import { isBuiltin } from '../languages/python/tables/builtins.ts';

/** What the run calls by its name, and what each reader takes for what it is. */
const fixed =
  /^(?:positions|on_bar|initialize|generate_signals|result|report|position|parameters|_+|__\w+__)$/;

/** The text with another name for each variable, parameter, function and class of its own. */
export function renamePython(code: string): string {
  const parser = pythonParser();
  if (typeof parser === 'string') throw new Error(parser);
  const { module, nodes } = parsePython(code, parser);
  if (module === undefined) return code;
  const survey = new PythonSurvey(module, nodes);
  const names = ownNames(survey, new PythonScopes(survey));
  const edits = survey
    .ofKind('identifier')
    .filter((node) => names.has(nameOf(node)) && !isNoVariable(node));
  let renamed = code;
  for (const { start, end } of edits.toSorted((a, b) => b.start - a.start)) {
    const name = names.get(code.slice(start, end).normalize('NFKC'));
    if (name !== undefined) renamed = renamed.slice(0, start) + name + renamed.slice(end);
  }
  return renamed;
}

function ownNames(survey: PythonSurvey, scopes: PythonScopes): Map<string, string> {
  const inTexts = survey.ofKind('string').map(textOf).join(' ');
  const elsewhere = new Set([
    ...survey.ofKind('keyword_argument', 'attribute').map((node) => nameIn(node)),
    ...survey
      .ofKind('import_statement', 'import_from_statement')
      .flatMap((node) => namesBelow(node)),
    ...survey.ofKind('class_definition').flatMap((node) => [...scopes.of(node).variables.keys()]),
  ]);
  const openers = survey.ofKind(
    'function_definition',
    'lambda',
    'list_comprehension',
    'generator_expression',
  );
  const all: readonly Scope[] = [scopes.module, ...openers.map((node) => scopes.of(node))];
  const own = all.flatMap(({ variables }) =>
    [...variables.values()].filter(({ bindings }) => bindings.length > 0).map(({ name }) => name),
  );
  const isFree = (name: string): boolean =>
    // Declared anew, a name of the language means itself and the other.
    !isBuiltin(name) &&
    !fixed.test(name) &&
    !elsewhere.has(name) &&
    !new RegExp(`\\b${name}\\b`).test(inTexts);
  return new Map([...new Set(own)].filter(isFree).map((name, index) => [name, `v${index}`]));
}

const nameIn = (node: PythonNode): string =>
  nameOf(childOf(node, 'attribute') ?? childOf(node, 'name') ?? node);

const namesBelow = (node: PythonNode): string[] =>
  node.kind === 'identifier' ? [nameOf(node)] : node.children.flatMap(namesBelow);
