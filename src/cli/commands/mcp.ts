import { command, TODAY } from '../command.ts';
import { UsageError } from '../io.ts';

export const MCP = command({
  name: 'mcp',
  calls: [
    ['mcp [folder]', 'serve an assistant: check, explain, bands and new as tools (Model Context Protocol, stdio)'],
  ],
  more: 'Assistants start it themselves: docs/assistants.md tells how. It writes nothing, and reads nothing outside of the git repository that the folder (else the one it is started in) lies in.',
  options: TODAY,
  async run({ args: [folder, ...others], flags }, io) {
    if (others.length > 0) throw new UsageError('“mcp” takes one folder: jd-review mcp <folder>');
    const { serveTools } = await import(/* webpackChunkName: "mcp" */ '../mcp.ts');
    return serveTools(folder, flags, io);
  },
});
