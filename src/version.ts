/** Version of jd-review, as in package.json; a test keeps them equal. */
export const VERSION = '0.1.0';

/** The page that tells of each built-in rule, below a heading of its id. */
export const RULE_PAGES = 'https://github.com/jd-review/jd-review/blob/v0/rules/README.md';
