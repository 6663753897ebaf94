import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/**
 * Bundles one entry into one readable file, `name` in `folder`: a CommonJS module if it ends in
 * .cjs. `everything` takes the packages in as well; `own-code` leaves them to be imported. Node's
 * own modules and Electron always stay outside.
 */
export async function bundleForNode(
  entry: string,
  name: string,
  folder: string,
  contents: 'everything' | 'own-code',
): Promise<void> {
  if (!existsSync(join(projectRoot, entry))) {
    throw new Error(`${name} cannot be built: ${entry} is not there. Check the file out again.`);
  }
  // Loaded here: commands that find everything built must not wait for the bundler.
  const { build } = await import('vite');
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { target: 'node', noExternal: contents === 'everything' ? true : [] },
    build: {
      ssr: true,
      target: 'es2023',
      minify: false,
      emptyOutDir: false,
      outDir: folder,
      rolldownOptions: {
        input: join(projectRoot, entry),
        external: ['electron'],
        output: {
          format: name.endsWith('.cjs') ? 'cjs' : 'es',
          entryFileNames: name,
          codeSplitting: false,
        },
      },
    },
  });
}
