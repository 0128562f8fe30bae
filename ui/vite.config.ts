import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  build: { target: 'safari16.4', modulePreload: { polyfill: false } },
  // Without the browser condition vitest would take Svelte's server build, which cannot mount anything.
  resolve: process.env['VITEST'] === undefined ? {} : { conditions: ['browser'] },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts', 'tests/**/*.test.ts'] },
});
