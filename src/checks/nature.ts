import type { CheckKind, OptionSpecs } from '../types/check.ts';
import type { CheckContext } from '../types/policy.ts';
import { titlePoint } from './absence-place.ts';

const options = {
  is: {
    type: ['foreign', 'non-ml', 'page'],
    required: true,
    doc: 'What the file is: a posting in another language than English, one of another profession whose lane does not say so, or a page that is no posting.',
  },
} as const satisfies OptionSpecs;

/** A file that other rules do not hold for, or only some: said once. */
export const nature: CheckKind<typeof options> = {
  doc: 'The file is none that all rules hold for.',
  options,
  values: ['language', 'title'],
  compile:
    ({ is }) =>
    (context) => {
      const { posting, nature } = context;
      if (!isSo(is, context)) return [];
      const title = posting.title?.text ?? posting.path;
      return [{ span: titlePoint(posting), found: title, values: { title, language: nameOf(nature.language) } }];
    },
};

function isSo(is: 'foreign' | 'non-ml' | 'page', { nature }: CheckContext): boolean {
  if (is === 'page') return nature.page;
  if (is === 'non-ml') return nature.trade === 'other' && !nature.said;
  return nature.language !== undefined;
}

/** English name of a language by its code. */
function nameOf(code: string | undefined): string {
  return code === undefined ? 'English' : (new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code);
}
