import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandPhrase, nearestCommand } from '../../src/text/words.ts';

const vocabulary = [
  { name: 'nop_bao_cao', says: ['nộp báo cáo', 'nộp', 'gửi báo cáo'] },
  { name: 'han', says: ['hạn', 'hạn nộp'] },
  { name: 'diem', says: ['điểm', 'xem điểm', 'bảng điểm'] },
  { name: 'cham_diem', says: ['chấm điểm', 'tự chấm'] },
  { name: 'tien_do', says: ['tiến độ', 'ai chưa nộp'] },
  { name: 'toi', says: ['tôi', 'việc của tôi'] },
  { name: 'huy', says: ['hủy', 'thôi'] },
  { name: 'tro_giup', says: ['trợ giúp', 'help'] },
] as const;

const BOT = 'Trợ lý Khối';
const found = (text: string) => {
  const one = nearestCommand(text, vocabulary, BOT, 'tlk_bot');
  return one.kind === 'none' ? 'none' : `${one.kind} ${one.name}${one.rest === '' ? '' : ` | ${one.rest}`}`;
};

describe('what is typed to the assistant', () => {
  it.each([
    ['/nop_bao_cao@tlk_bot quý III', true, 'nop_bao_cao quý III'],
    ['@Trợ lý Khối /han', true, 'han'],
    ['@trợ lý khối: hạn nộp', false, 'hạn nộp'],
    ['@Trợ lý Khối'.normalize('NFD'), false, ''],
    ['@tlk_bot điểm', false, 'điểm'],
    ['@Tên Cũ /han quý IV', true, 'han quý IV'],
    ['@Nguyễn Văn A hạn', false, '@Nguyễn Văn A hạn'],
    ['/ nộp báo cáo', true, 'nộp báo cáo'],
    ['／hạn', true, 'hạn'],
  ])('%s', (text, slash, rest) => {
    expect(commandPhrase(text, [BOT, 'tlk_bot'])).toMatchObject({ slash, text: rest });
  });

  it('keeps the lines of what follows', () => {
    expect(found('/nop_bao_cao quý III\nkèm phụ lục')).toBe('exact nop_bao_cao | quý III\nkèm phụ lục');
  });
});

describe('after a slash a command runs, whatever follows', () => {
  it.each([
    ['/han', 'exact han'],
    ['/HẠN quý IV', 'exact han | quý IV'],
    ['/han_nop', 'exact han'],
    ['/nop_bao_cao quý III', 'exact nop_bao_cao | quý III'],
    ['/nopbaocao quý III', 'exact nop_bao_cao | quý III'],
    ['/nộp báo cáo quý III'.normalize('NFD'), 'exact nop_bao_cao | quý III'],
    ['/Nop-bao-cao: quý III', 'exact nop_bao_cao | quý III'],
    ['/nopbao cao', 'exact nop_bao_cao'],
    ['/nop', 'exact nop_bao_cao'],
    ['/tiendo', 'exact tien_do'],
    [
      '/diem danh sáng mai nhé các đồng chí trong khối ta',
      'exact diem | danh sáng mai nhé các đồng chí trong khối ta',
    ],
    ['/diem -2', 'exact diem | -2'],
    ['/han@tlk_bot quý IV', 'exact han | quý IV'],
    ['@Trợ lý Khối /tro_giup nop_bao_cao', 'exact tro_giup | nop_bao_cao'],
  ])('%s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it('two letters that changed places are one slip', () => {
    expect(found('/hna')).toBe('near han');
    expect(found('/idem')).toBe('near diem');
  });

  it('a slip in a command’s own name before one in what else means another', () => {
    const both = [
      { name: 'han', says: ['hạn', 'xem hạn'] },
      { name: 'them_han', says: ['thêm hạn'] },
    ];
    expect(nearestCommand('/tem_han Báo cáo quân số', both)).toMatchObject({
      kind: 'near',
      name: 'them_han',
    });
  });

  it('though something longer to say would be near it', () => {
    const near = [{ name: 'ghi_nhan', says: ['ghi nhận hộ'] }];
    const line = '/ghi_nhan Phòng Kinh tế 123/BC-KT ngày 28/5/2026';
    expect(nearestCommand(line, near)).toMatchObject({ kind: 'exact', name: 'ghi_nhan' });
  });

  it.each([
    ['/hen', 'near han'],
    ['/nop bao coa', 'near nop_bao_cao'],
    ['/nopbaoca quý III', 'near nop_bao_cao | quý III'],
    ['/tien_doo', 'near tien_do'],
    ['/chamdeim', 'near cham_diem'],
    ['/xyz', 'none'],
    ['/', 'none'],
    ['/ha', 'near han'],
  ])('a slip is asked about: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });
});

describe('without a slash', () => {
  it.each([
    ['hạn', 'exact han'],
    ['Hạn nộp?', 'exact han'],
    ['nộp báo cáo', 'exact nop_bao_cao'],
    ['nop bao cao quy iii', 'exact nop_bao_cao | quy iii'],
    ['nộp báo cáo sơ kết 6 tháng đầu năm 2026', 'exact nop_bao_cao | sơ kết 6 tháng đầu năm 2026'],
    ['điểm của tôi', 'exact diem | của tôi'],
    ['điểm Phòng Kinh tế', 'exact diem | Phòng Kinh tế'],
    ['hạn là khi nào', 'exact han'],
    ['hạn ạ', 'exact han'],
    ['ĐIỂM QUÝ IV', 'exact diem | QUÝ IV'],
    ['trợ giúp nộp báo cáo', 'exact tro_giup | nộp báo cáo'],
    ['@Trợ lý Khối việc của tôi', 'exact toi'],
  ])('a command runs with what looks like its argument: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    ['nop bao coa', 'near nop_bao_cao'],
    ['nop bao coa quý III', 'near nop_bao_cao | quý III'],
    ['tiến dộ', 'exact tien_do'],
    ['tiếng độ', 'near tien_do'],
  ])('a doubtful one is asked about: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    ['điểm danh', 'begins diem | danh'],
    ['nộp rồi', 'begins nop_bao_cao | rồi'],
    ['nộp kế hoạch thi đua của đơn vị tôi', 'begins nop_bao_cao | kế hoạch thi đua của đơn vị tôi'],
    ['điểm danh sáng mai nhé các đồng chí', 'begins diem | danh sáng mai nhé các đồng chí'],
    ['hạn chế của đơn vị là thiếu minh chứng', 'begins han | chế của đơn vị là thiếu minh chứng'],
    ['tôi sẽ gửi sau cuộc họp', 'begins toi | sẽ gửi sau cuộc họp'],
    ['ĐIỂM DANH SÁNG MAI NHÉ', 'begins diem | DANH SÁNG MAI NHÉ'],
  ])('of a sentence it is told how it begins: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    'nộp, báo cáo thì ai cũng biết rồi đồng chí ơi',
    'hen',
    'ban',
    'kính gửi các đồng chí',
    '',
    '!!!',
    'constructor',
  ])('ordinary talk runs nothing: %s', text => {
    expect(found(text)).toBe('none');
  });
});

it('finds every entry, however it is spelt', () => {
  const entry = fc.constantFrom(
    ...vocabulary.flatMap(({ name, says }) => [name, ...says].map(said => ({ name, said }))),
  );
  const spell = fc.constantFrom(
    (said: string) => said,
    (said: string) => said.normalize('NFD').toUpperCase(),
    (said: string) => said.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd'),
    (said: string) => said.replaceAll(' ', '_'),
    (said: string) => said.replaceAll(/[ _]/g, ''),
  );
  fc.assert(
    fc.property(
      entry,
      spell,
      fc.constantFrom('', '/', '@Trợ lý Khối ', '@tlk_bot /'),
      ({ name, said }, as, lead) => {
        expect(found(lead + as(said))).toBe(`exact ${name}`);
      },
    ),
  );
});

it('never throws, and runs nothing on a long sentence without a slash', () => {
  const word = fc.constantFrom(
    'điểm',
    'hạn',
    'nộp',
    'báo',
    'cáo',
    'tôi',
    'quý',
    'III',
    'của',
    'đồng',
    'chí',
    ',',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 12, maxLength: 20 }), words => {
      const text = words.join(' ');
      const kind = nearestCommand(text, vocabulary, BOT).kind;
      if (wordCount(text) > 11) expect(kind).not.toBe('exact');
    }),
  );
  fc.assert(fc.property(fc.string(), text => void nearestCommand(text, vocabulary, BOT)));
});

const wordCount = (text: string) => (text.match(/\p{L}+/gu) ?? []).length;
