import type { UnitRole } from '../core/bloc.ts';

/** A bloc is led by a "Trưởng khối", a cluster by a "Cụm trưởng": what things are called under each label. */
export interface BlocWords {
  /** In a sentence: `khối`. */
  bloc: string;
  /** At its beginning: `Khối`. */
  Bloc: string;
  role: Record<UnitRole, string>;
}

const WORDS: Record<'khối' | 'cụm', BlocWords> = {
  khối: {
    bloc: 'khối',
    Bloc: 'Khối',
    role: { lead: 'Trưởng khối', deputy: 'Phó Trưởng khối', member: 'đơn vị thành viên' },
  },
  cụm: {
    bloc: 'cụm',
    Bloc: 'Cụm',
    role: { lead: 'Cụm trưởng', deputy: 'Cụm phó', member: 'đơn vị thành viên' },
  },
};

export const blocWords = (label: 'khối' | 'cụm'): BlocWords => WORDS[label];

/** What a bloc of that name is called, as the name itself says it. */
export const labelOf = (name: string): 'khối' | 'cụm' => (/^\s*c[ụu]m(\s|$)/iu.test(name) ? 'cụm' : 'khối');
