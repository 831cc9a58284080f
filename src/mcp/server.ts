/** Tools for programs that speak the Model Context Protocol. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { ZodRawShape, z } from 'zod';
import { plain } from '../render/plain.ts';
import { VERSION } from '../version.ts';

/** What a tool answers: the text of the command that it stands for, or why there is none. */
export type Answer = { readonly text: string } | { readonly problem: string };

/** A tool that reads and writes nothing. */
export interface Tool<Shape extends ZodRawShape = ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Shape;
  readonly answer: (input: z.infer<z.ZodObject<Shape>>) => Promise<Answer>;
}

/** Declares a tool; its input gets its type from the declaration. */
export function tool<Shape extends ZodRawShape>(declared: Tool<Shape>): Tool {
  return declared as unknown as Tool;
}

/** Serves tools over standard input and output until the client leaves. */
export async function serve(tools: readonly Tool[]): Promise<void> {
  const server = new McpServer({ name: 'jd-review', version: VERSION });
  for (const { name, title, description, input, answer } of tools) {
    const annotations = { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given) => {
      const answered = await answer(given);
      return 'text' in answered
        ? { content: [{ type: 'text', text: answered.text }] }
        : { content: [{ type: 'text', text: plainLines(answered.problem) }], isError: true };
    });
  }
  const transport = new StdioServerTransport();
  const left = new Promise<void>((resolve) => {
    // The transport does not notice that its client is gone.
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    process.stdout.once('error', () => resolve());
    transport.onclose = resolve;
  });
  await server.connect(transport);
  await left;
  await server.close();
}

function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}
