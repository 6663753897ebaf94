// The app in a process of its own, for tests that kill it: one JSON call a line in, replies and events out.
import { createInterface } from 'node:readline';
import { createApp } from '../services.ts';

const [home = ''] = process.argv.slice(2);
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

const app = await createApp({ host: 'web', home });
app.subscribe((event, payload) => say({ event, payload }));
say({ ready: true });
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const { id, name, input } = JSON.parse(line) as { id: number; name: string; input: unknown };
  void app.dispatch(name, input).then((reply) => say({ id, reply }));
});
lines.on('close', () => void app.close());
