/*
 * What reads markup, which most articles have none of. In `dist` each is loaded when it is first called (scripts/build.ts): unified
 * and the cleaners take a third of a start.
 */

export { cleanHtml } from './html.ts';
export { cleanMarkdown } from './markdown.ts';
