import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { analyze } from 'eslint-scope';

/** What every check of a text has to do at least: read it with places, walk it once, resolve its names. */
export function work(text: string): number {
  const program = parse(text, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    ranges: true,
  });
  let nodes = 0;
  full(program, () => {
    nodes++;
  });
  const { scopes } = analyze(program as never, { ecmaVersion: 2022, sourceType: 'module' });
  return nodes + scopes.length;
}
