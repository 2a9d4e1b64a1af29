import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { namedOptions } from '../../src/text/ballot-options.ts';
import { readTally } from '../../src/text/ballot-tally.ts';
import { readBallot, readDecision } from '../../src/text/ballot-words.ts';

const units = [
  { id: 'u1', names: ['Phòng Kinh tế', 'PKT'] },
  { id: 'u2', names: ['Trạm Y tế xã'] },
];
const today = day('2026-06-08');
const options = [
  { id: 'o1', names: ['Phòng Kinh tế', 'PKT'] },
  { id: 'o2', names: ['Trạm Y tế xã'] },
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
  [
    'Cờ thi đua: PKT, và các phòng khác; chọn 1, hạn 17h 12/6',
    ['PKT, và các phòng khác'],
    1,
    '2026-06-12T10:00:00.000Z',
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
  const closes = closesAt ? { kind: 'at', at: new Date(closesAt) } : { kind: 'open' };
  expect(read).toEqual({ title: 'Cờ thi đua', options: wanted, seats, closes });
});

test.each([
  ['đến 12/6', '2026-06-13', { kind: 'just_past', day: '2026-06-12', next: '2027-06-12' }],
  ['đến 17:00 ngày 5/1', '2026-12-20', { kind: 'at', at: new Date('2027-01-05T10:00:00Z') }],
  ['đến 12/6/2027', '2026-06-13', { kind: 'at', at: new Date('2027-06-12T10:00:00Z') }],
  ['đến 12/6', '2026-06-12', { kind: 'at', at: new Date('2026-06-12T10:00:00Z') }],
  [
    'hạn: 17:00 ngày 31/11',
    '2026-06-08',
    { kind: 'no_time', typed: '17:00 ngày 31/11', why: '31/11: tháng 11 chỉ có 30 ngày' },
  ],
  ['đến khi xong', '2026-06-08', { kind: 'no_time', typed: 'khi xong', why: null }],
])('“%s” on %s ends so', (typed, on, closes) => {
  expect(readBallot(`Cờ thi đua: A; B; ${typed}`, units, day(on)).closes).toEqual(closes);
});

test('units go by what they are called for short, as everywhere', () => {
  expect(readBallot('Cờ: pkt; TYT; Tổ công tác', units, today).options).toEqual([
    ...['Phòng Kinh tế', 'Trạm Y tế xã', 'Tổ công tác'],
  ]);
  expect(readDecision('TYT, PKT: theo cuộc họp', options)?.chosen).toEqual(['o2', 'o1']);
  expect(readTally('PKT: 5/1\nTYT: 4/2', options).options).toEqual([
    { option: 'o1', yes: 5, no: 1 },
    { option: 'o2', yes: 4, no: 2 },
  ]);
  const named = [
    { id: 'o1', label: 'Phòng Kinh tế' },
    { id: 'o2', label: 'Tổ công tác' },
  ];
  expect(namedOptions(named, units)).toEqual([
    { id: 'o1', names: ['Phòng Kinh tế', 'PKT'] },
    { id: 'o2', names: ['Tổ công tác'] },
  ]);
});

test('nobody is chosen where it is said so, and a single question is answered by yes or no', () => {
  expect(readDecision('để trống: chưa thống nhất', options)).toEqual({
    chosen: [],
    reason: 'chưa thống nhất',
  });
  const one = [{ id: 'o1', names: ['Thông qua kế hoạch 2027'] }];
  expect(readDecision('thông qua: đã lấy ý kiến', one)?.chosen).toEqual(['o1']);
  expect(readDecision('không thông qua: họp lại', one)?.chosen).toEqual([]);
  expect(readDecision('thông qua: đã lấy ý kiến', options), 'which of the two').toBeNull();
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
