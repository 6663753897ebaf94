import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { runCli } from './run-cli.ts';

/** The command line with a data folder of its own, for all tests of a file. */
export function openTestCli() {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stratbox-cli-'));
    process.env['STRATBOX_HOME'] = join(folder, 'home');
  });
  afterAll(() => {
    delete process.env['STRATBOX_HOME'];
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs one command; `out` is what it printed, `said` what it told beside that. */
  async function cli(...argv: string[]) {
    const out: string[] = [];
    const said: string[] = [];
    const code = await runCli(argv, {
      out: (text) => out.push(text),
      say: (text) => said.push(text),
      interactive: false,
    });
    return { code, out: out.join('\n'), said: said.join('\n') };
  }

  /** Writes a file beside the data folder, and gives its path. */
  function file(name: string, content: string): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  return { cli, file, inFolder: (name: string) => join(folder, name) };
}
