/** Options of checks by names that they no longer have. */
import type { CheckKind } from '../types/check.ts';
import type { Problem } from '../types/place.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** What to write for an option that a kind calls otherwise now. */
export function renamedOption(kind: CheckKind | undefined, name: string): string | undefined {
  const { renamed = {} } = kind ?? {};
  if (!Object.hasOwn(renamed, name)) return undefined;
  return `The option “${name}” has another name now: write ${renamed[name]}.`;
}

/** The options of a rule file's checks that have another name now, whatever else is wrong with it. */
export function renamedOptions(yaml: YamlFile, kinds: Readonly<Record<string, CheckKind>>): Problem[] {
  const check: unknown = isObject(yaml.value) ? yaml.value.check : undefined;
  const checks = Array.isArray(check) ? check : [check];
  return checks.flatMap((each, index) => {
    const kind = isObject(each) && typeof each.kind === 'string' ? each.kind : '';
    if (!isObject(each) || !Object.hasOwn(kinds, kind)) return [];
    return Object.keys(each).flatMap((name): Problem[] => {
      const message = renamedOption(kinds[kind], name);
      if (message === undefined) return [];
      const at: YamlPath = Array.isArray(check) ? ['check', index, name] : ['check', name];
      return [{ path: yaml.path, place: yaml.keyPlace(at), message, severity: 'error' }];
    });
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
