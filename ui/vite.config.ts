// Knows how the two pages are built, served for review, and tested. Relative base: the same files
// work under tauri://localhost/app.html and under the station's /board/.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The window's policy, also sent by `vite preview`, so that the screenshots prove it. */
const POLICY =
  "default-src 'self'; connect-src 'self' ipc: http://ipc.localhost; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'";

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte()],
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  build: {
    target: 'safari16',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { app: page('./app.html'), board: page('./board.html') } },
  },
  preview: { headers: { 'Content-Security-Policy': POLICY } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts', 'scripts/*.test.mjs'], restoreMocks: true },
}));
