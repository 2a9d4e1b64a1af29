import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksAlike, readUnitList, unitRoleOf } from '../../src/text/unit-list.ts';

const short = (text: string) =>
  readUnitList(text).units.map(({ name, role }) => (role && role !== 'member' ? `${name} [${role}]` : name));

describe('a pasted list is read as people paste lists', () => {
  const expected = ['Văn phòng HĐND và UBND xã [lead]', 'Phòng Văn hóa - Xã hội [deputy]', 'Phòng Kinh tế'];
  test.each([
    [
      'numbered, roles in brackets',
      '1. Văn phòng HĐND và UBND xã (Trưởng khối)\n2. Phòng Văn hóa - Xã hội (Phó Trưởng khối)\n3. Phòng Kinh tế',
    ],
    [
      'dashes, roles behind a dash',
      '- Văn phòng HĐND và UBND xã - Trưởng khối\n- Phòng Văn hóa - Xã hội – Phó trưởng khối;\n- Phòng Kinh tế.',
    ],
    [
      'one line of commas',
      'Văn phòng HĐND và UBND xã (trưởng khối), Phòng Văn hóa - Xã hội (khối phó), Phòng Kinh tế',
    ],
    ['semicolons', 'Văn phòng HĐND và UBND xã: Trưởng khối; Phòng Văn hóa - Xã hội: Phó khối; Phòng Kinh tế'],
    [
      'numbers on one line',
      '1. Văn phòng HĐND và UBND xã (Trưởng khối) 2. Phòng Văn hóa - Xã hội (Phó khối) 3. Phòng Kinh tế',
    ],
    [
      'roles in front',
      'Trưởng khối: Văn phòng HĐND và UBND xã\nPhó Trưởng khối: Phòng Văn hóa - Xã hội\nThành viên: Phòng Kinh tế',
    ],
    [
      'a table',
      '1\tVăn phòng HĐND và UBND xã\tTrưởng khối\n2\tPhòng Văn hóa - Xã hội\tPhó Trưởng khối\n3\tPhòng Kinh tế\tThành viên',
    ],
    [
      'a heading, blank lines, bullets',
      'Các đơn vị gồm:\n\n• Văn phòng HĐND và UBND xã (Đơn vị Trưởng khối)\n\n• Phòng Văn hóa - Xã hội (Phó Trưởng khối thi đua)\n• Phòng Kinh tế',
    ],
    [
      'without marks',
      '(1) Văn phòng HĐND và UBND xã - truong khoi\n(2) Phòng Văn hóa - Xã hội (pho truong khoi)\n(3) Phòng Kinh tế',
    ],
    [
      'roles on lines of their own',
      'Văn phòng HĐND và UBND xã\n(Trưởng khối)\nPhòng Văn hóa - Xã hội\n(Phó Trưởng khối)\nPhòng Kinh tế',
    ],
    [
      'decomposed letters',
      'Văn phòng HĐND và UBND xã (Trưởng khối)\nPhòng Văn hóa - Xã hội (Phó Trưởng khối)\nPhòng Kinh tế'.normalize(
        'NFD',
      ),
    ],
  ])('%s', (_, text) => {
    expect(short(text)).toEqual(expected);
  });
});

test('commas among semicolons part units where a role ended or another name begins', () => {
  expect(
    short('UBMTTQ xã (Trưởng khối), Hội Phụ nữ; Đoàn Thanh niên, Hội Nông dân; Hội Cựu chiến binh'),
  ).toEqual(['UBMTTQ xã [lead]', 'Hội Phụ nữ', 'Đoàn Thanh niên', 'Hội Nông dân', 'Hội Cựu chiến binh']);
  expect(short('Phòng Văn hóa, Xã hội; Ban Văn hóa, Thể thao')).toEqual([
    'Phòng Văn hóa, Xã hội',
    'Ban Văn hóa, Thể thao',
  ]);
});

test('a number with one small word is no unit', () => {
  expect(readUnitList('6.1 trưởng')).toEqual({ units: [], skipped: ['6.1 trưởng'] });
});

test('a comma inside a name does not split it where lines or small letters tell', () => {
  expect(short('Ban Văn hóa, thể thao, Phòng Nội vụ')).toEqual(['Ban Văn hóa, thể thao', 'Phòng Nội vụ']);
  expect(short('Ban Tuyên giáo, Dân vận\nPhòng Nội vụ')).toEqual(['Ban Tuyên giáo, Dân vận', 'Phòng Nội vụ']);
});

test('the last two of a sentence are two units, but an “và” inside a name stays', () => {
  expect(short('Công an xã, Phòng Nội vụ và Trạm Y tế')).toEqual(['Công an xã', 'Phòng Nội vụ', 'Trạm Y tế']);
  expect(short('Công an xã, Văn phòng HĐND và UBND')).toEqual(['Công an xã', 'Văn phòng HĐND và UBND']);
});

test('an abbreviation behind the name is its short name', () => {
  const [unit] = readUnitList('Trung tâm Phục vụ hành chính công (TTHCC) (Trưởng khối)').units;
  expect(unit).toEqual({ name: 'Trung tâm Phục vụ hành chính công', shortName: 'TTHCC', role: 'lead' });
  expect(readUnitList('Văn phòng (viết tắt: VP)').units[0]?.shortName).toBe('VP');
});

test('clusters have their own words', () => {
  expect(['Cụm trưởng', 'cum pho', 'Phó Cụm trưởng', 'Cụm trưởng thi đua'].map(unitRoleOf)).toEqual([
    'lead',
    'deputy',
    'deputy',
    'lead',
  ]);
});

test('what is no name is told, never dropped in silence', () => {
  expect(readUnitList('Phòng Kinh tế\n12/3\nPhòng Nội vụ').skipped).toEqual(['12/3']);
});

/** Names as units have them: a head, words, sometimes a dash. */
const word = fc.constantFrom(
  'Nội vụ',
  'Kinh tế',
  'Tư pháp',
  'Y tế',
  'Địa chính',
  'Văn hóa - Xã hội',
  'Đông Sơn',
  'số 1',
  'THCS',
);
const name = fc
  .tuple(
    fc.constantFrom('Phòng', 'Ban', 'Trung tâm', 'Trường', 'Chi cục'),
    fc.array(word, { minLength: 1, maxLength: 3 }),
  )
  .map(([head, words]) => `${head} ${words.join(' ')}`);
const roleOf = fc.constantFrom<['lead' | 'deputy' | null, string]>(
  ['lead', ' (Trưởng khối)'],
  ['lead', ' - Trưởng khối'],
  ['deputy', ' – Phó Trưởng khối'],
  ['deputy', ' (Phó khối)'],
  [null, ''],
);
const bullet = fc.constantFrom<(n: number) => string>(
  n => `${n}. `,
  n => `${n}) `,
  n => `(${n}) `,
  () => '- ',
  () => '• ',
  () => '',
);

test('whatever the bullets, ends and roles, every listed name comes back with its role', () => {
  const list = fc.array(fc.tuple(name, roleOf), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(list, bullet, fc.constantFrom('\n', ';\n', '.\n', '\r\n'), (units, mark, end) => {
      const text = units.map(([one, [, said]], index) => `${mark(index + 1)}${one}${said}`).join(end);
      const read = readUnitList(text);
      expect(read.skipped).toEqual([]);
      expect(read.units.map(unit => [unit.name, unit.role])).toEqual(
        units.map(([one, [role]]) => [one, role]),
      );
    }),
  );
});

test('no text whatever breaks it, and every name it finds was in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      for (const unit of readUnitList(text).units) expect(unit.name.length).toBeGreaterThan(1);
    }),
  );
});

test('near spellings are alike, different numbers are not', () => {
  expect(looksAlike('Phòng Kinh tế', 'Phòng kinh tê')).toBe(true);
  expect(looksAlike('Trung tâm Dịch vụ sự nghiệp công', 'Trung tâm Dịch vụ sự nghiệp cộng')).toBe(true);
  expect(looksAlike('Trung tâm Phục vụ hành chính công', 'Trung tâm Phục vụ hành chánh côngg')).toBe(true);
  expect(looksAlike('Trường THCS số 1', 'Trường THCS số 2')).toBe(false);
  expect(looksAlike('Tổ dân phố I', 'Tổ dân phố II')).toBe(false);
  expect(looksAlike('Phòng Nội vụ', 'Phòng Kinh tế')).toBe(false);
});

test('a name with and without its place may be one unit', () => {
  expect(looksAlike('Thanh tra tỉnh', 'Thanh tra tỉnh Bắc Ninh')).toBe(true);
  expect(looksAlike('Công an xã Hà Bắc', 'Công an xã')).toBe(true);
  expect(looksAlike('Phòng Kinh tế', 'Phòng Kinh tế - Hạ tầng')).toBe(false);
});
