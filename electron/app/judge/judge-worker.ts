import { parentPort } from 'node:worker_threads';
import { assess } from '../../../shared/validation/index.ts';
import { hashSource } from './hash-source.ts';
import type { JudgeReply, JudgeRequest } from './messages.ts';

// The thread that reads hostile text: what keeps it busy or kills it does not touch the app.
const port = parentPort;
const reply = (message: JudgeReply) => port?.postMessage(message);

port?.on('message', ({ id, source, language, policy }: JudgeRequest) => {
  reply({ id, sourceHash: hashSource(source), assessment: assess(source, language, policy) });
});
reply({ ready: true });
