import { parentPort } from 'node:worker_threads';
import { assess, rules } from '../../../shared/validation/index.ts';
import { hashSource } from './hash-source.ts';
import { practise, type JudgeReply, type JudgeRequest } from './messages.ts';

// The thread that reads hostile text: what keeps it busy or kills it does not touch the app.
const port = parentPort;
const reply = (message: JudgeReply) => port?.postMessage(message);

let isAsked = false;
port?.on('message', (message: JudgeRequest | typeof practise) => {
  if (message === practise) return void practiseOn(rules.flatMap(({ good }) => good));
  isAsked = true;
  const { id, source, language, policy } = message;
  reply({ id, sourceHash: hashSource(source), assessment: assess(source, language, policy) });
});
reply({ ready: true });

/**
 * Judges the rules' own examples, one at a time, until a real text comes: code that has never run is
 * ten times slower, and an analyst's first keystroke should not be what it is tried on.
 */
function practiseOn([text, ...others]: readonly string[]): void {
  if (isAsked || text === undefined) return;
  assess(text, 'javascript');
  setImmediate(practiseOn, others);
}
