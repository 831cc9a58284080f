import type { Mapping } from './proposal.ts';

/** A first configuration as YAML: what was found, and what teams set next, as comments. */
export function configText(globs: readonly string[], mappings: readonly Pick<Mapping, 'field' | 'key'>[]): string {
  const lines = ['# What jd-review asks of the postings here. Every setting: docs/configuration.md', ''];
  if (globs.length > 0) lines.push('postings:', ...globs.map((glob) => `  - ${JSON.stringify(glob)}`), '');
  if (mappings.length > 0) {
    lines.push('# Keys of our frontmatter, by what they mean.', 'fields:');
    lines.push(...mappings.map(({ field, key }) => `  ${field}: [${JSON.stringify(key)}]`), '');
  }
  lines.push(
    '# Your own bands in place of the built-in ones, which are of the United States:',
    '# bands: pay/bands.csv',
    '',
    '# Bands that not everybody may see:',
    '# show-bands: false',
    '',
    '# Where pay laws bind you:',
    '# jurisdictions: [Colorado, New York]',
    '',
  );
  return lines.join('\n');
}
