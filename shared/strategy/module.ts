// The one bundle that both sandboxes load beside the strategy. A strategy gets the names of api.ts
// only (see bootstrap.ts); the rest is for the sandbox itself.
export * from './api.ts';
export { prepareSandboxRun } from './run-in-sandbox.ts';
