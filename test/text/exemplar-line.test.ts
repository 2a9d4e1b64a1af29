import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readExemplar } from '../../src/text/exemplar-line.ts';

const today = day('2026-06-08');
const nothing = {
  name: null,
  loose: null,
  merit: null,
  caretaker: null,
  dueOn: null,
  badDay: null,
  stage: null,
};

test.each([
  [
    'Tổ một cửa; thành tích: không hồ sơ trễ; phụ trách: đồng chí Mai; đến 30/9',
    {
      name: 'Tổ một cửa',
      loose: 'Tổ một cửa',
      merit: 'không hồ sơ trễ',
      caretaker: 'đồng chí Mai',
      dueOn: '2026-09-30',
    },
  ],
  ['boi duong; nguoi phu trach: Mai; den 30/9', { stage: 'nurtured', caretaker: 'Mai', dueOn: '2026-09-30' }],
  ['đã tổng kết', { stage: 'summed_up' }],
  ['nhân rộng', { stage: 'spread' }],
  ['rút', { stage: 'withdrawn' }],
  [
    'Tổng kết thực tiễn ở thôn 3',
    { name: 'Tổng kết thực tiễn ở thôn 3', loose: 'Tổng kết thực tiễn ở thôn 3' },
  ],
  ['tên: Tổ một cửa', { name: 'Tổ một cửa' }],
  ['dc nhan rong', { stage: 'spread' }],
  ['đến 31/9', { badDay: 'đến 31/9' }],
])('%s', (line, read) => {
  expect(readExemplar(line, today)).toEqual({ ...nothing, ...read });
  expect(readExemplar(line.normalize('NFD'), today)).toEqual({ ...nothing, ...read });
});
