import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { EventListener } from '../../app/services.ts';
import { maximumSourceLength } from '../../../shared/contract/models/validation.ts';
import {
  sandboxChoiceSchema,
  type RunRecord,
  type RunRequest,
} from '../../../shared/contract/models/run.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { withApp, type Call } from '../client.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import { languageOf, readTextFile } from '../files.ts';
import { oneOf, parameterOptions, readOptions, usageError } from '../options.ts';
import { dataFrom, dataOptions } from '../run-data.ts';
import { limitsFrom, limitsOptions } from '../run-limits.ts';
import { settingsFrom, settingsOptions } from '../run-settings.ts';
import { describeRun, runDocument } from '../run-output.ts';
import { jsonText, printable, type Terminal } from '../terminal.ts';

const optionTable = {
  ...dataOptions,
  ...settingsOptions,
  param: { type: 'string', multiple: true, default: [] as string[] },
  ...limitsOptions,
  sandbox: { type: 'string' },
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
      ...dataFrom(app, values),
      parameters: parameterOptions(values.param),
      settings: settingsFrom(values),
      limits: limitsFrom(values),
      // "Containers only" was said once for all runs.
      sandbox:
        values.sandbox === undefined
          ? (await call('preferences.read', {})).sandbox
          : oneOf('sandbox', values.sandbox, sandboxChoiceSchema.options),
      ...(values.accept === undefined
        ? {}
        : { acceptance: await acceptanceOf(call, source, languageOf(file), values.accept) }),
    };
    const unsubscribe = app.subscribe(tellProgress(terminal, values.json === true));
    const cancel = () => void call('run.cancel', { runId: request.runId });
    process.once('SIGINT', cancel);
    try {
      const record = await call('run.execute', request);
      const document = await runDocument(call, record);
      terminal.out(values.json === true ? jsonText(document) : describeRun(record));
      if (!hasWrongParameter(record)) return exitCodeOf[record.status];
      terminal.say('Correct the value of --param and run again.');
      return exitCodes.badInput;
    } finally {
      process.off('SIGINT', cancel);
      unsubscribe();
    }
  });
}

/** The word of the person at the command line for this text, as the policy judges it now. */
async function acceptanceOf(call: Call, source: string, language: Language, reason: string) {
  const { sourceHash, policy } = await call('validation.check', { source, language });
  return { sourceHash, policyHash: policy?.hash ?? '', reason };
}

/** The value came from the command line: that is wrong usage, and not the strategy's failure. */
function hasWrongParameter({ error }: RunRecord): boolean {
  return /^(?:RangeError|ValueError): (?:Parameter "|There is no parameter ")/.test(
    error?.message ?? '',
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
