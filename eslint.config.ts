import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const everySourceFile = ['**/*.ts', '**/*.tsx'];

export default tseslint.config(
  { ignores: ['out/', 'release/', 'node_modules/', 'examples/', 'test-results/', '**/*.d.ts'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({
    ...config,
    files: everySourceFile,
  })),
  {
    files: everySourceFile,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Warns of libraries that the React Compiler must skip; this project does not use it.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['scripts/**', 'electron/cli/**', 'docker/runner/**', '**/*.bench.ts'],
    rules: { 'no-console': 'off' },
  },
);
