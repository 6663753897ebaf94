/** Support for the attack tests: programs that try something and print what came of it. */
export interface Attack {
  readonly name: string;
  readonly command: readonly string[];
  /** What is printed when the attack failed as it should. */
  readonly refused: RegExp;
}

/**
 * JavaScript without the runner's own defences: the container has to hold alone. `code` may await, and
 * uses `say` for what came of it; an error's code or name is said by itself.
 */
export function inNode(name: string, code: string, refused: RegExp): Attack {
  const program = `
    const fs = require('node:fs'), net = require('node:net'), dns = require('node:dns'), dgram = require('node:dgram');
    const say = (word) => fs.writeSync(1, word + '\\n');
    const tried = (error) => say(error.code ?? error.name);
    process.on('uncaughtException', tried);
    (async () => { ${code} })().catch(tried);`;
  return { name, command: ['/usr/local/bin/node', '-e', program], refused };
}

/** Perl can fork, handle signals and make any system call. */
export function inPerl(name: string, code: string, refused: RegExp): Attack {
  return { name, command: ['/usr/bin/perl', '-e', `$| = 1; ${code}`], refused };
}

/** A system call by number (x86-64, arm64) that must fail with EPERM (1) or be unknown (38). */
export function systemCall(
  name: string,
  [intel, arm]: readonly [number, number],
  ...rest: readonly (number | string)[]
): Attack {
  const number = process.arch === 'arm64' ? arm : intel;
  const code = `my @a = (${rest.join(', ')}); $! = 0; print syscall(${[number, '@a'].join(', ')}) == -1 ? $! + 0 : 'allowed';`;
  return inPerl(name, code, /^(1|38)$/);
}
