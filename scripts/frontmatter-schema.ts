/** JSON Schema of a posting's frontmatter, from the words that reading knows: it accepts what a review reads without a fault. */
import { PAY_KEYS } from '../src/pay/value.ts';
import type { RuleSources } from '../src/policy/model.ts';

type Schema = Record<string, unknown>;

/** The schema, without its title. */
export function frontmatterSchema(sources: RuleSources): Schema {
  const declared: Readonly<Record<string, Schema>> = {
    lane: { ...named(sources.lanes), description: `Lane of the role: ${titles(sources.lanes)}.` },
    level: { ...named(sources.levels), description: `Level of the role: ${titles(sources.levels)}.` },
    comp: { ...pay(sources), description: 'Base pay: 165-215K, [165000, 215000], or min, max, currency and period.' },
  };
  const dates = ['posted', 'valid_through', 'comp_reviewed'];
  return {
    type: 'object',
    description: 'Keys that teams use for these fields are understood too; see rules/fields.yml.',
    properties: {
      // Shown for completion; what they may hold stands below, with the other keys for them.
      ...Object.fromEntries(Object.entries(declared).map(([name, { description }]) => [name, { description }])),
      title: { type: 'string', description: 'The job’s title, where it is not the first heading.' },
      location: {
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
        description: 'Where the job is, or Remote.',
      },
      employment_type: {
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
        description: 'Full-time, part-time, contract …',
      },
      posted: { description: 'Day that the posting went up, YYYY-MM-DD.' },
      valid_through: { description: 'Last day to apply, YYYY-MM-DD.' },
      comp_reviewed: { description: 'Day that the pay was last compared with the market, YYYY-MM-DD.' },
      comp_source: { type: 'string', description: 'What the pay was set by.' },
      evergreen: {
        anyOf: [{ type: 'boolean' }, { type: 'string' }],
        description: 'The posting stays open all year: true or yes.',
      },
    },
    patternProperties: Object.fromEntries(dates.map((name) => [keyPattern(keysOf(name, sources)), DATE])),
    allOf: Object.entries(declared).map(([name, value]) => declares(name, value, sources)),
  };
}

/** The canonical key counts where it stands; else any other key of the field, of which one must stand. */
function declares(name: string, { description: _, ...value }: Schema, sources: RuleSources): Schema {
  const pattern = keyPattern(keysOf(name, sources));
  return {
    if: { required: [name] },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    then: { properties: { [name]: value } },
    else: { patternProperties: { [pattern]: value }, not: { propertyNames: { not: { pattern } } } },
  };
}

function keysOf(name: string, { fields }: RuleSources): readonly string[] {
  return [name, ...(fields[name] ?? fields[name.replaceAll('_', '-')] ?? [])];
}

/** Keys in any case, with blanks, `_` and `-` wherever they stand. */
function keyPattern(keys: readonly string[]): string {
  const folded = [...new Set(keys.map((key) => key.toLowerCase().replace(/[\s_-]+/g, '')))];
  return `^(?:${folded.map((key) => [...key].map(anyCase).join('[ _-]*')).join('|')})$`;
}

function anyCase(letter: string): string {
  const upper = letter.toUpperCase();
  if (upper !== letter) return `[${letter}${upper}]`;
  return /[$()*+./?[\\\]^{|}]/.test(letter) ? `\\${letter}` : letter;
}

/** One of a list by its id, title or another word for it, in any case. */
function named(entries: readonly { id: string; title: string; aliases: readonly string[] }[]): Schema {
  const words = entries.flatMap(({ id, title, aliases }) => [id, title, ...aliases]);
  const folded = new Set(words.map((word) => word.toLowerCase().replace(/[\s_-]+/g, ' ')));
  const forms = [...folded].map((word) =>
    word
      .split(' ')
      .map((part) => [...part].map(anyCase).join(''))
      .join('[ _-]+'),
  );
  return {
    type: 'string',
    anyOf: [{ enum: entries.map(({ id }) => id) }, { pattern: `^\\s*(?:${forms.join('|')})\\s*$` }],
  };
}

function titles(entries: readonly { id: string; title: string }[]): string {
  return entries.map((entry) => `${entry.id} (${entry.title})`).join(', ');
}

/** Less than this is no year's pay: the number lost its thousands or its period. */
const LEAST_YEAR = 6000;

function pay(sources: RuleSources): Schema {
  const text = { type: 'string', pattern: '\\d' };
  const amount = { anyOf: [{ type: 'number', exclusiveMinimum: 0 }, text] };
  const yearly = { anyOf: [{ type: 'number', minimum: LEAST_YEAR }, text] };
  const groups = PAY_KEYS as Readonly<Record<string, readonly string[]>>;
  const one = (name: string) => ({ not: { propertyNames: { not: { pattern: keyPattern(groups[name]!) } } } });
  const periods = Object.entries(sources.words).flatMap(([name, words]) =>
    /^pay-(?:hour|day|week|month|year)$/.test(name) ? words : [],
  );
  return {
    anyOf: [
      yearly,
      { type: 'array', items: yearly, minItems: 2, maxItems: 2 },
      {
        type: 'object',
        patternProperties: {
          [keyPattern([...groups.min!, ...groups.max!])]: { anyOf: [amount, { type: 'null' }] },
          [keyPattern(groups.currency!)]: { type: ['string', 'null'] },
          [keyPattern(groups.period!)]: {
            anyOf: [
              { type: 'null' },
              { type: 'string', pattern: `^(?:.*\\b)?(?:${periodForms(periods)})\\.?(?:\\b.*)?$|^$` },
            ],
          },
        },
        anyOf: [one('min'), one('max'), one('value')],
      },
    ],
  };
}

function periodForms(words: readonly string[]): string {
  return [...new Set(words.map((word) => word.toLowerCase()))].map((word) => [...word].map(anyCase).join('')).join('|');
}

/** Any value but a day that is on no calendar, as far as its form tells. */
const DATE: Schema = {
  not: {
    type: 'string',
    pattern: '^\\s*\\d{4}-(?:(?:00|1[3-9]|[2-9]\\d)-\\d\\d|\\d\\d-(?:00|3[2-9]|[4-9]\\d)|02-3\\d|(?:04|06|09|11)-31)',
  },
};
