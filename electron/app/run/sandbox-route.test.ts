import { describe, expect, it } from 'vitest';
import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { routeOf } from './sandbox-route.ts';

const status = (
  engine: SandboxStatus['engine']['state'],
  embedded: SandboxStatus['embedded']['state'] = 'ready',
  image: SandboxStatus['image']['state'] = 'ready',
) =>
  ({
    engine: { state: engine, message: 'Docker is away.' },
    image: { state: image },
    embedded: { state: embedded, message: 'It is missing.' },
  }) as SandboxStatus;

describe('routeOf', () => {
  it.each([
    ['auto', status('ready'), 'docker', /are ready/],
    ['auto', status('ready', 'ready', 'missing'), 'docker', /built at the first run/],
    ['auto', status('not-running'), 'embedded', /Docker is away\. The embedded.*no Python/],
    ['auto', status('unfit', 'missing'), 'none', /^Docker is away\. It is missing\.$/],
    ['docker', status('ready'), 'docker', /are ready/],
    ['docker', status('hangs'), 'none', /Docker is away\. By your setting only containers/],
    ['embedded', status('ready'), 'embedded', /By your setting.*no Python/],
    ['embedded', status('ready', 'missing'), 'none', /^It is missing\.$/],
  ] as const)('%s, %#: %s', (choice, found, route, reason) => {
    const taken = routeOf(found, choice);
    expect(taken.route).toBe(route);
    expect(taken.reason).toMatch(reason);
  });
});
