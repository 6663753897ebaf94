import { spawn } from 'node:child_process';

/** The program, and what it is given, that shows `link` in the analyst's browser. */
export function browserCommand(
  link: string,
  platform: NodeJS.Platform = process.platform,
): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', link];
  // Not `start`: that is a word of a shell, which would read the link's characters its own way.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', link];
  return ['xdg-open', link];
}

/** Opens `link` in the analyst's browser if that can be done; the link is printed in any case. */
export function openBrowser(link: string): void {
  const [program, ...parameters] = browserCommand(link);
  const child = spawn(program, parameters, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
