import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { day } from '../../src/core/day.ts';
import type { Input, Say } from '../../src/dialogues/dialogue.ts';
import { planDialogue } from '../../src/dialogues/plan.ts';
import type { PlanEffect, PlanFacts, PlanState } from '../../src/dialogues/plan-state.ts';
import { madeDraft, madeItems } from '../support/plan-draft.ts';
import { read } from '../support/score-sheets.ts';

const file = { sha256: 'ab'.repeat(32), name: 'ke-hoach.docx', mime: 'application/msword', size: 9 };
const document = (words: string | null, problem: string | null = null) => ({ file, words, problem });
const PLAN = 'KẾ HOẠCH phát động thi đua';

const facts: PlanFacts = {
  today: day('2026-05-04'),
  calendar: createCalendar([], new Map()),
  fresh: false,
  blocName: 'Khối thi đua số 05 xã Đông Sơn Hạ',
  words: '',
  documents: [document(PLAN)],
  newId: '01980000-0000-7000-8000-000000000001',
  read: text => (text.includes('KẾ HOẠCH') ? madeDraft : null),
  draft: madeDraft,
  previous: null,
  applied: new Map(),
  season: { deadlines: [], targets: [], milestones: [], quotas: [] },
  units: [{ id: 'u1', names: ['Phòng Kinh tế'] }],
};

/** `[label` presses the button that begins so, `<file>` sends the facts' documents, all else is typed. */
function talk(given: PlanFacts, ...inputs: string[]) {
  const first = planDialogue.start(given);
  if (first.kind === 'end') throw new Error('no first question');
  let state: PlanState = first.state;
  let say: Say | null = first.say;
  const effects: PlanEffect[] = [];
  for (const typed of inputs) {
    const step = planDialogue.step(state, asInput(typed, say), given);
    effects.push(...step.effects);
    say = step.say;
    if (step.kind === 'end') return { over: true, state, effects, text: say ? read(say) : '' };
    state = planDialogue.state.parse(JSON.parse(JSON.stringify(step.state)));
  }
  return { over: false, state, effects, text: say ? read(say) : '' };
}

function asInput(typed: string, say: Say | null): Input {
  if (typed === '<file>') return { kind: 'files', files: [file], caption: '' };
  const label = /^\[(.+)$/.exec(typed)?.[1];
  if (label === undefined) return { kind: 'text', text: typed };
  const option = say?.choices?.flat().find(one => one.label.startsWith(label));
  if (!option) throw new Error(`no button ${label}: ${say ? read(say) : ''}`);
  return { kind: 'option', id: option.id };
}

const created = (effects: PlanEffect[]) => effects.find(effect => effect.kind === 'create');
const toTheEnd = ['[Ghi vào năm', '[Đúng như vậy', '[Ghi vào năm', '[Đã xem, vẫn ghi'];

describe('a document is read', () => {
  test('from a file: what was found is told with its words, and nothing is created yet', () => {
    const { text, effects, over } = talk(facts, '<file>');
    expect(over).toBe(false);
    expect(text).toContain('Đã đọc Kế hoạch chưa có số (/KH-KTĐ).');
    expect(text).toContain('1. Báo cáo sơ kết: trước ngày 15/6/2026 (dòng 41)');
    expect(text).toContain('2. Chế độ báo cáo: “báo cáo đúng thời gian quy định” (dòng 52)');
    expect(effects).toEqual([{ kind: 'keep', documentId: facts.newId, text: PLAN, files: [file] }]);
  });

  test('from text pasted in several messages, put together in their order', () => {
    const { effects, text } = talk(facts, 'KẾ HOẠCH', 'phát động', '[Đã đủ');
    expect(effects).toMatchObject([{ kind: 'keep', text: 'KẾ HOẠCH\nphát động', files: [] }]);
    expect(text).toContain('Xem lại trước khi ghi');
  });

  test('what is no plan is said so, and a good document may follow', () => {
    const { text } = talk({ ...facts, documents: [document('HÓA ĐƠN bán hàng')] }, '<file>');
    expect(text).toContain('không phải kế hoạch thi đua');
    expect(text).toContain('Đồng chí gửi văn bản kế hoạch');
  });

  test.each([
    ['scanned', 'ảnh chụp'],
    ['encrypted', 'mật khẩu'],
    ['whatever', 'không đọc được tệp này'],
  ])('a file that cannot be read (%s) is named with the reason', (problem, words) => {
    const { text, effects } = talk({ ...facts, documents: [document(null, problem)] }, '<file>');
    expect(text).toContain('ke-hoach.docx');
    expect(text).toContain(words);
    expect(effects).toEqual([]);
  });
});

describe('the lead goes through it', () => {
  test('a day that has passed is said to have passed', () => {
    expect(talk({ ...facts, today: day('2026-07-01') }, '<file>').text).toContain(
      'trước ngày 15/6/2026, đã qua (dòng 41)',
    );
  });

  test('a number alone shows the words of the document', () => {
    const { text } = talk(facts, '<file>', '1');
    expect(text).toContain('Văn bản viết: “Báo cáo sơ kết gửi trước ngày 15/6/2026” (dòng 41)');
  });

  test('an item is moved, named, dropped or added by what is typed', () => {
    const { effects } = talk(
      facts,
      '<file>',
      '1 trước ngày 20/6',
      '3 xoa',
      '4 Số mô hình mới',
      'thêm Báo cáo quý III, trước ngày 25/9, trưởng khối',
      '[Ghi vào năm',
      '[Đã xem',
    );
    const items = created(effects)?.proposals.map(one => one.item) ?? [];
    expect(items).toMatchObject([
      { no: 1, boundary: { kind: 'before_day', day: '2026-06-20' } },
      { no: 2, boundary: { kind: 'unstated' } },
      { no: 4, metric: 'Số mô hình mới' },
      { no: 5 },
      { no: 6, title: 'Báo cáo quý III', obliged: 'bloc', boundary: { day: '2026-09-25' } },
    ]);
  });

  test.each([
    [
      'them bao cao quy 3 truoc 25/9',
      { title: 'Bao cao quy 3', among: null, boundary: { kind: 'before_day', day: '2026-09-25' } },
    ],
    [
      'Thêm: Kiểm tra chéo từ ngày 10/10 đến 20/10, Phòng Kinh tế',
      {
        title: 'Kiểm tra chéo',
        among: { kind: 'only', names: ['Phòng Kinh tế'] },
        boundary: { kind: 'between', to: '2026-10-20' },
      },
    ],
  ])('what is added keeps its day and its unit, also late in the year: %s', (words, expected) => {
    for (const today of [day('2026-05-04'), day('2026-11-28')]) {
      const given = { ...facts, today, draft: { ...madeDraft, items: [], warnings: [] } };
      const { effects } = talk(
        { ...given, read: () => given.draft },
        '<file>',
        words,
        '[Ghi vào năm',
        '[Đúng như vậy',
        '[Ghi vào năm',
      );
      expect(created(effects)?.proposals.map(one => one.item)).toMatchObject([expected]);
    }
  });

  test('whose duty an item is can be said', () => {
    expect(talk(facts, '<file>', '1 Phòng Kinh tế').text).toContain(
      '1. Báo cáo sơ kết (chỉ Phòng Kinh tế): trước ngày 15/6/2026',
    );
    expect(talk(facts, '<file>', '1 Phòng Kinh tế', '1 tất cả').text).toContain(
      '1. Báo cáo sơ kết: trước ngày 15/6/2026',
    );
  });

  test('a duty of somebody outside the bloc is asked about', () => {
    const among = { kind: 'only' as const, names: ['Văn phòng Bộ'] };
    const items = madeItems.map(item => (item.kind === 'deadline' ? { ...item, among } : item));
    const draft = { ...madeDraft, items };
    const { text } = talk({ ...facts, draft, read: () => draft }, '<file>', '[Trả lời', '[Bỏ mục này');
    expect(text).toContain('“Văn phòng Bộ” không có trong danh sách đơn vị; ghi cho Trưởng khối theo dõi.');
  });

  test('a span of items is dropped at once', () => {
    const { text } = talk(facts, '<file>', '3-5 xóa');
    expect(text).toContain('Đã bỏ 03 mục.');
    expect(text).not.toContain('60 ngày cao điểm');
  });

  test('questions come one by one: a day, "chưa có", a figure', () => {
    const { text, effects } = talk(
      facts,
      '<file>',
      '[Trả lời 2',
      'trước ngày 25 hằng tháng',
      '80 - 95',
      '[Ghi vào năm',
      '[Đã xem',
    );
    expect(text).toBe('');
    expect(created(effects)?.proposals.map(one => one.item)).toMatchObject([
      { no: 1 },
      { no: 2, every: 'month', boundary: { kind: 'before_day' } },
      { no: 3, low: 80, high: 95, doubt: null },
      { no: 4 },
      { no: 5 },
    ]);
  });

  test('a day that does not exist and an unknown number change nothing', () => {
    expect(talk(facts, '<file>', '1 ngày 31/2').text).toContain('Lịch không có ngày đó');
    expect(talk(facts, '<file>', '77 xóa').text).toContain('Không có mục này');
    expect(talk(facts, '<file>', 'hừm').text).toContain('chưa rõ cần sửa gì');
  });
});

describe('what is typed in a hurry changes nothing else', () => {
  test.each(['15/12', '22.12.2026', '25/11 nam nay', 'ngày 22 tháng 12'])(
    'a bare day in the list (%s) is no item',
    words => {
      const { text } = talk(facts, '<file>', words);
      expect(text).toContain('chưa rõ cần sửa gì');
      expect(talk(facts, '<file>', words, '[Xem lại danh sách').text).toContain(
        '1. Báo cáo sơ kết: trước ngày 15/6/2026',
      );
    },
  );

  test('under a question a day answers it, and the answer is named with its item', () => {
    const { text } = talk(facts, '<file>', '[Trả lời 2', '15/12');
    expect(text).toContain('Đã sửa: 2. Chế độ báo cáo: thứ Ba, 15/12/2026');
  });

  test.each(['ko biet', 'alo', 'han'])('words that are no answer (%s) leave the question open', words => {
    const { text } = talk(facts, '<file>', '[Trả lời 2', words);
    expect(text).toContain('chưa rõ cần sửa gì');
    expect(text).toContain('2. Chế độ báo cáo: hạn đến khi nào?');
  });

  test.each(['1, 2 xóa', '1 và 2 xoa', 'xoa 1 2', 'bỏ mục 1, 2', '1-2 bỏ'])('%s takes both away', words => {
    expect(talk(facts, '<file>', words).text).toContain('Đã bỏ 02 mục.');
  });

  test('a day without a year is one of the plan’s year, though it has passed', () => {
    const { text } = talk({ ...facts, today: day('2026-11-28') }, '<file>', '1 trước ngày 10/2');
    expect(text).toContain('trước ngày 10/02/2026, đã qua');
  });
});

describe('an answer is short', () => {
  test.each(['1 trước ngày 20/6', '3 xóa', '77 xóa', 'hừm', '1'])(
    'after %s the list is not said again',
    words => {
      const { text } = talk(facts, '<file>', words);
      expect(text).not.toContain('Xem lại trước khi ghi');
      expect(text.split('\n').length).toBeLessThan(14);
      expect(talk(facts, '<file>', words, '[Xem lại danh sách').text).toContain('Xem lại trước khi ghi');
    },
  );
});

describe('nothing done is lost by a slip', () => {
  const cancel = (given: PlanFacts, ...before: string[]) => {
    const { state } = talk(given, ...before);
    return planDialogue.step(state, { kind: 'go', to: 'cancel' }, given);
  };

  test('hủy asks first where something was corrected, and is done at once where nothing was', () => {
    const asked = cancel(facts, '<file>', '1 trước ngày 20/6', '3 xóa');
    expect(asked.kind).toBe('ask');
    expect(asked.say && read(asked.say)).toContain('02 chỗ đã sửa, đã trả lời sẽ mất');
    expect(cancel(facts, '<file>').kind).toBe('end');
  });

  test('after the question the corrections stand, or all is given up', () => {
    const steps = ['<file>', '1 trước ngày 20/6', '[Bỏ'] as const;
    expect(talk(facts, ...steps, '[Xem tiếp').text).toContain('1. Báo cáo sơ kết: trước ngày 20/6/2026');
    expect(talk(facts, ...steps, '[Bỏ hết').over).toBe(true);
  });

  test('another file is offered in place of the one under review; staying keeps the corrections', () => {
    const steps = ['<file>', '1 trước ngày 20/6', '<file>'] as const;
    const offered = talk(facts, ...steps);
    expect(offered.text).toContain('Xem văn bản này thay văn bản đang xem? 01 chỗ đã sửa');
    expect(offered.effects.filter(one => one.kind === 'keep')).toHaveLength(2);
    expect(talk(facts, ...steps, '[Giữ văn bản', '[Xem lại danh sách').text).toContain(
      'trước ngày 20/6/2026',
    );
    expect(talk(facts, ...steps, '[Xem văn bản mới').text).toContain(
      '1. Báo cáo sơ kết: trước ngày 15/6/2026',
    );
  });

  test('another file that is no plan changes nothing', () => {
    const invoice = { ...facts, documents: [document('HÓA ĐƠN')] };
    const { state } = talk(facts, '<file>', '1 trước ngày 20/6');
    const step = planDialogue.step(state, { kind: 'files', files: [file], caption: '' }, invoice);
    expect(step.kind === 'ask' && step.state).toEqual(state);
  });
});

describe('beside what was there before', () => {
  const units = ['Văn phòng HĐND và UBND xã', 'Phòng Kinh tế', 'Công an xã'];
  const standing = { ...facts, units: units.map(name => ({ id: name, names: [name] })) };

  test('units that plan and bloc have not in common are named', () => {
    const { text } = talk(standing, '<file>');
    expect(text).toContain('Văn bản không liệt kê 01 đơn vị của khối: Công an xã.');
    expect(text).toContain('Văn bản có 01 đơn vị chưa có trong khối: Trạm Y tế.');
  });

  test('an item that a new version has no more is named; another plan is no version', () => {
    const [first] = madeItems;
    const extra = first?.kind === 'deadline' ? { ...first, no: 9, title: 'Báo cáo quý III' } : null;
    const previous = { ...madeDraft, items: extra ? [...madeItems, extra] : madeItems };
    expect(talk({ ...standing, previous }, '<file>').text).toContain(
      'không còn 01 mục của bản trước: Báo cáo quý III',
    );
    const other = { ...madeDraft, items: extra ? [extra] : [] };
    expect(talk({ ...standing, previous: other }, '<file>').text).not.toContain('bản trước');
  });
});

describe('nobody is late for what he was never told', () => {
  const late = { ...facts, today: day('2026-11-28') };

  test('what is past is asked about before it is written, or dropped at once', () => {
    expect(talk(late, '<file>', '[Ghi vào năm').text).toContain(
      'Mục có dấu ⚠ hoặc đã qua hạn cần đồng chí xác nhận',
    );
    const { text } = talk(late, '<file>', '[Bỏ 1 mục đã qua hạn');
    expect(text).not.toContain('1. Báo cáo sơ kết');
  });

  test('another bloc’s plan is said to be one, and written only after a yes', () => {
    const { text, over } = talk(
      { ...facts, blocName: 'Cụm thi đua số 9', units: [] },
      '<file>',
      ...toTheEnd.slice(0, 3),
    );
    expect(text).toContain('kế hoạch của “Khối thi đua số 05 xã Đông Sơn Hạ”, không có đơn vị nào');
    expect(over).toBe(false);
  });
});

describe('nothing is made over what is doubtful', () => {
  test('doubts are confirmed first, then the grave mistakes of the document acknowledged', () => {
    const asked = talk(facts, '<file>', '[Ghi vào năm');
    expect(asked.text).toContain('Mục có dấu ⚠ hoặc đã qua hạn cần đồng chí xác nhận');
    expect(asked.text).toContain('Còn 2 câu hỏi.');
    expect(asked.text).toContain('95 - 80 triệu đồng');
    const warned = talk(facts, '<file>', ...toTheEnd.slice(0, 3));
    expect(warned.text).toContain('số để trống: “Số: /KH-KTĐ” (dòng 3)');
    expect(warned.over).toBe(false);
    const done = talk(facts, '<file>', ...toTheEnd);
    expect(done.over).toBe(true);
    expect(created(done.effects)?.proposals).toHaveLength(madeItems.length);
  });

  test('a duty without a day is taken over as one, never with a day made up', () => {
    const { effects } = talk(facts, '<file>', ...toTheEnd);
    expect(created(effects)?.proposals[1]?.item).toMatchObject({ no: 2, boundary: { kind: 'unstated' } });
  });
});

describe('a bloc that does not stand yet', () => {
  const fresh = { ...facts, fresh: true };

  test('is asked only what the plan does not say, then shown, then the items', () => {
    const asked = talk(fresh, '<file>');
    expect(asked.text).toContain('Hội đồng thuộc tỉnh, thành phố nào?');
    const shown = talk(fresh, '<file>', 'thành phố Hải Phòng');
    expect(shown.text).toContain('1. Tên: Khối thi đua số 05 xã Đông Sơn Hạ');
    const { effects } = talk(
      fresh,
      '<file>',
      'thành phố Hải Phòng',
      '6.2 phó',
      '[Đúng, xem tiếp',
      '[Tạo khối và năm',
      '[Đúng như vậy',
      '[Tạo khối và năm',
      '[Đã xem',
    );
    expect(created(effects)?.bloc).toMatchObject({
      area: 'thành phố Hải Phòng',
      units: [{ role: 'lead' }, { name: 'Phòng Kinh tế', role: 'deputy' }, { role: 'member' }],
    });
  });

  test('a plan that is no bloc’s leads through all of the set-up', () => {
    const { name: _, ...sheet } = madeDraft.sheet;
    const other = { ...madeDraft, scope: 'other' as const, units: [], sheet: { ...sheet, name: null } };
    const { text } = talk({ ...fresh, read: () => other, draft: other }, '<file>');
    expect(text).toContain('không phải kế hoạch riêng của một khối');
    expect(text).toContain('Tên khối (cụm) thi đua là gì?');
  });

  test('hủy gives the draft up', () => {
    const step = planDialogue.step(
      { at: 'document', parts: [] },
      { kind: 'go', to: 'cancel' },
      { ...facts, fresh: true },
    );
    expect(step).toMatchObject({ kind: 'end', effects: [{ kind: 'abandon' }] });
  });
});

describe('read again', () => {
  const standing: PlanFacts = {
    ...facts,
    season: {
      deadlines: [
        {
          deadlineId: 'd1',
          revision: 1,
          kind: 'report',
          title: 'Báo cáo sơ kết',
          dueOn: day('2026-06-09'),
          dueBefore: day('2026-06-10'),
          window: null,
          precision: 'day',
          ruleText: 'trước ngày 10/6/2026',
          recipient: null,
          recurrence: null,
          duties: [],
          extensions: new Map(),
        },
      ],
      targets: [
        {
          id: 't1',
          no: 1,
          scope: 'each_unit',
          metric: 'Số sáng kiến đăng ký',
          operator: '>=',
          low: 1,
          high: null,
          measure: 'sáng kiến',
          period: null,
          raw: '',
        },
      ],
      milestones: [],
      quotas: [],
    },
  };

  test('only differences are proposed: what moved with its old day, what is there not at all', () => {
    const { text } = talk(standing, '<file>');
    expect(text).toContain('1. Báo cáo sơ kết: trước ngày 15/6/2026, trước đây: 09/6/2026');
    expect(text).not.toContain('4. Số sáng kiến');
    expect(text).toContain('01 mục đã có sẵn, giữ nguyên.');
  });

  test('a deadline of the same purpose under another name is not added a second time', () => {
    const deadlines = standing.season.deadlines.map(one => ({
      ...one,
      title: 'Báo cáo 6 tháng đầu năm',
      ruleText: 'x',
    }));
    const { text } = talk({ ...standing, season: { ...standing.season, deadlines } }, '<file>');
    expect(text).toContain('1. Báo cáo sơ kết: trước ngày 15/6/2026, trước đây: 09/6/2026');
  });

  test('a day the lead set is not taken away by a document that names none', () => {
    const dated = standing.season.deadlines.map(one => ({ ...one, title: 'Chế độ báo cáo' }));
    const { effects } = talk(
      { ...standing, season: { ...standing.season, deadlines: dated } },
      '<file>',
      ...toTheEnd,
    );
    expect(created(effects)?.proposals.map(one => one.item.no)).toEqual([1, 3, 5]);
  });
});
