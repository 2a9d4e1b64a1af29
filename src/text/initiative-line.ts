import type { InitiativeFacts } from '../core/initiative.ts';
import type { Target } from '../core/target.ts';
import { clean, fold } from './fold.ts';
import { foldLetters } from './fold-letters.ts';

const LABELS: readonly [RegExp, 'people' | 'benefit' | 'title'][] = [
  [/^(?:dong |nhom )?tac gia$|^nguoi (?:thuc hien|lam|viet|dang ky)$/, 'people'],
  [/^hieu qua$|^loi ich$|^tac dung$|^tiet kiem$|^ket qua$/, 'benefit'],
  [/^(?:ten|ten sang kien|sang kien|mo hinh|giai phap)$/, 'title'],
];
const LABELLED = /^([^:]{2,20}?)\s*:\s*(.+)$/s;

/** "Số hóa hồ sơ một cửa; tác giả: Mai, Hoa; hiệu quả: giảm 30% thời gian". Null: not said. */
export function readInitiative(typed: string): Record<'title' | 'people' | 'benefit', string | null> {
  const read: Record<'title' | 'people' | 'benefit', string | null> = {
    title: null,
    people: null,
    benefit: null,
  };
  for (const part of typed.normalize('NFC').split(/[;\n]/)) {
    const words = clean(part).replace(/[\s,.]+$/, '');
    if (words === '') continue;
    const [, label = '', value = ''] = LABELLED.exec(words) ?? [];
    const field = LABELS.find(([pattern]) => pattern.test(fold(label)))?.[1];
    const into = field ?? 'title';
    const said = field ? value : words;
    read[into] = read[into] === null ? said : `${read[into]}; ${said}`;
  }
  return read;
}

/** Whether every part of it says which fact it is: nothing else that is typed behind a number renames a thing. */
export const namesFacts = (typed: string): boolean =>
  typed.split(/[;\n]/).every(part => {
    const words = clean(part.normalize('NFC'));
    const [, label = ''] = LABELLED.exec(words) ?? [];
    return words === '' || LABELS.some(([pattern]) => pattern.test(fold(label)));
  });

/** What a line changes of what stands. */
export const changedFacts = (before: InitiativeFacts, typed: string): InitiativeFacts => {
  const { title, people, benefit } = readInitiative(typed);
  return {
    title: title ?? before.title,
    people: people ?? before.people,
    benefit: benefit ?? before.benefit,
    basis: before.basis,
  };
};

/** A commitment that each unit fulfils by registering initiatives, models or solutions; a share of something is none. */
export function countsInitiatives({ scope, operator, metric, measure }: Target): boolean {
  if (scope !== 'each_unit' || (measure ?? '').includes('%')) return false;
  if (operator !== '>=' && operator !== '=' && operator !== '>') return false;
  return /\b(?:sang kien|mo hinh|giai phap)\b/.test(fold(`${metric} ${measure ?? ''}`));
}

const ACTS: readonly [RegExp, 'ap_dung' | 'cong_nhan' | 'rut'][] = [
  [/^(?:da |dang |duoc |dc )*ap dung[.! ]*$/, 'ap_dung'],
  [/^rut(?: lai)?[.! ]*$/, 'rut'],
  [/^(?:da )?(?:(?:duoc|dc) )?cong nhan(?=$|[\s:.!])(?: (?:theo|tai|bang))?[\s:]*/, 'cong_nhan'],
];

/** "Công nhân" without its accents reads like "công nhận". */
const WORKERS = /^(?:đã |được )*công nhân/iu;

/** "được công nhận theo Quyết định 45/QĐ-UBND": what became of it, and the words behind. */
export function readInitiativeAct(
  typed: string,
): { verb: 'ap_dung' | 'cong_nhan' | 'rut'; line: string } | null {
  const words = clean(typed.normalize('NFC'));
  const folded = foldLetters(words).toLowerCase();
  for (const [pattern, verb] of ACTS) {
    const found = pattern.exec(folded);
    if (found && !WORKERS.test(words)) return { verb, line: words.slice(found[0].length) };
  }
  return null;
}
