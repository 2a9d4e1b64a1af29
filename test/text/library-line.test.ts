import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { matchesWords, readLibraryLine, searchedText } from '../../src/text/library-line.ts';

const today = day('2026-06-08');
const read = (typed: string, file = 'x.pdf') => readLibraryLine(typed, file, today);

test.each([
  ['12/KH-KTĐ ngày 05/3/2026 Kế hoạch thi đua', 'plan', 'Kế hoạch thi đua', '12/KH-KTĐ', '2026-03-05'],
  ['Kế hoạch thi đua, số 12/KH-KTĐ ngày 05/3/2026', 'plan', 'Kế hoạch thi đua', '12/KH-KTĐ', '2026-03-05'],
  ['Kế hoạch thi đua (12/KH-KTĐ ngày 05/3/2026)', 'plan', 'Kế hoạch thi đua', '12/KH-KTĐ', '2026-03-05'],
  ['Quyết định thành lập khối ngày 29/4/2026', 'decision', 'Quyết định thành lập khối', null, '2026-04-29'],
  ['Mẫu báo cáo kèm theo Kế hoạch', 'form', 'Mẫu báo cáo kèm theo Kế hoạch', null, null],
  ['Hướng dẫn chấm điểm', 'guidance', 'Hướng dẫn chấm điểm', null, null],
  ['Danh sách đơn vị', 'other', 'Danh sách đơn vị', null, null],
])('“%s”', (typed, kind, title, number, issuedOn) => {
  expect(read(typed)).toEqual({ kind, title, number, issuedOn, badDate: null });
});

test('without words the file’s name is the title; a day that does not exist is said, not guessed', () => {
  expect(read('', 'Bien_ban hop.docx')).toMatchObject({ kind: 'minutes', title: 'Bien ban hop' });
  expect(read('Kế hoạch, số 3/KH-KTĐ ngày 31/2/2026')).toMatchObject({
    issuedOn: null,
    badDate: '31/2/2026',
  });
});

test('words are found in any order, without accents, a number with its signs or without', () => {
  const text = searchedText(read('Kế hoạch thi đua, số 12/KH-KTĐ'), 'Kế hoạch', 'a.pdf');
  for (const asked of ['thi dua ke hoach', '12/kh', '12 kh-ktđ', 'KH KTĐ', '12'])
    expect(matchesWords(asked, text), asked).toBe(true);
  for (const asked of ['13', 'quyet dinh', 'thi dua 13'])
    expect(matchesWords(asked, text), asked).toBe(false);
});
