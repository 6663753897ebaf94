import type { Parser } from 'web-tree-sitter';

/** The bytes of the parser's two WebAssembly programs; who reads them from where is the host's matter. */
export interface PythonBinaries {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

let parser: Parser | undefined;
let trouble = 'nobody loaded it';

/**
 * Makes Python texts judgeable in this thread. Once, ahead of the first text: judging itself does not
 * wait for anything. Where it fails, every Python text is refused with the reason.
 */
export async function loadPython(read: () => PythonBinaries): Promise<void> {
  if (parser !== undefined) return;
  try {
    parser = await createParser(read());
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
}

async function createParser({ runtime, grammar }: PythonBinaries): Promise<Parser> {
  // Loaded here: who judges JavaScript alone has no use for it.
  const treeSitter = await import('web-tree-sitter');
  await treeSitter.Parser.init({ wasmBinary: runtime });
  const python = await treeSitter.Language.load(grammar);
  const loaded = new treeSitter.Parser();
  loaded.setLanguage(python);
  return loaded;
}

/** The parser, or why there is none. */
export function pythonParser(): Parser | string {
  return parser ?? trouble;
}
