import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readDocumentLine } from '../../src/text/document-line.ts';

const today = day('2026-05-28');
const read = (text: string) => readDocumentLine(text, today);

describe('a message about a document', () => {
  test.each([
    ['123/BC-UBND ngày 28/5/2026', '123/BC-UBND', '2026-05-28', ''],
    ['số 123/BC-UBND, ngày 28/5/2026, kết quả 6 tháng', '123/BC-UBND', '2026-05-28', 'kết quả 6 tháng'],
    ['Báo cáo số 05/BC-PKT ngày 02 tháng 4 năm 2026 về thi đua', '05/BC-PKT', '2026-04-02', 'về thi đua'],
    ['ngày 28/5/2026 số 22-KH/BTCTU', '22-KH/BTCTU', '2026-05-28', ''],
    ['Số: 7/2026/QĐ-TTg\nNgày: 27/5/2026\nNội dung chính', '7/2026/QĐ-TTg', '2026-05-27', 'Nội dung chính'],
    ['đã gửi 123/bc-ubnd hôm nay', '123/BC-UBND', '2026-05-28', ''],
    ['123/BC-UBND 28/5', '123/BC-UBND', '2026-05-28', ''],
    ['123/BC-UBND', '123/BC-UBND', null, ''],
    ['28/5/2026', null, '2026-05-28', ''],
    ['ký ngày 28-5-2026.', null, '2026-05-28', ''],
    ['123/BC-UBND ngày 28/5/2026'.normalize('NFD'), '123/BC-UBND', '2026-05-28', ''],
    ['12/BC-KT ngay 27/5/2026', '12/BC-KT', '2026-05-27', ''],
    ['so 12/BC-KT ngay 27 thang 5 nam 2026', '12/BC-KT', '2026-05-27', ''],
    ['bao cao so 12/bc-kt ky ngay 27/5, ket qua', '12/BC-KT', '2026-05-27', 'ket qua'],
    ['ngay 27/5/2026', null, '2026-05-27', ''],
    ['da gui 123/bc-ubnd hom qua', '123/BC-UBND', '2026-05-27', ''],
    ['45/BC-ĐU; đạt 5/6 chỉ tiêu', '45/BC-ĐU', null, 'đạt 5/6 chỉ tiêu'],
  ])('%j', (text, number, date, rest) => {
    expect(read(text)).toEqual({ number, date, badDate: null, rest });
  });

  test.each([
    'Kết quả thực hiện theo Kế hoạch số 60/KH-UBND ngày 03/12/2025',
    'đạt 5/6 chỉ tiêu, tăng 12/Quý',
    'từ ngày 01/01/2026 đến ngày 30/5/2026 đã tổ chức 3 phong trào',
    '6-tháng đầu năm hoàn thành',
    'Khen thưởng 12 tập thể',
  ])('numbers and dates of other things stay words: %s', text => {
    expect(read(text)).toEqual({ number: null, date: null, badDate: null, rest: text });
  });

  test('a day that does not exist is handed back as typed', () => {
    expect(read('123/BC-UBND ngày 31/2/2026')).toMatchObject({
      number: '123/BC-UBND',
      date: null,
      badDate: '31/2/2026',
    });
    expect(read('30/2/2026')).toMatchObject({ badDate: '30/2/2026', rest: '' });
  });

  test('what is too long for a number is words', () => {
    const long = `1/BC-${'A'.repeat(80)}`;
    expect(read(long)).toMatchObject({ number: null, rest: long });
  });
});

test('a date without a year lies behind, but what is just ahead is no date of last year', () => {
  const january = day('2027-01-19');
  expect(readDocumentLine('21/BC-PKT 28/12', january).date).toBe('2026-12-28');
  expect(readDocumentLine('21/BC-PKT 20/1', january).date).toBe('2027-01-20');
  expect(readDocumentLine('21/BC-PKT 20/6', january).date).toBe('2026-06-20');
});
