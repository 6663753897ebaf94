import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeRun } from '../../cli/run-output.ts';
import { runCli } from '../../cli/run-cli.ts';
import { createApp, type App } from '../services.ts';
import type { RunRecord, RunRequest } from '../../../shared/contract/models/run.ts';
import { diagnose } from '../sandbox/docker/doctor.ts';
import { thisMachine } from '../sandbox/docker/machine.ts';
import { ownContainers } from '../testing/stratbox-containers.ts';
import { exampleSource, runRequest, strategyWith } from '../testing/run-requests.ts';
import {
  createTraitorBundles,
  forgeryNames,
  forgerySource,
  type ForgeryName,
} from '../testing/traitor-runner.ts';

const traitor = createTraitorBundles();
const home = mkdtempSync(join(tmpdir(), 'stratbox-attacks-'));
let app: App;

async function run(source: string, changes: Partial<RunRequest> = {}): Promise<RunRecord> {
  const request = runRequest(source, { sandbox: 'docker', ...changes });
  const reply = await app.dispatch('run.execute', request);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as RunRecord;
}

const limits = { timeLimitSeconds: 20, memoryMegabytes: 1024, cpus: 1, network: 'none' } as const;
const forge = (name: ForgeryName) => run(forgerySource(name), { limits });

// One app for all of them: it has to answer after each.
beforeAll(async () => {
  app = await createApp({ host: 'cli', home, bundles: traitor.folder });
  expect((await run(exampleSource('buy-and-hold'))).status).toBe('done');
});
afterAll(async () => {
  const { value } = (await app.dispatch('sandbox.status', {})) as {
    value: { image: { id: string } };
  };
  await app.close();
  const { engine } = await diagnose(thisMachine());
  await engine?.docker.getImage(value.image.id).remove({ force: true });
  rmSync(home, { recursive: true, force: true });
  traitor.remove();
});

/** The app answers the next click, and the engine holds nothing of ours. */
async function expectAnAnswer() {
  expect((await run(exampleSource('buy-and-hold'))).status).toBe('done');
  await expect.poll(ownContainers).toEqual([]);
}

/** What is no lie by itself, or only too much; all other forgeries break the protocol. */
const otherwise: Partial<Record<ForgeryName, string>> = {
  '300 MB of lines': 'output-limit',
  'a decision of 1e308': 'done',
  'an account that is not its own': 'done',
  'escapes and markup in a line': 'done',
  'a result of markup': 'done',
};

describe('a runner that strategy code has taken over', () => {
  it.each(forgeryNames)('gains nothing from %s', async (name) => {
    const record = await forge(name);
    const outcome = record.status === 'done' ? 'done' : record.error?.code;
    expect(outcome).toBe(otherwise[name] ?? 'protocol-violation');
    if (record.status === 'done') {
      expect(record.badges.verified.state).toBe('failed');
      expect(record.badges.verified.detail).toContain('tampered');
      expect(record.curve.equity.every(Number.isFinite)).toBe(true);
    } else {
      expect(record.error?.hint).not.toBe('');
      expect(record.metrics).toEqual([]);
    }
    await expectAnAnswer();
  });
});

/** Tries to change what its runner computes with, where no rule looks for it any more. */
const patches = `import { Strategy } from 'stratbox';
const seen = [];
const change = (owner, name, make) => {
  try { owner[name] = make(owner[name]); } catch { seen.push(name); }
};
change(Array.prototype, 'push', (old) => function (...all) { seen.push(all); return old.apply(this, all); });
change(Math, 'max', () => () => 1e9);
change(JSON, 'stringify', () => () => '[]');
change(Number, 'isFinite', () => () => true);
change(Float64Array.prototype, 'fill', () => function () { return this; });
change(Object.prototype, 'amount', () => 1e6);
export default class Patcher extends Strategy {
  onBar(bar) { if (bar.index === 3) this.buy(1); }
}
`;

describe('a strategy that patches builtins', () => {
  it('is refused before it reaches a sandbox', async () => {
    const record = await run(patches);
    expect(record).toMatchObject({ status: 'blocked', error: { code: 'blocked' } });
    expect(record.error?.hint).not.toBe('');
    await expectAnAnswer();
  });
});

/** Everything a terminal would obey rather than show, but line ends and tabs. */
const commanding = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('what a strategy prints', () => {
  it('is kept as it was said, and reaches no terminal as a command', async () => {
    const record = await forge('escapes and markup in a line');
    expect(record.log[0]?.text).toContain('<img src=x onerror=alert(1)>');
    expect(describeRun(record)).not.toMatch(commanding);
    await expectAnAnswer();
  });

  it.each([[[]], [['--json']]])('is shown by the command line with %j as text', async (options) => {
    vi.stubEnv('STRATBOX_HOME', home);
    const file = join(home, 'escapes.js');
    const print =
      "if (bar.index < 2) console.log('\\u001b]0;owned\\u0007\\u009b2J\\u202e<b>bold</b>');";
    writeFileSync(file, strategyWith(print));
    const told: string[] = [];
    const terminal = {
      out: (text: string) => told.push(text),
      say: (text: string) => told.push(text),
      interactive: true,
    };
    const code = await runCli(['run', file, '--sandbox', 'docker', ...options], terminal);
    vi.unstubAllEnvs();
    expect(code).toBe(0);
    const text = told.join('\n');
    expect(text).toContain('owned');
    expect(text).not.toMatch(commanding);
    if (options.length > 0) {
      const { log } = JSON.parse(told.find((one) => one.startsWith('{')) ?? '') as RunRecord;
      expect(log[0]?.text).toBe('\u001b]0;owned\u0007\u009b2J\u202e<b>bold</b>');
    }
  });

  it('is cut at 64 KiB a line and at 1 MiB a run, and says so', async () => {
    const long = await run(strategyWith("if (bar.index === 0) console.log('x'.repeat(1e8));"), {
      limits,
    });
    expect(long.status).toBe('done');
    expect(long.log[0]?.text.length).toBeLessThan(65_600);
    expect(long.log[0]?.text).toMatch(/x … \(truncated\)$/);
    const much = await run(strategyWith("console.log('x'.repeat(60_000));"), { limits });
    expect(much).toMatchObject({ status: 'done', logTruncated: true });
    expect(much.log.at(-1)?.text).toContain('truncated');
    expect(much.log.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1_050_000);
    await expectAnAnswer();
  });
});
