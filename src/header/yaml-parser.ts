import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Yaml = typeof import('yaml');

let loaded: Yaml | undefined;

/** The YAML parser, loaded when first asked for: most frontmatter is read without it. In `dist/` it is a file of its own. */
export function yaml(): Yaml {
  if (loaded === undefined) {
    const built = join(dirname(fileURLToPath(import.meta.url)), 'yaml.cjs');
    const load = createRequire(import.meta.url);
    loaded = load(existsSync(built) ? built : 'yaml') as Yaml;
  }
  return loaded;
}
