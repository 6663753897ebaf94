import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { frameTypes } from '../../shared/frames/codec.ts';
import {
  jobGlobal,
  moduleNames,
  moduleText,
  resolveImport,
  runOf,
} from '../../shared/strategy/bootstrap.ts';
import { describeThrown } from '../../shared/strategy/describe-thrown.ts';
import { createSandboxHost, writeFailure } from './sandbox-host.ts';
import { readJob, writeFrame } from './stdio.ts';

/** A sandbox that is not given a job ends by itself: the app that started it may be gone. */
const idleLimitMilliseconds = 15 * 60 * 1000;

const engineText = readFileSync(new URL('./stratbox.js', import.meta.url), 'utf8');
const idleTimer = setTimeout(() => process.exit(3), idleLimitMilliseconds);

// An ordinary global without a host object behind it, in which no text can become code.
const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
  codeGeneration: { strings: false, wasm: false },
});
const modules = new Map<string, vm.SourceTextModule>();
let source = '';

// All that needs no job is done while nobody waits for it.
const engine = moduleNamed(moduleNames.engine);
await engine.link(linked);
await engine.evaluate();
writeFrame(frameTypes.ready, {});
const { job, columns, tables } = await readJob();
clearTimeout(idleTimer);
source = job.source;
const globals = context as Record<string, unknown>;
globals[jobGlobal] = {
  run: runOf(job),
  columns: insideContext(columns),
  tables: insideContext(tables),
  host: createSandboxHost(() => process.exit(0)),
};

try {
  const main = moduleNamed(moduleNames.main);
  await main.link(linked);
  const evaluation = main.evaluate({ timeout: job.timeLimitSeconds * 1000 });
  // A run that ends does so inside `evaluate`. Whatever is still pending now waits for something,
  // and a decision that waits is not made at its bar.
  await Promise.race([evaluation, new Promise((resolve) => setImmediate(resolve))]);
  writeFailure('strategy-error', 'A strategy must not use await at its top level');
} catch (error) {
  reportFailure(error);
}
process.exit(0);

function linked(specifier: string, referrer: vm.Module): vm.SourceTextModule {
  return moduleNamed(resolveImport(specifier, referrer.identifier));
}

function moduleNamed(name: string): vm.SourceTextModule {
  const known = modules.get(name);
  if (known !== undefined) return known;
  const created = new vm.SourceTextModule(moduleText(name, engineText, source), {
    context,
    identifier: name,
    importModuleDynamically: (specifier: string) => {
      throw new Error(`import("${specifier}") is not available inside the sandbox`);
    },
  });
  modules.set(name, created);
  return created;
}

/** The same bytes in an array of the context's own realm, so that nothing leads back to this one. */
function insideContext(bytes: Uint8Array): Uint8Array {
  const create = vm.runInContext('(length) => new Uint8Array(length)', context) as (
    length: number,
  ) => Uint8Array;
  const copy = create(bytes.length);
  Uint8Array.prototype.set.call(copy, bytes);
  return copy;
}

function reportFailure(error: unknown): void {
  if ((error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
    writeFailure('time-limit', `The strategy ran longer than ${job.timeLimitSeconds} seconds`);
    return;
  }
  const { message, stack } = describeThrown(error);
  writeFailure('strategy-error', message, stack);
}
