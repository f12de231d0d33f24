import { dataPackage } from './datapackage.ts';

/** datapackage.json of a run. It follows from the schemas alone: the build puts it as a text into this file's place in `dist`. */
export const description = (): string => `${JSON.stringify(dataPackage(), null, 2)}\n`;
