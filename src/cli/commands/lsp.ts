import { command, TODAY } from '../command.ts';
import { UsageError } from '../io.ts';

export const LSP = command({
  name: 'lsp',
  calls: [['lsp', 'serve an editor: findings as one types, fixes and waivers (Language Server Protocol, stdio)']],
  more: 'Editors start it themselves: docs/editors.md tells how. It reads the configuration of the folder that is open, and reads it again when it changes.',
  options: {
    // Clients add these two by themselves; the server reads the second one from the command line.
    stdio: { type: 'boolean', says: 'taken as given: some editors add it' },
    clientProcessId: { type: 'string', value: '<id>', says: 'end when this process does: some editors add it' },
    ...TODAY,
  },
  async run({ args, flags }, io) {
    if (args.length > 0) throw new UsageError('“lsp” takes no paths: the editor says what is open.');
    const { serveEditor } = await import(/* webpackChunkName: "lsp" */ '../lsp.ts');
    return serveEditor(flags, io);
  },
});
