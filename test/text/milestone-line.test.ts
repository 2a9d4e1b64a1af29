import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { anniversaryOf, numberSaid } from '../../src/text/anniversaries.ts';
import { readMilestoneLine } from '../../src/text/milestone-line.ts';

const today = day('2026-06-08');

test.each([
  ['từ 1/7 đến 18/9', 'Cao điểm', { kind: 'dates', startsOn: '2026-07-01', endsOn: '2026-09-18' }],
  ['tu ngay 1/7/2026', 'Cao điểm', { kind: 'dates', startsOn: '2026-07-01', endsOn: null }],
  ['từ 1/7', '80 ngày đêm cao điểm', { kind: 'dates', startsOn: '2026-07-01', endsOn: '2026-09-18' }],
  ['từ 1/7 đến 30/6', 'Cao điểm', { kind: 'dates', startsOn: '2026-07-01', endsOn: '2027-06-30' }],
  ['từ 20/5', 'Cao điểm', { kind: 'dates', startsOn: '2026-05-20', endsOn: null }],
  ['từ 20/12 đến 10/3', 'Cao điểm', { kind: 'dates', startsOn: '2026-12-20', endsOn: '2027-03-10' }],
  ['từ 31/6', 'Cao điểm', { kind: 'no_day' }],
  ['Ra quân ngày 5/6', 'Cao điểm', { kind: 'activity', body: 'Ra quân', doneOn: '2026-06-05' }],
  ['Từ thiện ở thôn 3', 'Cao điểm', { kind: 'activity', body: 'Từ thiện ở thôn 3', doneOn: '2026-06-08' }],
  ['Ra quân ngày 31/6', 'Cao điểm', { kind: 'no_day' }],
  ['!', 'Cao điểm', { kind: 'nothing' }],
])('%s, %s', (line, name, read) => {
  expect(readMilestoneLine(line, name, today, 2026)).toEqual(read);
  expect(readMilestoneLine(line.normalize('NFD'), name, today, 2026)).toEqual(read);
});

test('anniversaries have the right number, whatever the document says', () => {
  expect(anniversaryOf(day('2026-05-19'))?.number).toBe(136);
  expect(anniversaryOf(day('2026-06-11'))?.number).toBe(78);
  expect(anniversaryOf(day('2026-09-02'))?.number).toBe(81);
  expect(anniversaryOf(day('2026-06-12'))).toBeNull();
  expect(anniversaryOf(day('1890-05-19'))).toBeNull();
  expect(numberSaid('Kỷ niệm 77 năm Ngày thi đua ái quốc')).toBe(77);
  expect(numberSaid('Kỷ niệm 11/6 năm 2026')).toBeNull();
});
