import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { Input, Say } from '../../src/dialogues/dialogue.ts';
import { setupDialogue } from '../../src/dialogues/setup.ts';
import type { SetupEffect, SetupFacts, SetupState } from '../../src/dialogues/setup-state.ts';
import { six } from '../support/made-bloc.ts';
import { read } from '../support/score-sheets.ts';

const fresh: SetupFacts = { today: day('2026-06-08'), sheet: null, yearHolds: false, words: '' };
const council = 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc, thành phố Hải Phòng';

/** Somebody setting a bloc up: `[label]` presses a button, `<là` goes back, all else is typed. */
function talk(facts: SetupFacts, ...inputs: string[]) {
  let { state, say, effects } = opened(facts);
  for (const input of inputs) {
    const step = setupDialogue.step(state, asInput(input, say), facts);
    effects = step.effects;
    if (step.kind === 'end')
      return { over: true, state, say: step.say, effects, text: step.say ? read(step.say) : '' };
    state = setupDialogue.state.parse(JSON.parse(JSON.stringify(step.state)));
    say = step.say;
  }
  return { over: false, state, say, effects, text: read(say) };
}

function opened(facts: SetupFacts): { state: SetupState; say: Say; effects: SetupEffect[] } {
  const first = setupDialogue.start(facts);
  if (first.kind === 'end') throw new Error('no first question');
  return first;
}

function asInput(typed: string, say: Say): Input {
  const label = /^\[(.+)\]$/.exec(typed)?.[1];
  if (label === undefined) return typed === '<' ? { kind: 'go', to: 'back' } : { kind: 'text', text: typed };
  const option = say.choices?.flat().find(one => one.label.startsWith(label));
  if (!option) throw new Error(`no button ${label}: ${read(say)}`);
  return { kind: 'option', id: option.id };
}

const begun = ['Khối thi đua số 02 xã Hà Bắc', council];

describe('a new bloc', () => {
  test('is ready after name, council and a pasted list', () => {
    const { effects, over } = talk(fresh, ...begun, six, '[Tạo khối]');
    expect(over).toBe(true);
    expect(effects).toMatchObject([
      {
        kind: 'create',
        bloc: { name: begun[0], label: 'khối', year: 2026, level: 'xã', area: 'thành phố Hải Phòng' },
      },
    ]);
    const [effect] = effects;
    expect(effect?.kind === 'create' && effect.bloc.units.map(unit => unit.role)).toEqual([
      'lead',
      'deputy',
      'member',
      'member',
      'member',
      'member',
    ]);
  });

  test.each(['ko biet', 'chưa rõ', 'không biết ạ', '?'])('%s is no council', words => {
    const { text, over } = talk(fresh, begun[0] ?? '', words);
    expect(over).toBe(false);
    expect(text).toContain('gõ nơi ra quyết định thành lập khối');
    expect(talk(fresh, begun[0] ?? '', words, council, six).text).toContain('1. Tên: Khối thi đua số 02');
  });

  test('the order to read a plan is no name of a bloc', () => {
    expect(talk(fresh, 'nap ke hoach').text).toContain('/nap_ke_hoach');
    expect(talk(fresh, 'nap ke hoach', ...begun, six).text).toContain('1. Tên: Khối thi đua số 02');
  });

  test('a list pasted where the province is asked for is kept as the list', () => {
    const [name] = begun;
    const asked = talk(fresh, name ?? '', 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc', six);
    expect(asked.text).toContain('tỉnh, thành phố nào');
    const place = 'thành phố Hải Phòng';
    const shown = talk(fresh, name ?? '', 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc', six, place);
    expect(shown.text).toContain('6. Đơn vị (6)');
    expect(shown.text).toContain(place);
  });

  test('from October on the year is asked', () => {
    expect(talk({ ...fresh, today: day('2026-10-01') }, begun[0] ?? '').text).toContain('của năm nào');
    expect(talk({ ...fresh, today: day('2026-10-01') }, 'Khối thi đua số 2 năm 2027').text).toContain(
      'Hội đồng',
    );
  });

  test('what the council’s name does not show is asked', () => {
    const { text } = talk(fresh, 'Khối 1', 'Hội đồng TĐKT Bảo hiểm xã hội');
    expect(text).toContain('cấp nào');
    expect(talk(fresh, 'Khối 1', 'Hội đồng TĐKT Bảo hiểm xã hội', '[tỉnh, thành phố]').text).toContain(
      'thuộc tỉnh, thành phố nào',
    );
  });

  test('units may come one by one', () => {
    const { text } = talk(
      fresh,
      ...begun,
      'Văn phòng (Trưởng khối)',
      'Phòng Kinh tế',
      'Trạm Y tế',
      '[Đủ rồi]',
    );
    expect(text).toContain('6. Đơn vị (3)');
  });

  test('one unit is not enough', () => {
    expect(talk(fresh, ...begun, 'Văn phòng', '[Đủ rồi]').text).toContain('ít nhất 2 đơn vị');
  });

  test('forty are the most', () => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, n) => `Trường Tiểu học số ${n + 1}`).join('\n');
    expect(talk(fresh, ...begun, list(41)).text).toContain('nhiều nhất 40 đơn vị');
    expect(talk(fresh, ...begun, list(40)).text).toContain('Gõ số thứ tự của đơn vị');
    expect(talk(fresh, ...begun, list(40), '7').text).toContain('6.7. Trường Tiểu học số 7 – Trưởng khối');
  });

  test('twins are asked about, once', () => {
    const twins = 'Văn phòng (Trưởng khối)\nTrung tâm Dịch vụ công ích\nTrung tâm Dịch vụ công ich';
    expect(talk(fresh, ...begun, twins).text).toContain('gần giống nhau');
    expect(talk(fresh, ...begun, twins, '[Là một]').text).toContain('6. Đơn vị (2)');
    expect(talk(fresh, ...begun, twins, '[Hai đơn vị]').text).toContain('6. Đơn vị (3)');
  });

  test('of joined twins the role that either had stays', () => {
    const twins = 'Phòng Kinh tế\nVăn phòng xã\nPhòng Kinh tê (Trưởng khối)';
    expect(talk(fresh, ...begun, twins, '[Là một]').text).toContain('6.1. Phòng Kinh tế – Trưởng khối');
  });

  test('two leads, or none, are asked about', () => {
    const list = 'Phòng A1 (Trưởng khối)\nPhòng B2 (Trưởng khối)';
    expect(talk(fresh, ...begun, list).text).toContain('chỉ có một');
    const { text } = talk(fresh, ...begun, list, '[2.]');
    expect(text).toContain('6.2. Phòng B2 – Trưởng khối');
    expect(text).not.toContain('6.1. Phòng A1 – Trưởng khối');
  });

  test('a cluster has a Cụm trưởng', () => {
    expect(talk(fresh, 'Cụm thi đua số 5', council, six).text).toContain(
      '6.1. Văn phòng HĐND và UBND xã – Cụm trưởng',
    );
  });

  test.each([
    ['1 Khối thi đua số 03', '1. Tên: Khối thi đua số 03'],
    ['2 2027', '2. Năm thi đua: 2027'],
    ['5. tỉnh Lam Giang', '5. Địa bàn: tỉnh Lam Giang'],
    ['4 tỉnh', '4. Cấp: tỉnh, thành phố'],
    ['6.3 Phòng Kinh tế - Hạ tầng', '6.3. Phòng Kinh tế - Hạ tầng\n'],
    ['6.3 xóa', '6. Đơn vị (5)'],
    ['6.3 phó', '6.3. Phòng Kinh tế – Phó Trưởng khối'],
    ['6.3 trưởng khối', '6.3. Phòng Kinh tế – Trưởng khối'],
    ['6 thêm Trạm Y tế xã', '6.7. Trạm Y tế xã'],
    ['6.7 Trạm Y tế xã', '6.7. Trạm Y tế xã'],
    ['Trạm Y tế xã\nCông an xã', '6.8. Công an xã'],
    ['6.9 xóa', 'Không có mục này'],
    ['xin chào', 'chưa rõ cần sửa gì'],
  ])('is corrected by number: %s', (typed, shown) => {
    expect(talk(fresh, ...begun, six, typed).text).toContain(shown);
  });

  test('an item’s button asks again and leads back to the preview', () => {
    expect(talk(fresh, ...begun, six, '[1. Tên]', 'Khối thi đua số 04').text).toContain(
      '1. Tên: Khối thi đua số 04',
    );
  });

  test('going back asks the question before; giving up leaves nothing', () => {
    expect(talk(fresh, ...begun, '<').text).toContain('tỉnh, thành phố nào');
    const step = setupDialogue.step(opened(fresh).state, { kind: 'go', to: 'cancel' }, fresh);
    expect(step).toMatchObject({ kind: 'end', effects: [{ kind: 'abandon' }] });
  });
});

describe('a bloc that stands', () => {
  const sheet = {
    name: 'Khối thi đua số 02',
    label: 'khối' as const,
    year: 2026,
    councilName: 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc',
    level: 'xã' as const,
    area: 'thành phố Hải Phòng',
  };
  const standing: SetupFacts = { ...fresh, sheet };

  test.each([
    [['1', 'Khối thi đua số 05'], { name: 'Khối thi đua số 05' }],
    [['[2. Cách gọi]', '[Cụm]'], { label: 'cụm' }],
    [['3 2027'], { year: 2027 }],
    [['[5. Cấp]', '[tỉnh]'], { level: 'tỉnh' }],
    [['6 tỉnh Lam Giang'], { area: 'tỉnh Lam Giang' }],
  ])('%j is shown, then done', (inputs, changed) => {
    const shown = talk(standing, ...inputs);
    expect(shown.text).toContain('Đổi thành');
    expect(shown.effects).toEqual([]);
    expect(talk(standing, ...inputs, '[Thực hiện]').effects).toEqual([
      { kind: 'change', sheet: { ...sheet, ...changed } },
    ]);
    expect(talk(standing, ...inputs, '[Bỏ]').effects).toEqual([]);
  });

  test('the year stays once something was handed in', () => {
    expect(talk({ ...standing, yearHolds: true }, '3').text).toContain('không đổi được năm');
  });

  test('the same value changes nothing', () => {
    expect(talk(standing, '1', sheet.name).text).toContain('chưa có gì thay đổi');
  });
});

test('whatever is typed and pressed, every step answers and its state can be stored', () => {
  const input = fc.oneof(
    fc.constantFrom(
      ...begun,
      six,
      'Phòng A1',
      '6.2 xóa',
      '6.1 trưởng',
      '1',
      '3 xã Đông',
      '6',
      '[0]',
      '[1]',
      '[2]',
      '<',
    ),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(input, { maxLength: 25 }), inputs => {
      let { state, say } = opened(fresh);
      for (const one of inputs) {
        const no = /^\[(\d)\]$/.exec(one)?.[1];
        const option = no ? say.choices?.flat()[Number(no)] : undefined;
        const given: Input = option
          ? { kind: 'option', id: option.id }
          : asInput(one.replace(/^\[|\]$/g, '-'), say);
        const step = setupDialogue.step(state, given, fresh);
        if (step.kind === 'end') return;
        state = setupDialogue.state.parse(JSON.parse(JSON.stringify(step.state)));
        say = step.say;
        expect(say.lines.length).toBeGreaterThan(0);
        expect(say.choices?.flat().length ?? 0).toBeLessThanOrEqual(8);
      }
    }),
    { numRuns: 300 },
  );
});

describe('typed as on a phone', () => {
  const sloppy = `Khối gồm:
- Văn phòng HĐND và UBND xã: trưởng khối
- phòng văn hoá - xã hội (pho)
* Phong Kinh te xa
• TT phục vụ hành chính công

5) Trung tâm Dịch vụ sự nghiệp công;
6/ Ban QLDA đầu tư xây dựng`;

  test('bullets, short roles and small letters are read; missing marks are pointed at', () => {
    const { text } = talk(fresh, 'khoi thi dua so 2 xa ha bac', council, sloppy);
    expect(text).toContain('1. Tên: Khoi thi dua so 2 xa ha bac');
    expect(text).toContain('6.2. Phòng văn hoá - xã hội – Phó Trưởng khối');
    expect(text).toContain('⚠ Mục 1, 6.3 có vẻ gõ thiếu dấu');
    expect(talk(fresh, ...begun, six).text).not.toContain('⚠');
  });

  test('a list that goes on is put right by its numbers, and ends with a word', () => {
    const { text } = talk(
      fresh,
      ...begun,
      'Trạm Y tế',
      'Trạm Thú y xã',
      'Phòng Kinh tế',
      'Phòng Nội vụ',
      'xóa 2, 3',
    );
    expect(text).toContain('2. Phòng Nội vụ');
    expect(text).not.toContain('Thú y');
    const led = talk(fresh, ...begun, 'Trạm Y tế', 'Phòng Kinh tế', '1 trưởng khối', 'hết rồi');
    expect(led.text).toContain('6.1. Trạm Y tế – Trưởng khối');
    expect(talk(fresh, ...begun, 'Trạm Y tế', 'xóa 7').text).toContain('Không có mục này');
  });

  test('one small word is no unit; a yes under the preview creates', () => {
    expect(talk(fresh, ...begun, 'Trạm Y tế', 'tạo').text).toContain('Đã có 1 đơn vị');
    expect(talk(fresh, ...begun, six, 'ok').over).toBe(true);
    expect(talk(fresh, ...begun, six, 'tạo').over).toBe(true);
    expect(talk(fresh, ...begun, six, 'không').over).toBe(false);
  });
});
