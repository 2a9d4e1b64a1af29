import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readTally } from '../../src/text/ballot-tally.ts';
import { readBallot, readDecision } from '../../src/text/ballot-words.ts';

const units = [
  { id: 'u1', names: ['Phòng Kinh tế', 'PKT'] },
  { id: 'u2', names: ['Trạm Y tế xã'] },
];
const today = day('2026-06-08');
const options = [
  { id: 'o1', label: 'Phòng Kinh tế' },
  { id: 'o2', label: 'Trạm Y tế xã' },
];

test.each([
  [
    'Cờ thi đua: phong kinh te; tram y te; chọn 1; đến 17:00 ngày 12/6',
    ['Phòng Kinh tế', 'Trạm Y tế xã'],
    1,
    '2026-06-12T10:00:00.000Z',
  ],
  [
    'Cờ thi đua\n1. PKT\n2) Trạm Y tế\nbầu tối đa 1\nhạn: 16h30 12/6',
    ['Phòng Kinh tế', 'Trạm Y tế xã'],
    1,
    '2026-06-12T09:30:00.000Z',
  ],
  ['Cờ thi đua; tất cả đơn vị; PKT', ['Phòng Kinh tế', 'Trạm Y tế xã'], null, null],
  [
    'Cờ thi đua: Phòng Kinh tế và Trạm Y tế phối hợp; đến hôm nay',
    ['Phòng Kinh tế và Trạm Y tế phối hợp'],
    null,
    '2026-06-08T10:00:00.000Z',
  ],
  ['Cờ thi đua', [], null, null],
])('“%s”', (typed, wanted, seats, closesAt) => {
  const read = readBallot(typed, units, today);
  expect({ ...read, closesAt: read.closesAt?.toISOString() ?? null }).toEqual({
    ...{ title: 'Cờ thi đua', options: wanted, seats, closesAt, badTime: null },
  });
});

test('a decision names just those on the list, with a reason', () => {
  expect(readDecision('Trạm Y tế: theo cuộc họp', options)).toEqual({
    chosen: ['o2'],
    reason: 'theo cuộc họp',
  });
  expect(readDecision('1, 2: cả hai', options)?.chosen).toEqual(['o1', 'o2']);
  for (const typed of ['Trạm Y tế', 'Ban khác: vì', '1, 1: vì sao', '3: vì sao', 'xã, tế: vì'])
    expect(readDecision(typed, options), typed).toBeNull();
});

test('a tally is read in any order, “không hợp lệ” never for “hợp lệ”', () => {
  const typed =
    'không hợp lệ 1; hợp lệ: 7, thu về 8, phát ra 8, có mặt 8, được mời 9\n1. Phòng Kinh tế: 6/1\n2: đồng ý 5, không đồng ý 2';
  expect(readTally(typed, options)).toEqual({
    ...{ electors: 9, present: 8, issued: 8, returned: 8, valid: 7, invalid: 1 },
    options: [
      { option: 'o1', yes: 6, no: 1 },
      { option: 'o2', yes: 5, no: 2 },
    ],
  });
});
