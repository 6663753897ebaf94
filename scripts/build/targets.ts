import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from './bundle-for-node.ts';
import { bundleRenderer } from './bundle-renderer.ts';
import { projectRoot } from './project-root.ts';

export const targetNames = ['sandbox', 'renderer', 'desktop'] as const;
export type TargetName = (typeof targetNames)[number];

export interface Target {
  /** Where the files end up, relative to the project. */
  readonly output: string;
  /** Files and folders whose change makes the output stale. */
  readonly sources: readonly string[];
  /** Files without which the output is incomplete; the last ones to be put in place. */
  readonly entries: readonly string[];
  /** Bundles into `folder`, an empty one beside the output. */
  readonly bundle: (folder: string) => Promise<void>;
}

/** Sources of every target: another bundler or another dependency may give another output. */
const common = ['package.json', 'package-lock.json', 'scripts/build', 'shared'];

export const targets: Readonly<Record<TargetName, Target>> = {
  sandbox: {
    output: 'out/sandbox',
    sources: [...common, 'docker/runner', 'electron/app/sandbox/embedded', 'electron/app/judge'],
    entries: [
      'stratbox.js',
      'runner.js',
      'embedded.js',
      'web-tree-sitter.wasm',
      'tree-sitter-python.wasm',
      'judge.mjs',
    ],
    bundle: async (folder) => {
      await bundleForNode('shared/strategy/module.ts', 'stratbox.js', folder, 'everything');
      await bundleForNode('docker/runner/main.ts', 'runner.js', folder, 'everything');
      await bundleForNode(
        'electron/app/sandbox/embedded/child.ts',
        'embedded.js',
        folder,
        'everything',
      );
      await bundleForNode('electron/app/judge/judge-worker.ts', 'judge.mjs', folder, 'everything');
      for (const name of ['web-tree-sitter', 'tree-sitter-python']) {
        const program = join('node_modules', name, `${name}.wasm`);
        copyFileSync(join(projectRoot, program), join(folder, `${name}.wasm`));
      }
    },
  },
  renderer: {
    output: 'out/renderer',
    sources: [...common, 'renderer', 'docker/python/stratbox', 'vite.renderer.config.ts'],
    entries: ['index.html'],
    bundle: bundleRenderer,
  },
  desktop: {
    output: 'out/main',
    sources: [...common, 'electron/app', 'electron/desktop'],
    entries: ['preload.cjs', 'main.js'],
    bundle: async (folder) => {
      await bundleForNode('electron/desktop/main.ts', 'main.js', folder, 'own-code');
      await bundleForNode('electron/desktop/preload.ts', 'preload.cjs', folder, 'everything');
    },
  },
};
