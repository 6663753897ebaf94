import { parentPort } from 'node:worker_threads';
import { assess, rules } from '../../../shared/validation/index.ts';
import { loadPython } from '../../../shared/validation/languages/python/grammar.ts';
import { examplesOf } from '../../../shared/validation/rule.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { hashSource } from './hash-source.ts';
import { leave, practise, type JudgeReply, type JudgeRequest } from './messages.ts';
import { readPythonBinaries } from './python-binaries.ts';

// The thread that reads hostile text: what keeps it busy or kills it does not touch the app.
const port = parentPort;
const reply = (message: JudgeReply) => port?.postMessage(message);

let isAsked = false;
port?.on('message', (message: JudgeRequest | typeof practise | typeof leave) => {
  if (message === practise) return void practiseOn(examples());
  isAsked = true;
  if (message === leave) return port.close();
  if (message.language === 'javascript') judge(message);
  else void loading().then(() => judge(message));
});
reply({ ready: true });

function judge({ id, source, language, policy }: JudgeRequest): void {
  reply({ id, sourceHash: hashSource(source), assessment: assess(source, language, policy) });
}

let loaded: Promise<void> | undefined;

/** JavaScript does not wait for Python's parser. */
function loading(): Promise<void> {
  loaded ??= loadPython(readPythonBinaries);
  return loaded;
}

type Example = readonly [text: string, language: Language];

const examples = (): Example[] =>
  rules.flatMap((rule) =>
    rule.languages.flatMap((language) =>
      (examplesOf(rule, language)?.good ?? []).map((text): Example => [text, language]),
    ),
  );

/**
 * Judges the rules' own examples, one at a time, until a real text comes: code that has never run is
 * ten times slower, and an analyst's first keystroke should not be what it is tried on.
 */
function practiseOn([example, ...others]: readonly Example[]): void {
  if (isAsked || example === undefined) return;
  const [text, language] = example;
  if (language === 'javascript') assess(text, language);
  else void loading().then(() => assess(text, language));
  setImmediate(practiseOn, others);
}
