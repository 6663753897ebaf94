import { parseJavaScript } from './parse.ts';

/** Whether a module has a default export, as a strategy class is; a script has none. */
export function exportsDefault(source: string): boolean {
  const { program } = parseJavaScript(source);
  return (program?.body ?? []).some((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return true;
    if (statement.type !== 'ExportNamedDeclaration') return false;
    return statement.specifiers.some(({ exported }) =>
      exported.type === 'Identifier' ? exported.name === 'default' : exported.value === 'default',
    );
  });
}
