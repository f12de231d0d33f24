/* Decisions of reviewers: few runs have any. In `dist` they are loaded when first called (scripts/build.ts). */

export { decide } from './decide.ts';
