// Knows how components are compiled: runes everywhere, styles into files (the policy forbids inline ones).
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
};
