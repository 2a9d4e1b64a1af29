import { expect, test } from 'vitest';
import { draftOf } from '../../src/plan/draft.ts';
import { planRecordSchema } from '../../src/plan/record.ts';

const blank = {
  document_number: null,
  document_symbol: null,
  doc_type: 'Kế hoạch',
  title: null,
  issue_date: null,
  issue_date_precision: 'none',
  issue_date_lower_bound: null,
  issue_place: null,
  issuing_body: null,
  signer: null,
  bloc_name: 'Cụm thi đua số 3',
  level: 'xã',
  year: 2026,
  leader: null,
  deputy: null,
  period_start: null,
  period_end: null,
};
const draft = (changes: object) => draftOf(planRecordSchema.parse({ ...blank, ...changes }));

const rule = (changes: object) => {
  const one = { what: 'Báo cáo (sơ kết)', rule_text: 'báo cáo', due_date: null, kind: 'report', ...changes };
  const [item] = draft({ deadlines: [one] }).items;
  if (item?.kind !== 'deadline') throw new Error('no deadline');
  return item;
};

test.each([
  [{ due_date: '2026-06-14', due_before: '2026-06-15', rule_kind: 'before_day' }, 'before_day', null],
  [{ due_date: '2026-05-31', due_before: '2026-06-01', rule_kind: 'before_month' }, 'before_month', null],
  [{ due_date: '2025-12-31', due_before: '2026-01-01', rule_kind: 'before_year' }, 'before_year', null],
  [{ due_date: '2026-06-15', rule_kind: 'by_day' }, 'by_day', null],
  [{ due_date: '2026-12-31', rule_kind: 'during_month' }, 'during_month', null],
  [{ due_date: '2026-09-30', rule_kind: 'during_quarter' }, 'during_quarter', null],
  [
    {
      due_date: '2026-12-15',
      window_start: '2026-12-10',
      window_end: '2026-12-15',
      rule_kind: 'window',
    },
    'between',
    null,
  ],
  [
    { rule_kind: 'before_day_yearly', recurrence: { freq: 'yearly', before_month: 12, before_day: 10 } },
    'before_day',
    'year',
  ],
  [
    { rule_kind: 'before_month_yearly', recurrence: { freq: 'yearly', before_month: 12 } },
    'before_month',
    'year',
  ],
  [{ rule_kind: 'during_month_yearly', recurrence: { freq: 'yearly', month: 12 } }, 'during_month', 'year'],
  [{ rule_kind: 'by_day_yearly', recurrence: { freq: 'yearly', by_month: 6, by_day: 15 } }, 'by_day', 'year'],
  [{ rule_kind: 'every_quarter' }, 'unstated', 'quarter'],
  [{ rule_kind: 'relative_before_event', offset_days: 10 }, 'unstated', null],
])('the rule %o of a plan becomes a term of that kind', (facts, kind, every) => {
  expect(rule(facts)).toMatchObject({ boundary: { kind }, every, title: 'Báo cáo' });
});

test('a yearly window over the end of the year ends in the next', () => {
  const recurrence = { freq: 'yearly', from_: '12-25', to_: '01-10' };
  expect(rule({ rule_kind: 'window_yearly', recurrence }).boundary).toEqual({
    kind: 'between',
    from: '2026-12-25',
    to: '2027-01-10',
  });
});

test.each([
  [undefined, 'units'],
  ['các đơn vị thành viên', 'units'],
  ['Trưởng khối', 'bloc'],
  ['cụm, khối và đơn vị thành viên', 'both'],
])('who owes it: %s', (who, obliged) => {
  expect(rule({ rule_kind: 'by_day', due_date: '2026-06-15', who })).toMatchObject({ obliged });
});

test('the plan of a single unit or of an authority makes no bloc', () => {
  const members = [{ name: 'Phòng Kinh tế', role: 'trưởng khối' }];
  expect(draft({ member_units: members })).toMatchObject({
    scope: 'bloc',
    sheet: { name: 'Cụm thi đua số 3', label: 'cụm' },
    units: [{ name: 'Phòng Kinh tế', role: 'lead' }],
  });
  const single = draft({ member_units: members, scope: 'member_unit_plan' });
  expect(single).toMatchObject({ scope: 'other', sheet: { name: null }, units: [] });
});

test('a minimum per unit that stands both as target and as quota is one commitment', () => {
  const quota = { text: 'ít nhất 01 mô hình', scope: 'per_unit', operator: '>=', value: 1, unit: 'mô hình' };
  const target = {
    text: 'Mỗi đơn vị 01 mô hình',
    metric: 'Số mô hình',
    operator: '>=',
    value: 1,
    unit: 'mô hình',
  };
  const both = draft({ targets: [{ ...target, per: 'đơn vị' }], quota_requirements: [quota] });
  expect(both.items).toMatchObject([{ kind: 'target', scope: 'each_unit', metric: 'Số mô hình' }]);
  expect(draft({ quota_requirements: [quota] }).items).toMatchObject([{ scope: 'each_unit', low: 1 }]);
});

test('small slips of the document are not shown, doubts and grave ones are', () => {
  const slip = (severity: string) => ({
    severity,
    code: 'ocr',
    where: 'II',
    quote: 'Phần đầu',
    note: severity,
  });
  const { warnings } = draft({ anomalies: ['low', 'high', 'medium'].map(slip) });
  expect(warnings.map(one => one.severity)).toEqual(['high', 'medium']);
});
