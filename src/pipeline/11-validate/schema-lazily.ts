/* The schemas of rows that are not plainly sound: few articles have one. In `dist` they are loaded when first called (scripts/build.ts). */

export { checkMetric, checkRanking } from './schema.ts';
