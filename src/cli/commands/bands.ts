import { CONFIG, command, TODAY } from '../command.ts';
import { UsageError } from '../io.ts';

export const BANDS = command({
  name: 'bands',
  calls: [
    ['bands show', 'the bands in force, lane by level: spread, progression, overlap, source and day'],
    ['bands show --format json', 'the same for programs'],
    ['bands import <survey>', 'propose how a pay survey (.csv, .xlsx) is read: a mapping file'],
    ['bands import <survey> --map <file>', 'make bands of it: bands.csv'],
  ],
  options: {
    map: { type: 'string', value: '<file>', says: 'which columns, jobs and levels of the survey are meant' },
    output: { type: 'string', value: '<file>', says: 'write there instead of to standard output' },
    format: { type: 'string', value: '<name>', of: ['human', 'json'], says: 'of show: human (default) or json' },
    ...CONFIG,
    ...TODAY,
  },
  examples: [
    'bands import survey.xlsx --output mapping.yml',
    'bands import survey.xlsx --map mapping.yml --output bands.csv',
  ],
  async run({ args: [what, ...files], flags }, io) {
    if (what === 'show') {
      if (files.length > 0)
        throw new UsageError('“bands show” takes no files: it shows the bands of the configuration.');
      const { showBands } = await import(/* webpackChunkName: "rare" */ '../bands-show.ts');
      return showBands(flags, io);
    }
    if (what === 'import') {
      const [file, ...others] = files;
      if (file === undefined || others.length > 0) {
        throw new UsageError('“bands import” takes one survey. Write: jd-review bands import survey.csv');
      }
      const { importBands } = await import(/* webpackChunkName: "survey" */ '../bands-import.ts');
      return importBands(file, flags, io);
    }
    throw new UsageError('Write: jd-review bands show, or jd-review bands import <survey>');
  },
});
