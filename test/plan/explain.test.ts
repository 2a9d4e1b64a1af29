import { expect, test } from 'vitest';
import { explainPlan } from '../../src/plan/explain.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { ownPlans } from '../support/plan-files.ts';
import { smallPlan } from '../support/small-plan.ts';

/** Names of the record's own, which are for programs. */
const CODES =
  /\b(?:yearly|half_yearly|quarterly|monthly|report|dossier|self_score|registration|review|event|duration|between|approx|done|before_\w+|by_day|window|[a-z]+_[a-z_]+)\b|[<>]=|\b20\d\d-\d\d\b/;

test.each(ownPlans())('$name: the page for people has no word for programs', ({ text }) => {
  const page = explainPlan(readPlan(text));
  expect(page.split('\n').filter(line => CODES.test(line))).toEqual([]);
});

test('what comes back, whose it is and the hour are said', () => {
  const page = explainPlan(
    readPlan(
      smallPlan(
        'III. TỔ CHỨC THỰC HIỆN\n1. Riêng Công an xã gửi báo cáo quý trước ngày 15 tháng cuối quý.\n2. Các đơn vị (trừ Công an xã) nộp hồ sơ trước 17 giờ 00 ngày 25/11/2026.',
      ),
    ),
  );
  expect(page).toContain('Báo cáo quý (báo cáo) (chỉ Công an xã): lặp lại hằng quý (trước ngày 15)');
  expect(page).toContain('Hồ sơ (hồ sơ) (trừ Công an xã): thứ Tư, 25/11/2026 trước 17 giờ 00');
});
