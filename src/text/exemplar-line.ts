import type { Day } from '../core/day.ts';
import type { ExemplarFacts, ExemplarStage } from '../core/exemplar.ts';
import { parseDay } from './days.ts';
import { clean, fold } from './fold.ts';

export interface TypedExemplar {
  name: string | null;
  /** Said without saying what of: of something new its name. */
  loose: string | null;
  merit: string | null;
  caretaker: string | null;
  dueOn: Day | null;
  /** Stood where the day belongs, and is none. */
  badDay: string | null;
  /** The stage that it enters. */
  stage: ExemplarStage | null;
}

const LABELLED = /^([^:]{2,24}?)\s*:\s*(.+)$/s;
const LABELS: readonly [RegExp, 'merit' | 'caretaker' | 'name'][] = [
  [/^(?:thanh tich|viec lam|noi dung|ket qua)$/, 'merit'],
  [/^(?:nguoi |don vi )?(?:phu trach|boi duong|theo doi|giup do)$/, 'caretaker'],
  [/^(?:ten|dien hinh|tap the|ca nhan)$/, 'name'],
];
const UNTIL = /^(?:đến|den|trước|truoc|hạn|han|chậm nhất|cham nhat)(?:\s+(?:hết|het))?(?:\s*:)?\s+/iu;
const STAGES: readonly [RegExp, ExemplarStage][] = [
  [/^(?:(?:dang|da|duoc|dc) )*boi duong$/, 'nurtured'],
  [/^(?:(?:dang|da|duoc|dc) )*tong ket$/, 'summed_up'],
  [/^(?:(?:dang|da|duoc|dc) )*nhan rong$/, 'spread'],
  [/^rut$/, 'withdrawn'],
];

/** "Tổ một cửa; thành tích: không hồ sơ trễ; phụ trách: đồng chí Mai; đến 30/9", or "bồi dưỡng; phụ trách: …". */
export function readExemplar(typed: string, today: Day): TypedExemplar {
  const read: TypedExemplar = {
    ...{ name: null, loose: null, merit: null, caretaker: null, dueOn: null, badDay: null, stage: null },
  };
  for (const part of typed.normalize('NFC').split(/[;\n]/)) {
    const words = clean(part).replace(/[\s,.]+$/, '');
    if (words === '') continue;
    const stage = STAGES.find(([pattern]) => pattern.test(fold(words)))?.[1];
    const [, label = '', value = ''] = LABELLED.exec(words) ?? [];
    const field = LABELS.find(([pattern]) => pattern.test(fold(label)))?.[1];
    if (stage) read.stage = stage;
    else if (field) read[field] = value;
    else if (UNTIL.test(words)) {
      const found = parseDay(words.replace(UNTIL, ''), today);
      read.dueOn = found.kind === 'day' ? found.day : null;
      read.badDay = found.kind === 'day' ? null : words;
    } else read.loose = read.loose === null ? words : `${read.loose}; ${words}`;
  }
  return { ...read, name: read.name ?? read.loose };
}

/** What a line changes of what stands; in a new stage another day holds. */
export const changedExemplar = (before: ExemplarFacts, read: TypedExemplar): ExemplarFacts => ({
  name: read.name ?? before.name,
  merit: read.merit ?? before.merit,
  caretaker: read.caretaker ?? before.caretaker,
  dueOn: read.dueOn ?? (read.stage ? null : before.dueOn),
});
