import { expect, it } from 'vitest';
import { hasDisplay } from './has-display.ts';
import { browserCommand } from './open-browser.ts';

it.each(['linux', 'darwin', 'win32'] as const)(
  'the browser gets the link whole on %s',
  (platform) => {
    const link = 'http://127.0.0.1:1234/?token=a-b_c';
    const [program, ...parameters] = browserCommand(link, platform);
    expect(parameters.at(-1)).toBe(link);
    // A shell would read the link.
    expect(program).not.toMatch(/cmd|sh$/);
  },
);

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('a display on %s with %o: %s', (platform, environment, expected) => {
  expect(hasDisplay(platform, environment)).toBe(expected);
});
