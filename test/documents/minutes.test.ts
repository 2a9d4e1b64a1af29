import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { minutesDocument } from '../../src/documents/minutes.ts';
import { type MinutesShown, minutesText } from '../../src/text/minutes.ts';
import { unzip } from '../support/unzip.ts';

const unit = (rank: string, name: string, verifiedBy: string) => ({
  ...{ rank, name, self: '95', verified: '93,25', final: '94', note: '', verifiedBy },
});
const shown: MinutesShown = {
  councilName: 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc',
  blocName: 'Khối thi đua số 02 xã Hà Bắc',
  place: 'xã Hà Bắc',
  year: 2026,
  day: day('2026-12-08'),
  tableName: 'Bảng điểm 2026',
  max: '100',
  publishedAt: null,
  units: [unit('1', 'Phòng Kinh tế <&>', 'Văn phòng'), unit('2', 'Văn phòng', 'Phòng Văn hóa - Xã hội')],
  decided: ['Bằng điểm, Phòng Kinh tế xếp trên Trạm Y tế theo số phiếu.'],
  changes: [{ unit: 'Phòng Kinh tế', criterion: '1.2', from: '5', to: '4', reason: 'Thiếu minh chứng' }],
  appeals: [],
  notConsidered: [],
  ballots: [],
  leadName: 'Văn phòng',
};

const textOf = (bytes: Uint8Array) => {
  const xml = unzip(bytes).get('word/document.xml') ?? '';
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
};

test('the minutes are laid out as official letters are: state, motto, number, place and day, signatures', async () => {
  const lines = textOf(await minutesDocument(shown)).split('\n');
  for (const line of [
    // Where lines may end: not within a word of two syllables, nor within the place.
    'HỘI ĐỒNG THI\u00a0ĐUA - KHEN\u00a0THƯỞNG XÃ\u00a0HÀ\u00a0BẮC',
    'KHỐI THI\u00a0ĐUA SỐ 02 XÃ\u00a0HÀ\u00a0BẮC',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hà Bắc, ngày 08 tháng 12 năm 2026',
    'BIÊN BẢN',
    'Nơi nhận:',
    'THƯ KÝ',
    'CHỦ TỌA',
  ])
    expect(lines).toContain(line);
});

test('they say who verified whom, what changed and why, and that a provisional result is one', async () => {
  const text = textOf(await minutesDocument(shown));
  expect(text).toContain('- Văn phòng: Phòng Văn hóa - Xã hội.');
  expect(text).toContain('Phòng Kinh tế <&>');
  expect(text).toContain('Thiếu minh chứng');
  expect(text).toContain('Bằng điểm, Phòng Kinh tế xếp trên Trạm Y tế theo số phiếu.');
  expect(text).toContain('tạm tính, chưa công bố');
  const published = textOf(
    await minutesDocument({ ...shown, publishedAt: '09:42, 10/12/2026', changes: [] }),
  );
  expect(published).toContain('đã công bố lúc 09:42, 10/12/2026');
  expect(published).toContain('Không có tiêu chí nào thẩm định khác tự chấm.');
});

test.each([
  ['tỉnh Lam Giang', 'Lam Giang'],
  ['thành phố Hải Phòng', 'Hải Phòng'],
  ['thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
  ['phường 12', 'Phường 12'],
])('%s is signed in as %s', (place, signedIn) => {
  expect(minutesText.placeAndDay({ place, day: day('2026-12-08') })).toBe(
    `${signedIn}, ngày 08 tháng 12 năm 2026`,
  );
});
