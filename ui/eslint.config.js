// Knows the house's arrows: parts know no feature, features know no other feature, pages compose,
// and only backend/tauri.ts names Tauri.
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const TAURI = { group: ['@tauri-apps/*'], message: 'Only src/backend/tauri.ts talks to Tauri.' };
const FEATURES = { group: ['**/features/**'], message: 'This folder knows no feature.' };
const OTHER_FEATURES = { group: ['../*/**', '!../../**'], message: 'A feature knows no other feature: pages compose.' };
const PAGES = { group: ['**/pages/**'], message: 'Only a page knows a page.' };
const PARTS = { group: ['**/parts/**'], message: 'This folder draws nothing.' };
const MOCK = { group: ['**/backend/mock*', '**/backend/mock/**'], message: 'Only backend/index.ts chooses the mock.' };

const arrows = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/', 'src/backend/wire.ts', 'src/backend/plans.ts'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 70 }],
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  { files: ['**/*.test.ts', 'scripts/**'], rules: { 'max-lines-per-function': 'off', 'no-console': 'off' } },
  arrows(['src/words/**'], [TAURI, FEATURES, PAGES, PARTS, MOCK], ['**/*.test.ts']),
  arrows(['src/parts/**'], [TAURI, FEATURES, PAGES, MOCK], ['**/*.test.ts']),
  arrows(['src/features/**'], [TAURI, OTHER_FEATURES, PAGES, MOCK], ['**/*.test.ts']),
  arrows(['src/pages/**'], [TAURI, MOCK], ['**/*.test.ts', 'src/pages/app/set-up-way.ts']),
  arrows(['src/backend/**'], [TAURI, FEATURES, PAGES, PARTS], ['src/backend/tauri.ts']),
);
