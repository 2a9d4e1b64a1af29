import { describe, expect, it } from 'vitest';
import { navigation, yesNo } from '../../src/text/words.ts';

describe('the way through a conversation', () => {
  it.each([
    ['cancel', ['hủy', 'huỷ', 'huy', 'HỦY', 'Hủy ạ', '/huy', 'thôi', 'thoi', 'dừng', 'Dừng lại.', 'hủy bỏ']],
    ['back', ['lùi', 'lui', 'quay lại', 'quay lai', 'Lùi lại']],
    ['skip', ['bỏ qua', 'bo qua', 'bo_qua', '/bo_qua']],
    ['later', ['để sau', 'de sau', 'Để sau nhé', '/de_sau', 'lúc khác']],
  ])('%s', (way, texts) => {
    for (const text of texts) {
      expect(navigation(text), text).toBe(way);
      expect(navigation(text.normalize('NFD')), text).toBe(way);
    }
  });

  it.each([
    '',
    'hủy báo cáo quý III',
    'đúng',
    'dung',
    'đừng',
    'thời',
    'để sau cuộc họp',
    'bỏ',
    'quay',
    '8,5',
  ])('is not taken from %j', text => {
    expect(navigation(text)).toBeNull();
  });
});

describe('yes and no', () => {
  it.each([
    'có',
    'co',
    'Đồng ý',
    'dong y',
    'ĐỒNG Ý'.normalize('NFD'),
    'đúng',
    'Đúng rồi',
    'ok',
    'OK!',
    'vâng',
    'vâng ạ',
    'dạ',
    'dạ vâng',
    'dạ, có ạ',
    'y',
    'ừ',
  ])('%s is yes', text => {
    expect(yesNo(text)).toBe(true);
  });

  it.each([
    'không',
    'khong',
    'ko',
    'k',
    'K',
    'sai',
    'chưa',
    'chua',
    'dạ không',
    'Dạ chưa ạ',
    'không đồng ý',
    'không đúng',
    'khong phai',
    'n',
  ])('%s is no', text => {
    expect(yesNo(text)).toBe(false);
  });

  it.each(['', 'dung', 'dung roi', 'dừng', 'cờ', 'cô', 'có thể', 'không biết', 'đúng một phần', '8'])(
    '%j is neither',
    text => {
      expect(yesNo(text)).toBeNull();
    },
  );
});
