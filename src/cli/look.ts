import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFolder } from '../builtin.ts';
import type { Look } from '../render/terminal/look.ts';
import type { Policy } from '../types/policy.ts';
import { RULE_PAGES } from '../version.ts';
import { type Io, widthOf } from './io.ts';

/** Widest report: longer lines are hard to read. */
const WIDEST = 120;

/** How the report for people looks where it goes. */
export async function lookOf(policy: Policy, io: Pick<Io, 'stdout' | 'env'>): Promise<Look> {
  const { showBands, failOn } = policy.settings;
  const { env, stdout } = io;
  const terminal = stdout.isTTY === true && env.TERM !== 'dumb';
  const width = widthOf(io);
  const links = terminal && (await stdout.hyperlinks?.());
  return {
    colour: terminal && !env.NO_COLOR,
    boxes: hasBoxes(env),
    ...(width ? { width: Math.min(width, WIDEST) } : {}),
    showBands,
    failOn,
    ...(links ? { pageOf: (rule: string) => pageOf(rule, policy) } : {}),
  };
}

/**
 * Whether the reader's characters hold lines to draw: their locale says so, as it does for whoever reads a pipe; on
 * Windows, which has none, the terminals that do.
 */
function hasBoxes(env: Io['env']): boolean {
  if (env.TERM === 'dumb') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale ? /utf-?8/i.test(locale) : Boolean(env.WT_SESSION);
}

/** The page of a built-in rule; a team's own rules have none. */
export function pageOf(id: string, { known }: Policy): string | undefined {
  const rule = known.find((each) => each.id === id);
  const builtin = rule && existsSync(join(rulesFolder(), rule.category, `${id}.yml`));
  return builtin ? `${RULE_PAGES}#${encodeURIComponent(id)}` : undefined;
}
