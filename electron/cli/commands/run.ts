import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { readTextFile as readDataFile } from '../../app/datasets/read-text-file.ts';
import type { App, EventListener } from '../../app/services.ts';
import { maximumSourceLength } from '../../../shared/contract/models/validation.ts';
import {
  defaultLimits,
  sandboxChoiceSchema,
  type RunRequest,
} from '../../../shared/contract/models/run.ts';
import { defaultSettings } from '../../../shared/engine/settings.ts';
import { hashSource } from '../../app/run/judge-source.ts';
import { withApp } from '../client.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { languageOf, readTextFile } from '../files.ts';
import { numberOption, parameterOptions, readOptions, usageError } from '../options.ts';
import { describeRun, runDocument } from '../run-output.ts';
import { printable, type Terminal } from '../terminal.ts';

const optionTable = {
  data: { type: 'string', default: 'sp500' },
  from: { type: 'string' },
  to: { type: 'string' },
  param: { type: 'string', multiple: true, default: [] as string[] },
  cash: { type: 'string' },
  commission: { type: 'string' },
  slippage: { type: 'string' },
  lot: { type: 'string' },
  seed: { type: 'string' },
  fill: { type: 'string', default: defaultSettings.fillAt },
  sandbox: { type: 'string', default: 'auto' },
  'time-limit': { type: 'string' },
  memory: { type: 'string' },
  cpus: { type: 'string' },
  accept: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `run FILE [options]`: validates, runs in a sandbox, replays, and prints the verified result. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, optionTable);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw usageError('run needs exactly one file.');
  const source = readTextFile(file, maximumSourceLength);
  return withApp(async (call, app) => {
    const request: RunRequest = {
      runId: randomUUID(),
      name:
        basename(file)
          .replace(/\.\w+$/, '')
          .slice(0, 120) || 'strategy',
      source,
      language: languageOf(file),
      datasetId: datasetFor(app, values.data),
      parameters: parameterOptions(values.param),
      settings: settingsFrom(values),
      limits: {
        timeLimitSeconds:
          numberOption('time-limit', values['time-limit']) ?? defaultLimits.timeLimitSeconds,
        memoryMegabytes: numberOption('memory', values.memory) ?? defaultLimits.memoryMegabytes,
        cpus: numberOption('cpus', values.cpus) ?? defaultLimits.cpus,
      },
      sandbox: oneOf('sandbox', values.sandbox, sandboxChoiceSchema.options),
      ...(values.from === undefined ? {} : { from: values.from }),
      ...(values.to === undefined ? {} : { to: values.to }),
      ...(values.accept === undefined
        ? {}
        : { acceptance: { sourceHash: hashSource(source), reason: values.accept } }),
    };
    const unsubscribe = app.subscribe(tellProgress(terminal, values.json === true));
    const cancel = () => void call('run.cancel', { runId: request.runId });
    process.once('SIGINT', cancel);
    try {
      const record = await call('run.execute', request);
      const document = await runDocument(call, record);
      terminal.out(values.json === true ? JSON.stringify(document, null, 2) : describeRun(record));
      return exitCodeOf[record.status];
    } finally {
      process.off('SIGINT', cancel);
      unsubscribe();
    }
  });
}

type Values = Partial<Record<keyof typeof optionTable, unknown>>;

function settingsFrom(values: Values): RunRequest['settings'] {
  const number = (name: keyof typeof optionTable, fallback: number) =>
    numberOption(name, values[name] as string | undefined) ?? fallback;
  return {
    initialCash: number('cash', defaultSettings.initialCash),
    commissionRate: number('commission', defaultSettings.commissionRate),
    slippageRate: number('slippage', defaultSettings.slippageRate),
    fillAt: oneOf('fill', values.fill as string, ['next-open', 'close'] as const),
    lotSize: number('lot', defaultSettings.lotSize),
    seed: number('seed', defaultSettings.seed),
  };
}

function oneOf<Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw usageError(`--${name} is "${value}"; it must be one of: ${choices.join(', ')}.`);
}

/** A data set by id or name; a path is imported, so that the run can be reproduced from the catalog. */
function datasetFor({ catalog }: App, nameOrPath: string): string {
  const datasets = catalog.list();
  const known = datasets.find(({ id, name }) => id === nameOrPath || name === nameOrPath);
  if (known !== undefined) return known.id;
  if (existsSync(nameOrPath)) {
    const content = readDataFile(nameOrPath);
    return catalog.importFile({ fileName: nameOrPath, content }).id;
  }
  const names = datasets.map(({ id }) => id).join(', ');
  throw new AppError(
    'bad-input',
    `There is no data set and no file named "${nameOrPath}".`,
    `The catalog has: ${names}. Or give the path of a CSV file.`,
  );
}

function tellProgress(terminal: Terminal, json: boolean): EventListener {
  let shown = '';
  return (name, payload) => {
    if (name === 'run.logged' && 'lines' in payload) {
      for (const { level, text } of payload.lines) {
        terminal.say(printable(level === 'log' ? text : `${level}: ${text}`));
      }
    }
    if (name === 'run.progressed' && 'stage' in payload && (terminal.interactive || !json)) {
      const changed = payload.stage === 'building-image' ? payload.message : payload.stage;
      if (changed !== shown && terminal.interactive) terminal.say(`… ${payload.message}`);
      shown = changed;
    }
  };
}
