import type { Assembled } from '../outline/assemble.ts';
import { type FieldPay, settleCurrency } from '../pay/currency.ts';
import { payFromField } from '../pay/field.ts';
import { joinEnds, type PayPart } from '../pay/join.ts';
import { settlePay } from '../pay/labels.ts';
import { type MeantMoney, meantBeside, meantMoney } from '../pay/meant.ts';
import { endOfLabel, isJoiner, labelSays, partsFromText } from '../pay/read.ts';
import type { PayFigure, Period } from '../types/pay.ts';
import type { Field } from '../types/posting.ts';
import type { Vocabulary } from '../types/words.ts';

/** The declared pay, and all pay of a posting: that of its frontmatter and of its text. */
export interface ReadPay {
  readonly declaredPay: FieldPay;
  readonly pay: PayFigure[];
}

/** Reads the pay of frontmatter and text; ends of a range in texts of their own are joined. `period` is what a field of its own says. Linear. */
export function readPay(
  fields: ReadonlyMap<string, Field>,
  location: string | undefined,
  assembled: Assembled,
  vocabulary: Vocabulary,
  period?: Period,
): ReadPay {
  const meant = meantMoney([location, fields.get('country')?.value].filter(isText).join(', '), vocabulary);
  const comp = fields.get('comp');
  const declared = comp && comp.value !== null && comp.value !== '' ? comp : undefined;
  const read = declared ? payFromField(declared, vocabulary, meant, fields.get('comp_currency'), period) : {};
  const said = read.figure && !read.unsaid ? read.figure.currency : undefined;
  const open = said ? meantBeside(meant, said, vocabulary) : meant;
  const isJoin = (block: number): boolean => isJoiner(assembled.lines[block]?.plain ?? '', vocabulary);
  const figures = joinEnds(partsOf(assembled, vocabulary, open), isJoin);
  const declaredPay = declared ? settleCurrency(read, declared, figures, meant, vocabulary) : read;
  const comps = declaredPay.figure ? [declaredPay.figure] : [];
  return { declaredPay, pay: settlePay([...comps, ...figures], vocabulary) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Lone amounts and ranges of the text, by block, with the end that a label or the head of a column says. */
function partsOf(assembled: Assembled, vocabulary: Vocabulary, meant: MeantMoney): PayPart[] {
  const { blocks, lines, sections } = assembled;
  const columns = columnsOf(assembled);
  const owners = ownersOf(assembled, vocabulary);
  return blocks.flatMap((block, index) => {
    const line = lines[index]!;
    if (!/\d/.test(line.plain)) return [];
    const owner = owners[block.section]!;
    const section = sections[owner]!;
    const head = columns.heads[index];
    const cells = [head, columns.rows[index]].filter((cell) => cell !== undefined && cell !== index);
    const labels = cells.map((cell) => lines[cell!]!.plain);
    const says = labels.map((text) => labelSays(text, vocabulary));
    if (says.includes('other') && !says.includes('pay')) return [];
    const context = { section: section.kind, heading: labels[says.indexOf('pay')] ?? section.heading };
    const parts = partsFromText(line.plain, (at) => line.source.start(at), context, vocabulary, meant);
    if (parts.length === 0) return [];
    const column = head === undefined ? undefined : endOfLabel(lines[head]!.plain, vocabulary, true);
    const label =
      column ??
      (isLabel(blocks[index - 1]) || owner !== block.section
        ? endOfLabel(lines[index - 1]!.plain, vocabulary)
        : undefined);
    return parts.map((part): PayPart => {
      const end = part.end ?? (parts.length === 1 && part.alone ? label : undefined);
      return {
        ...part,
        block: index,
        section: owner,
        ...(end ? { end } : {}),
        ...(column && !part.end ? { row: columns.rows[index]! } : {}),
      };
    });
  });
}

/** Of each section the one whose terms it states: a heading that names no more than an end of the pay is a label below another. */
function ownersOf({ sections }: Assembled, vocabulary: Vocabulary): number[] {
  const owners: number[] = [];
  sections.forEach(({ heading }, index) => {
    const isEnd = index > 0 && heading !== '' && endOfLabel(heading, vocabulary) !== undefined;
    owners.push(isEnd ? owners[index - 1]! : index);
  });
  return owners;
}

/** A text that may name the amount below it or beside it. */
function isLabel(block: Assembled['blocks'][number] | undefined): boolean {
  return block !== undefined && block.kind !== 'title' && block.kind !== 'heading';
}

/** Of each cell its row, and the cell at the head of its column where that is another. */
function columnsOf({ blocks }: Assembled): { readonly heads: number[]; readonly rows: number[] } {
  const heads: number[] = [];
  const rows: number[] = [];
  let first = -1;
  let start = -1;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind !== 'cell') {
      first = -1;
      continue;
    }
    const last = blocks[at - 1];
    if (first < 0) first = start = at;
    else if (last?.lines.start !== block.lines.start) start = at;
    rows[at] = start;
    const head = first + (at - start);
    if (start > first && blocks[head]?.lines.start === blocks[first]?.lines.start) heads[at] = head;
  }
  return { heads, rows };
}
