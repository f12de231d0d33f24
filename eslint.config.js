import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

// compromise's lexicon is one for the whole process: a second argument changes every later call (FINDINGS: load it once, at start-up).
const everywhere = [
  {
    selector: 'CallExpression[callee.name="nlp"][arguments.length>1]',
    message: 'Expected one argument to `nlp()`: a second changes the whole process.',
  },
  {
    selector: 'CallExpression[callee.name="nlp"] > SpreadElement',
    message: 'Expected one argument to `nlp()`: a second changes the whole process.',
  },
];

// The same bytes give the same tables, whatever the machine, the locale, the time or Node's ICU.
const changeable = 'changes with the machine, its locale or its clock';
const inPureCode = [
  ...everywhere,
  {
    selector: 'MemberExpression[property.name=/^(localeCompare|toLocale)/]',
    message: `\`localeCompare\` and \`toLocale…\`: ${changeable}.`,
  },
  {
    selector: 'MemberExpression[computed=true] > Literal[value=/^(localeCompare|toLocale)/]',
    message: `\`localeCompare\` and \`toLocale…\`: ${changeable}.`,
  },
  {
    selector: 'Identifier[name=/^(Date|Intl)$/]:not(MemberExpression[computed=false] > .property):not(Property[computed=false] > .key)',
    message: `\`Date\` and \`Intl\`: ${changeable}.`,
  },
  { selector: 'MemberExpression[object.name="globalThis"]', message: `\`globalThis\`: what it holds ${changeable}.` },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: `\`Math.random\`: ${changeable}.` },
  { selector: 'MemberExpression[object.name="Math"][computed=true]', message: 'Expected a named member of `Math`.' },
];

const noDefaultExport = [
  'error',
  { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
];

export default defineConfig(
  globalIgnores(['dist/', 'output/', 'corpus/', 'coverage/', 'test/fixtures/', 'src/gazetteer/data/']),
  tseslint.configs.strictTypeChecked,
  regexp.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'src/review/page/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', ...everywhere],
      'no-restricted-exports': noDefaultExport,
    },
  },
  { files: ['src/pipeline/**', 'src/extractors/**'], rules: { 'no-restricted-syntax': ['error', ...inPureCode] } },
  { files: ['src/extractors/**', '*.config.{js,ts}'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  { files: ['*.js', 'src/review/page/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
