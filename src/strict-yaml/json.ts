/** JSON text → value, with the line and column of every key and value, as {@link readYaml} gives those of YAML. */
import { type AnyNode, type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Place, Problem } from '../types/place.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

const TOP: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Reads JSON; never throws. Of faults in its grammar the first is told. */
export function readJson(path: string, text: string): YamlFile {
  const failed = (message: string, place = TOP): YamlFile => {
    const problems: Problem[] = [{ path, place, message, severity: 'error' }];
    return { path, value: undefined, problems, place: () => TOP, keyPlace: () => TOP, textPlace: () => TOP };
  };
  let body: ValueNode;
  let value: unknown;
  try {
    ({ body } = parse(text, { mode: 'json' }));
    value = JSON.parse(text);
  } catch (error) {
    const { line, column, message } = error as Error & { line?: number; column?: number };
    if (line === undefined || column === undefined) return failed('Not valid JSON: it is nested too deeply.');
    const why = /^<{7}|^={7}$|^>{7}/m.test(text)
      ? 'marks of a merge are left in it; settle them, or write it anew with --update-baseline'
      : message.replace(/ found\. \(\d+:\d+\)$/, '').replace(/^U/, 'u');
    return failed(`Not valid JSON: ${why}.`, { line, column, endLine: line, endColumn: column });
  }
  const memberAt = (node: AnyNode, step: string | number): MemberNode | undefined =>
    node.type === 'Object'
      ? node.members.findLast(({ name }) => (name.type === 'String' ? name.value : name.name) === step)
      : undefined;
  const nodeAt = (at: YamlPath): AnyNode => {
    let node: AnyNode = body;
    for (const step of at) {
      const next: AnyNode | undefined =
        node.type === 'Array' ? node.elements[Number(step)]?.value : memberAt(node, step)?.value;
      if (next === undefined) break;
      node = next;
    }
    return node;
  };
  const place = (at: YamlPath) => placeOf(nodeAt(at));
  return {
    path,
    value,
    problems: [],
    place,
    keyPlace(at) {
      const member = memberAt(nodeAt(at.slice(0, -1)), at.at(-1) ?? '');
      return member ? placeOf(member.name) : place(at);
    },
    textPlace: place,
  };
}

function placeOf({ loc: { start, end } }: AnyNode): Place {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
