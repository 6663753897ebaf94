// The embedded sandbox's own process: QuickJS in WebAssembly, which is given no handle to anything but
// the job and the frames. Around it Node's permission model denies this process all files but its own
// bundle, threads and other processes; it does not deny the network, so that QuickJS has none is the
// only wall there.
import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core';
import { readFileSync } from 'node:fs';
import { createSandboxHost, writeFailure } from '../../../../docker/runner/sandbox-host.ts';
import { readJob, writeFrame } from '../../../../docker/runner/stdio.ts';
import { frameTypes } from '../../../../shared/frames/codec.ts';
import {
  jobGlobal,
  moduleNames,
  moduleText,
  resolveImport,
  runOf,
} from '../../../../shared/strategy/bootstrap.ts';
import { describeThrown } from '../../../../shared/strategy/describe-thrown.ts';
import type { SandboxHost } from '../../../../shared/strategy/sandbox-host.ts';

// The desktop app runs this under Electron's Node. A runtime that does not know or ignores
// --permission must not run a strategy.
if (['fs.write', 'child', 'worker'].some((scope) => process.permission?.has(scope) !== false)) {
  process.stderr.write("Node's permission model is not in force in this process.\n");
  process.exit(4);
}

const engineText = readFileSync(new URL('./stratbox.js', import.meta.url), 'utf8');
const quickJs = await newQuickJSWASMModuleFromVariant(variant);
writeFrame(frameTypes.ready, {});
const { job, columns, tables } = await readJob();

/** WebAssembly frames take several times this on the process's own stack, which holds about 1 MB. */
const maximumStackBytes = 96 * 1024;

const runtime = quickJs.newRuntime();
runtime.setMemoryLimit(job.memoryMegabytes * 1024 * 1024);
runtime.setMaxStackSize(maximumStackBytes);
// Not by the clock on the wall, which may be set while a strategy runs.
const deadline = performance.now() + job.timeLimitSeconds * 1000;
let timedOut = false;
runtime.setInterruptHandler(() => {
  timedOut = performance.now() > deadline;
  return timedOut;
});
runtime.setModuleLoader(
  (name) => moduleText(name, engineText, job.source),
  (referrer, specifier) => resolveImport(specifier, referrer),
);
const context = runtime.newContext();
leaveJob(
  context,
  createSandboxHost(() => process.exit(0)),
);
try {
  const main = moduleText(moduleNames.main, engineText, job.source);
  const result = context.evalCode(main, moduleNames.main, { type: 'module' });
  if (result.error) report(context.dump(result.error) as unknown);
  else reportPromise(result.value);
} catch (error) {
  // WebAssembly itself ran out of stack or memory, beneath QuickJS's own limits.
  report(error);
}
process.exit(0);

/** Puts the job where the start module takes it from: columns as bytes, callbacks as functions. */
function leaveJob(vm: QuickJSContext, host: SandboxHost): void {
  const entry = vm.newObject();
  const toBytes = vm.unwrapResult(vm.evalCode('(buffer) => new Uint8Array(buffer)'));
  const inside = (bytes: Uint8Array) => {
    const buffer = vm.newArrayBuffer(new Uint8Array(bytes).buffer);
    return vm.unwrapResult(vm.callFunction(toBytes, vm.undefined, buffer));
  };
  const callbacks = vm.newObject();
  for (const [name, callback] of Object.entries(host) as [string, (...values: never[]) => void][]) {
    vm.newFunction(name, (...handles: QuickJSHandle[]) => {
      callback(...(handles.map((handle) => vm.dump(handle) as unknown) as never[]));
    }).consume((handle) => vm.setProp(callbacks, name, handle));
  }
  vm.setProp(entry, 'run', vm.newString(runOf(job)));
  vm.setProp(entry, 'columns', inside(columns));
  vm.setProp(entry, 'tables', inside(tables));
  vm.setProp(entry, 'host', callbacks);
  vm.setProp(vm.global, jobGlobal, entry);
}

function reportPromise(promise: QuickJSHandle): void {
  const state = context.getPromiseState(promise);
  if (state.type === 'rejected') report(context.dump(state.error) as unknown);
  if (state.type === 'pending') report(new Error('A strategy must not use await at its top level'));
}

function report(error: unknown): void {
  const { message, stack } = describeThrown(error);
  if (timedOut) {
    writeFailure('time-limit', `The strategy ran longer than ${job.timeLimitSeconds} seconds`);
  } else if (message.includes('out of memory')) {
    writeFailure('out-of-memory', `The strategy used more than ${job.memoryMegabytes} MB`);
  } else {
    writeFailure('strategy-error', message, stack);
  }
}
