import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createCatalog } from '../datasets/index.ts';
import { createRunHandlers } from '../handlers/run.ts';
import { createJudge } from '../judge/create-judge.ts';
import { createJudgingThread } from '../judge/judging-thread.ts';
import { findLocations } from '../locations.ts';
import { createPolicyStore } from '../policy/policy-store.ts';
import { createReviews } from '../run/reviews.ts';
import { createDockerSandbox } from '../sandbox/docker/index.ts';
import { createEmbeddedSandbox } from '../sandbox/embedded/index.ts';
import { openStore } from '../store/open-store.ts';
import { createHome, exampleSource, runRequest } from '../testing/open-test-app.ts';

const { judge: program, bundles, image, sampleFolder } = findLocations();

/** The real validator, in a thread that ends itself when a text tells it to. */
const fragile = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ source }) => {
  if (source?.includes('END THE THREAD')) process.exit(1);
  if (source?.includes('FILL THE THREAD')) for (const all = []; ; ) all.push(new Array(1e6).fill(all));
});
await import(${JSON.stringify(pathToFileURL(program).href)});
`;

it.each(['END THE THREAD', 'FILL THE THREAD'])(
  'a validator that dies lets nothing run, says so, and judges the next text: %s',
  async (order) => {
    const home = createHome();
    const entry = join(home, 'judge.mjs');
    writeFileSync(entry, fragile);
    const emit = () => undefined;
    const store = openStore(home);
    const thread = createJudgingThread({ entry });
    const policy = createPolicyStore(home, store.audit, emit);
    onTestFinished(async () => {
      await thread.close();
      policy.close();
      store.close();
    });
    const instance = { instanceId: 'judge-faults', imageFolder: image, bundleFolder: bundles };
    const handlers = createRunHandlers({
      store,
      catalog: createCatalog({ folder: home, sampleFolder }),
      sandboxes: {
        docker: createDockerSandbox(instance),
        embedded: createEmbeddedSandbox(bundles),
      },
      judge: createJudge(policy, thread),
      reviews: createReviews(store, emit),
      emit,
    });
    const source = exampleSource('buy-and-hold');
    const honest = async () => (await handlers['run.execute'](runRequest(source))).status;
    expect(await honest()).toBe('done');
    const began = performance.now();
    const stopped = await handlers['run.execute'](runRequest(`// ${order}\n${source}`));
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(stopped).toMatchObject({ status: 'blocked', sandbox: { kind: 'none' } });
    expect(stopped.assessment.findings[0]?.message).toMatch(
      /ended before its time|broke down|took longer/,
    );
    // Another text than the first, whose judgement is kept.
    const next = await handlers['run.execute'](runRequest(`// next\n${source}`));
    expect(next.status).toBe('done');
  },
);
