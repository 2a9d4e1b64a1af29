import { decimal } from '../core/decimal.ts';
import { type Points, points, zero } from '../core/points.ts';
import type { Counts } from '../core/rules/rule.ts';
import type { RuleRef } from '../core/score-table.ts';
import type { RuleHint } from '../core/table-proposal.ts';
import { withoutMarks } from './fold.ts';
import { parsePoints } from './points.ts';
import { bandsIn, levelsIn, saysYesNo } from './rule-clauses.ts';

const AMOUNT = '(\\d+(?:[.,]\\d+)?) ?(?:diem|d)\\b';
const UP_TO = '[^.;\\n]*?';
const COUNTED =
  '(?:lan|vu|viec|truong hop|vi pham|cuoc|buoi|don thu|mo hinh|sang kien|bai|giai|guong|dien hinh|tap the|ca nhan|van ban|noi dung)';

const late = new RegExp(
  `(?:cham|tre)(?: han| nop)?:? ?(?:tu )?(\\d+)(?: ?(?:-|den) ?(\\d+))? ngay${UP_TO}(tru )?${AMOUNT}`,
  'g',
);
const veryLate = new RegExp(
  `(?:cham|tre)(?: han| nop)? (?:tren|qua) (\\d+) ngay${UP_TO}(tru )?${AMOUNT}`,
  'g',
);
const eachDay = new RegExp(`(?:moi ngay (?:nop )?(?:cham|tre)|cham moi ngay)${UP_TO}tru ${AMOUNT}`);
const missing = new RegExp(`thieu (?:1|01|mot|moi)${UP_TO}bao cao${UP_TO}tru ${AMOUNT}`);
const eachOff = new RegExp(
  `(?:moi|1|01|mot) ${COUNTED}${UP_TO}tru ${AMOUNT}|tru ${AMOUNT} ?(?:/|cho moi|moi) ?${COUNTED}`,
);
const eachOn = new RegExp(
  `(?:moi|1|01|mot) ${COUNTED}${UP_TO}(?:cong|thuong|duoc) ${AMOUNT}|cong ${AMOUNT} ?(?:/|cho moi|moi) ?${COUNTED}`,
);
const proportional = /theo (?:ty|ti) le|(?:ty|ti) le thuan/;
const orNothing =
  /(?:neu )?khong (?:co|dat|thuc hien|ban hanh|to chuc)[^.;\n]*?(?:khong co|0|khong duoc|khong) diem/;

/** What a criterion's words and remarks say of how it is scored; null where they say nothing that is known. */
export function ruleHint(text: string, scope: { max: Points; counts: Counts }): RuleHint | null {
  const words = withoutMarks(text);
  return (
    lateHint(words, scope.max) ??
    clauseHint(text, scope.max) ??
    amountHint(missing, words, each => ({
      id: 'missing_reports',
      params: { of: REPORTS, each },
      open: ['reports'],
    })) ??
    amountHint(eachOff, words, each => ({ id: 'penalty_per_occurrence', params: { each }, open: [] })) ??
    (scope.counts === 'penalty'
      ? null
      : amountHint(eachOn, words, each => ({ id: 'bonus_per_item', params: { each }, open: [] }))) ??
    (proportional.test(words) ? hint('ratio', {}, []) : null) ??
    (orNothing.test(words) ? hint('yes_no', {}, []) : null)
  );
}

/** Points by what a figure reaches, or by a level that is named. */
function clauseHint(text: string, max: Points): RuleHint | null {
  if (saysYesNo(text, max)) return hint('yes_no', {}, []);
  const bands = bandsIn(text);
  if (bands) return hint('bands', bands, []);
  const levels = levelsIn(text, max);
  return levels && hint('levels', levels, []);
}

const REPORTS = { kinds: ['report'] };

const hint = (id: string, params: RuleRef['params'], open: RuleHint['open']): RuleHint => ({
  rule: { id, version: 1, params },
  open,
});

function amountHint(
  pattern: RegExp,
  words: string,
  make: (each: Points) => { id: string; params: RuleRef['params']; open: RuleHint['open'] },
): RuleHint | null {
  const [, ...amounts] = pattern.exec(words) ?? [];
  const each = amountOf(amounts.find(amount => amount !== undefined));
  if (each === null) return null;
  const { id, params, open } = make(each);
  return hint(id, params, open);
}

/** "Chậm 1–2 ngày trừ 0,5 điểm" takes off, "chậm 1–2 ngày: 1,5 điểm" leaves. What lies between stays a gap. */
function lateHint(words: string, max: Points): RuleHint | null {
  const each = amountOf(eachDay.exec(words)?.[1]);
  const shared = { of: REPORTS, several: 'worst' };
  if (each !== null) return hint('late_days', { ...shared, each }, ['day_kind', 'several', 'reports']);
  const stated = [...words.matchAll(late)].flatMap(([, from, to, off, amount]) =>
    bandOf({ ge: Number(from), le: Number(to ?? from) }, off, amount, max),
  );
  const beyond = [...words.matchAll(veryLate)].flatMap(([, from, off, amount]) =>
    bandOf({ ge: Number(from) + 1 }, off, amount, max),
  );
  if (stated.length + beyond.length === 0) return null;
  const bands = [{ eq: decimal('0'), points: max }, ...stated, ...beyond];
  return hint('late_days', { ...shared, bands }, ['day_kind', 'several', 'reports']);
}

function bandOf(
  { ge, le }: { ge: number; le?: number },
  off: string | undefined,
  amount: string | undefined,
  max: Points,
) {
  const stated = amountOf(amount);
  if (stated === null) return [];
  const left = off === undefined ? stated : points(Math.max(zero, max - stated));
  const bounds = { ge: decimal(String(ge)), ...(le === undefined ? {} : { le: decimal(String(le)) }) };
  return [{ ...bounds, points: left }];
}

function amountOf(text: string | undefined): Points | null {
  const read = text === undefined ? null : parsePoints(text);
  return read?.kind === 'points' ? read.points : null;
}
