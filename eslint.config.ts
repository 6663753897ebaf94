import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const everySourceFile = ['**/*.ts', '**/*.tsx'];

export default tseslint.config(
  { ignores: ['out/', 'release/', 'node_modules/', 'examples/', 'test-results/'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({
    ...config,
    files: everySourceFile,
  })),
  {
    files: everySourceFile,
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['scripts/**', 'electron/cli/**', 'docker/runner/**', '**/*.bench.ts'],
    rules: { 'no-console': 'off' },
  },
);
