import * as parser from 'yaml';

/** The YAML parser where there is no disk to load it from: it comes along. package.json (`browser`) puts it in place of yaml-parser.ts. */
export const yaml = (): typeof import('yaml') => parser;
