/*
 * What a program may import.
 */

export { defineRule } from './extractors/rule.ts';
export type { Example, FigureRule, GroupRule, ListRule, PatternRule, Rule, RuleBody, SectionRule } from './extractors/rule.ts';
export { BugError, MachineError, UsageError } from './failures.ts';
export { extractArticles, loadRules, type ArticleBytes, type ExtractArticlesOptions } from './library.ts';
export { readArticle, type ReadOptions } from './pipeline/index.ts';
export { findPeriods, findPlaces, findQuantities } from './run/mentions.ts';
export { cleanArticle } from './run/one-file.ts';
export * from './schema.ts';
export { SourceText, type DecodedFile, type Run, type Span } from './source-text.ts';
export type * from './types.ts';
