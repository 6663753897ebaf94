import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pythonApiPlugin } from './scripts/build/python-api-plugin.ts';

/** The window. Monaco's workers come as files of their own through its `?worker` imports. */
export default defineConfig({
  root: 'renderer',
  // Relative addresses work under app:// and under the web host alike.
  base: './',
  plugins: [react(), pythonApiPlugin()],
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Electron 45's Chromium and the browsers of the last two years.
    target: 'es2023',
    sourcemap: false,
    // The content security policy allows no data: scripts, and workers only as files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      output: {
        // Monaco is not among the groups: it stays in the chunk that the editor loads on demand.
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](recharts|d3-|victory-|@reduxjs|immer)/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
});
