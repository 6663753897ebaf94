import path from 'node:path';
import type { CallInput } from '../../../shared/contract/calls.ts';
import type { ImageStatus } from '../../../shared/contract/models/sandbox.ts';
import type { App } from '../../app/services.ts';
import { withApp, type Call } from '../client.ts';
import { describeImage } from '../describe-sandbox.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions, usageError } from '../options.ts';
import { jsonText, printable, type Terminal } from '../terminal.ts';

const actions = ['status', 'build', 'rebuild', 'remove', 'save', 'load'] as const;
type Action = (typeof actions)[number];

/** What a command gives: a document for --json, and the same in words. */
interface Outcome {
  readonly document: unknown;
  readonly words: string;
}

/**
 * `image [status] | build | rebuild | remove | save FILE | load FILE --code CODE`: the sandbox image;
 * with `--python` the one that Python runs in.
 */
export async function image(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, {
    json: { type: 'boolean' },
    code: { type: 'string' },
    python: { type: 'boolean', default: false },
  });
  const [name = 'status', file, ...rest] = positionals;
  const action = actions.find((one) => one === name);
  if (action === undefined) throw usageError(`image has no "${name}"; use ${actions.join(', ')}.`);
  const needsFile = action === 'save' || action === 'load';
  if (rest.length > 0 || (file !== undefined) !== needsFile) {
    throw usageError('Use image status, build, rebuild, remove, save FILE or load FILE.');
  }
  if ((action === 'load') !== (values.code !== undefined)) {
    throw usageError('image load, and only it, takes --code CODE: what image save printed.');
  }
  return withApp(async (call, app) => {
    const unsubscribe = tellProgress(app, terminal);
    const cancel = () => void call('image.cancel', {});
    process.once('SIGINT', cancel);
    try {
      const { document, words } = await carryOut(call, action, {
        path: path.resolve(file ?? ''),
        code: values.code ?? '',
        language: values.python ? 'python' : 'javascript',
      });
      terminal.out(values.json === true ? jsonText(document) : words);
      return exitCodes.done;
    } finally {
      process.off('SIGINT', cancel);
      unsubscribe();
    }
  });
}

async function carryOut(
  call: Call,
  action: Action,
  file: Required<CallInput<'image.load'>>,
): Promise<Outcome> {
  const { language } = file;
  switch (action) {
    case 'status': {
      const { image: first, pythonImage } = await call('sandbox.status', {});
      return describe(language === 'python' ? pythonImage : first);
    }
    case 'build':
    case 'rebuild':
      return describe(await call('image.build', { language }));
    case 'remove':
      return describe(await call('image.remove', { language }));
    case 'load': {
      const { image: loaded } = await call('image.load', file);
      return loaded ? describe(loaded) : { document: null, words: 'No file was chosen.' };
    }
    case 'save': {
      const { saved } = await call('image.save', { path: file.path, language });
      if (!saved) return { document: null, words: 'No file was chosen.' };
      const megabytes = Math.round(saved.sizeBytes / 1e6);
      return {
        document: saved,
        words: [
          `${saved.path}: ${megabytes} MB.`,
          `Code: ${saved.code}`,
          'Take the code along by another way than the file; it is asked for where the file is loaded.',
        ].join('\n'),
      };
    }
  }
}

function describe(image: ImageStatus): Outcome {
  return { document: image, words: describeImage(image) };
}

/** A build's own lines, and of the other tasks each step once. */
function tellProgress(app: App, terminal: Terminal): () => void {
  let told = '';
  return app.subscribe((name, payload) => {
    if (name !== 'image.progressed' || !('task' in payload)) return;
    const { step, line, state } = payload;
    const text = line === '' ? step : line;
    if (state !== 'under-way' || text === told) return;
    told = text;
    terminal.say(printable(text));
  });
}
