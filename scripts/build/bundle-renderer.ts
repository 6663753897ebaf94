import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Builds the window's pages and scripts as vite.renderer.config.ts says, into `folder`. */
export async function bundleRenderer(folder: string): Promise<void> {
  // Loaded here: commands that find everything built must not wait for the bundler.
  const { build } = await import('vite');
  await build({
    configFile: join(projectRoot, 'vite.renderer.config.ts'),
    logLevel: 'silent',
    build: { outDir: folder, emptyOutDir: true },
  });
}
