import type { Command } from '../command.ts';
import { BANDS } from './bands.ts';
import { CHECK } from './check.ts';
import { EXPLAIN } from './explain.ts';
import { INIT } from './init.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { LSP } from './lsp.ts';
import { MCP } from './mcp.ts';
import { MERGE } from './merge.ts';
import { NEW } from './new.ts';
import { RULES } from './rules.ts';

/** All commands, in the order of help. */
export const COMMANDS: readonly Command[] = [CHECK, MERGE, INIT, NEW, EXPLAIN, RULES, BANDS, LSP, MCP, INSTRUCTIONS];
