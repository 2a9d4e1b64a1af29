import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { reportDialogue } from '../../src/dialogues/report.ts';
import {
  factsOf,
  file,
  files,
  firstHalf,
  handedIn,
  obligation,
  Reporting,
  third,
  yearEnd,
} from '../support/reports.ts';
import { go, read } from '../support/score-sheets.ts';

const three = [yearEnd, third, firstHalf];

describe('handing in a report', () => {
  test('a file, a number with its date and a few words become one submission, after a look at it', () => {
    const report = new Reporting([firstHalf]);
    expect(report.heard).toContain('Báo cáo sơ kết 6 tháng\nPhòng Kinh tế · hạn nộp 29/5/2026 (còn 1 ngày)');
    report.send(files('bao-cao.pdf')).type('123/BC-UBND ngày 28/5/2026', 'Kết quả 6 tháng đầu năm');
    expect(report.effects).toEqual([]);
    expect(report.heard).toContain('Sẽ ghi nhận:');
    expect(report.heard).toContain('Văn bản: 123/BC-UBND ngày 28/5/2026');
    expect(report.labels).toEqual(['Xác nhận', 'Sửa', 'Để sau', 'Hủy']);
    report.press('Xác nhận');
    expect(report.state).toBeNull();
    expect(report.effects).toEqual([
      {
        kind: 'submit',
        obligationId: firstHalf.id,
        replaces: null,
        files: [file('bao-cao.pdf')],
        documentNumber: '123/BC-UBND',
        documentDate: '2026-05-28',
        summary: 'Kết quả 6 tháng đầu năm',
      },
    ]);
  });

  test('name and document in one line lead straight to the look', () => {
    const report = new Reporting(three, '6 tháng 12/BC-KT ngày 27/5/2026');
    expect(report.state).toMatchObject({ at: 'review', draft: { number: '12/BC-KT', date: '2026-05-27' } });
  });

  test('a number and date alone are enough: the signed document goes its own way', () => {
    const report = new Reporting([firstHalf]).type('số 123/BC-UBND ngày 28/5/2026').type('xác nhận');
    expect(report.effects).toMatchObject([{ files: [], documentNumber: '123/BC-UBND', summary: null }]);
  });

  test('words alone are not', () => {
    const report = new Reporting([firstHalf]).type('đã hoàn thành', 'xong');
    expect(report.heard).toContain('Chưa có tệp hoặc số văn bản');
    expect(report.heard).toContain('đã hoàn thành');
  });

  test('with nothing open, says so', () => {
    expect(new Reporting([]).heard).toContain('Hiện không có báo cáo nào');
  });

  test('what was handed in and may not be replaced is told with its receipt', () => {
    const report = new Reporting([{ ...firstHalf, ...handedIn(1, false) }]);
    expect(report.state).toBeNull();
    expect(report.heard).toContain('biên nhận số 17');
    expect(report.heard).toContain('không thay được nữa');
  });
});

describe('choosing among several', () => {
  const overdue = obligation('late-000001', 'Báo cáo phát động', '2026-05-20', { overdueDays: 8 });
  const undated = obligation('open-000001', 'Báo cáo chuyên đề', null);

  test('overdue first, then by date, undated last', () => {
    const report = new Reporting([undated, ...three, overdue]);
    expect(report.labels).toEqual([
      'Báo cáo phát động · 20/5 · quá 8 ngày',
      'Báo cáo sơ kết 6 tháng · 29/5',
      'Báo cáo quý III · 30/9',
      'Báo cáo tổng kết năm 2026 · 30/11',
      'Báo cáo chuyên đề · chưa có hạn',
      'Để sau',
      'Hủy',
    ]);
  });

  test('for several units, the list is grouped by unit and the buttons name it', () => {
    const other = obligation('u2-000000000004', 'Báo cáo quý III', '2026-06-01', {
      unitId: 'u2',
      unitName: 'Văn phòng',
    });
    const report = new Reporting([...three, other]);
    expect(report.heard).toBe('Đồng chí nộp báo cáo nào?');
    expect(report.press('Báo cáo quý III · 01/6 · Văn phòng').state).toMatchObject({
      obligationId: other.id,
    });
  });

  test('at most eight at once, the rest behind “Xem thêm”, and lùi leads back', () => {
    const many = Array.from({ length: 11 }, (_, i) =>
      obligation(`many-${1000 + i}`, `Báo cáo chuyên đề ${i}`, '2026-09-30'),
    );
    const report = new Reporting(many);
    expect(report.buttons.filter(choice => choice.id.startsWith('o_'))).toHaveLength(8);
    report.press('Xem thêm');
    expect(report.buttons.filter(choice => choice.id.startsWith('o_'))).toHaveLength(3);
    expect(report.heard).toContain('Trang 2/2');
    expect(report.send(go('back')).heard).toContain('Trang 1/2');
  });

  test.each([
    ['quý 3', third],
    ['Quý III', third],
    ['6 tháng', firstHalf],
    ['bao cao tong ket', yearEnd],
  ])('the command’s words “%s” name one', (words, expected) => {
    expect(new Reporting(three, words).state).toMatchObject({ at: 'collect', obligationId: expected.id });
  });

  const [monthly, halfYear, storm] = [
    obligation('m-00000000001', 'Báo cáo tháng', '2026-06-05'),
    obligation('m-00000000006', 'Báo cáo 6 tháng', '2026-06-15'),
    obligation('m-00000000009', 'Báo cáo bão', '2026-06-20'),
  ];
  test.each([
    ['tháng', monthly],
    ['thang 91/BC-KT ngay 27/5/2026', monthly],
    ['báo cáo tháng', monthly],
    ['6 tháng', halfYear],
    ['báo cáo bão', storm],
    ['bão', storm],
    ['bao', storm],
  ])('a title typed as it stands wins over others that have its words: %s', (words, expected) => {
    const report = new Reporting([monthly, halfYear, storm], words);
    expect(report.state).toMatchObject({ obligationId: expected.id });
  });

  test.each([
    ['trực Tết', null],
    ['Báo cáo trực tết 12/BC-PKT ngày 27/5/2026', '12/BC-PKT'],
  ])('a caption that names the report chooses it: %s', (caption, number) => {
    const tet = obligation('t-00000000001', 'Báo cáo trực Tết', '2026-06-05');
    const report = new Reporting([monthly, tet]).send({ kind: 'files', files: [file('a.pdf')], caption });
    expect(report.state).toMatchObject({ at: 'review', obligationId: tet.id });
    expect(report.state?.draft).toMatchObject({ number, summary: '', files: [file('a.pdf')] });
  });

  test('words that fit several narrow the list; words that fit none are said to', () => {
    const second = obligation('0190-aaaa-000000000009', 'Báo cáo quý II', '2026-06-30');
    expect(
      new Reporting([...three, second], 'quý').buttons.filter(one => one.id.startsWith('o_')),
    ).toHaveLength(2);
    const none = new Reporting(three, 'quý 1');
    expect(none.heard).toContain('Không có báo cáo nào khớp “quý 1”');
    expect(none.buttons.filter(one => one.id.startsWith('o_'))).toHaveLength(3);
  });

  test('a bare number chooses nothing', () => {
    expect(new Reporting(three).type('3').state).toMatchObject({ at: 'choose' });
  });

  test('what came before the choice is kept for it', () => {
    const report = new Reporting(three).send(files('a.pdf')).type('123/BC-UBND ngày 28/5/2026').type('quý 3');
    expect(report.state).toMatchObject({ at: 'review', obligationId: third.id });
    expect(report.press('Xác nhận').effects).toMatchObject([
      { documentNumber: '123/BC-UBND', files: [file('a.pdf')] },
    ]);
  });
});

describe('what was sent back', () => {
  const returned = {
    version: 1,
    reason: 'thiếu biểu số 2',
    files: [file('bao-cao.pdf')],
    documentNumber: '12/BC-PKT',
    documentDate: day('2026-05-27'),
    summary: 'sáu tháng',
  };
  const back = obligation('0190-aaaa-000000000021', 'Báo cáo 6 tháng', '2026-06-15', { returned });

  test('is kept beside a file that came before the report was chosen, and may be dropped', () => {
    const report = new Reporting([back, third]).send(files('bieu-2.pdf')).press('Báo cáo 6 tháng');
    expect(report.heard).toContain('Tệp: bao-cao.pdf (2 KB, đã gửi lần trước)');
    expect(report.heard).toContain('Tệp: bieu-2.pdf (2 KB)');
    expect(report.heard).toContain('Văn bản: 12/BC-PKT ngày 27/5/2026');
    const both = { files: [file('bao-cao.pdf'), file('bieu-2.pdf')], number: '12/BC-PKT' };
    expect(report.state).toMatchObject({ at: 'review', replaces: 1, draft: both });
    report.press('Bỏ tệp đã gửi lần trước');
    expect(report.labels).not.toContain('Bỏ tệp đã gửi lần trước');
    expect(report.press('Xác nhận').effects).toMatchObject([{ files: [file('bieu-2.pdf')], replaces: 1 }]);
  });

  test('goes to no other report', () => {
    const report = new Reporting([back, third], 'báo cáo 6 tháng').send(files('bieu-2.pdf')).press('Sửa');
    const other = report.press('Báo cáo khác').press('Báo cáo quý III');
    expect(other.state?.draft).toMatchObject({ files: [file('bieu-2.pdf')], number: null, summary: '' });
  });
});

describe('what is collected', () => {
  test('the same file twice is one, and more than ten are named as not taken', () => {
    const report = new Reporting([firstHalf]).send(files('a.pdf')).send(files('a.pdf'));
    expect(report.heard).toContain('Tệp đã có, không thêm lần nữa: a.pdf');
    report.send(files(...Array.from({ length: 11 }, (_, i) => `${i}.pdf`)));
    expect(report.heard).toContain('tối đa 10 tệp; chưa nhận: 9.pdf');
    expect(report.state?.draft.files).toHaveLength(10);
  });

  test('of a document that could not be opened it is said that no marking was looked for', () => {
    const shut = { ...file('a.docx'), unseen: true };
    const given = { kind: 'files', files: [shut, file('b.pdf')], caption: '' } as const;
    const report = new Reporting([firstHalf]).send({ ...given, files: [...given.files] });
    expect(report.heard).toContain('Không mở được a.docx để kiểm tra độ mật');
    expect(report.state?.draft.files).toEqual([file('a.docx'), file('b.pdf')]);
  });

  test('a caption is read like a message', () => {
    const input = { kind: 'files', files: [file('a.pdf')], caption: '12/BC-PKT ngày 27/5/2026' } as const;
    const report = new Reporting([firstHalf]).send({ ...input, files: [...input.files] });
    expect(report.state?.draft).toMatchObject({ number: '12/BC-PKT', date: '2026-05-27' });
  });

  test('a number without a date asks for the date once', () => {
    const report = new Reporting([firstHalf]).type('123/BC-UBND', 'xong');
    expect(report.heard).toContain('Văn bản 123/BC-UBND ghi ngày nào?');
    expect(report.type('hôm qua có lẽ').heard).toContain('chưa hiểu ngày');
    expect(report.type('27/5/2026').state).toMatchObject({ at: 'review', draft: { date: '2026-05-27' } });
    const without = new Reporting([firstHalf]).type('123/BC-UBND', 'xong').send(go('skip'));
    expect(without.state).toMatchObject({ at: 'review', draft: { date: null } });
  });

  test.each([
    ['15/6/2026', 'chưa đến'],
    ['28/5/2024', 'hơn sáu tháng'],
    ['15/6', '15/6/2026 chưa đến'],
    ['15/8', '15/8/2025 đã cách đây hơn sáu tháng'],
  ])('a document of %s is asked about', (date, because) => {
    const report = new Reporting([firstHalf]).type(`123/BC-UBND ngày ${date}, kết quả 6 tháng`);
    expect(report.heard).toContain(because);
    expect(report.state).toMatchObject({ at: 'date', draft: { date: null, summary: 'kết quả 6 tháng' } });
    expect(report.press('Đúng').state?.draft.date).not.toBeNull();
  });

  test('a day that does not exist is asked for again, the rest stays', () => {
    const report = new Reporting([firstHalf]).type('123/BC-UBND ngày 31/2/2026');
    expect(report.heard).toContain('Lịch không có ngày “31/2/2026”');
    expect(report.type('28/2/2026').state?.draft).toMatchObject({
      number: '123/BC-UBND',
      date: '2026-02-28',
    });
  });

  test('sửa leads back with everything; each part can be taken out or overwritten', () => {
    const report = new Reporting([firstHalf])
      .send(files('a.pdf'))
      .type('1/BC-A1 ngày 27/5/2026', 'vài dòng', 'xong');
    expect(report.state?.at).toBe('review');
    report.press('Sửa').press('Bỏ các tệp').press('Bỏ nội dung').type('2/BC-PKT ngày 28/5/2026');
    expect(report.state?.draft).toMatchObject({
      files: [],
      summary: '',
      number: '2/BC-PKT',
      date: '2026-05-28',
    });
    expect(report.press('Sửa').press('Bỏ số, ngày văn bản').state?.draft).toMatchObject({
      number: null,
      date: null,
    });
  });

  test('words beyond the limit are refused aloud', () => {
    const report = new Reporting([firstHalf]).type('a'.repeat(990)).type('b'.repeat(20));
    expect(report.heard).toContain('tối đa 1000 ký tự');
    expect(report.state?.draft.summary).toBe('a'.repeat(990));
  });

  test('a question asked in passing is no part of it', () => {
    const report = new Reporting([firstHalf]).send(files('a.pdf')).type('Khi nào khối họp ạ?');
    expect(report.heard).toContain('Câu hỏi này không ghi vào báo cáo');
    expect(report.state?.draft.summary).toBe('');
    expect(report.type('12/BC-KT ngày 27/5/2026, đã đủ chưa?').state?.draft.number).toBe('12/BC-KT');
  });

  test('something more while looking at it is added and shown again', () => {
    const report = new Reporting([firstHalf]).send(files('a.pdf')).send(files('b.pdf'));
    expect(report.state?.at).toBe('review');
    expect(report.press('Xác nhận').effects[0]?.files).toHaveLength(2);
  });
});

describe('leaving and going back', () => {
  test('hủy records nothing', () => {
    const report = new Reporting([firstHalf]).send(files('a.pdf')).send(go('cancel'));
    expect(report.state).toBeNull();
    expect(report.effects).toEqual([]);
    expect(report.heard).toContain('chưa ghi nhận báo cáo nào');
  });

  test('để sau keeps everything, and it goes on where it was', () => {
    const report = new Reporting([firstHalf]).send(files('a.pdf')).send(go('later'));
    expect(report.heard).toContain('Đã giữ phần đang nộp (1 tệp)');
    expect(report.press('Nộp tiếp').heard).toContain('a.pdf');
  });

  test('lùi goes from the look to the collecting to the list, keeping all', () => {
    const report = new Reporting(three, 'quý 3').send(files('a.pdf')).send(go('back'));
    expect(report.state).toMatchObject({ at: 'collect', draft: { files: [file('a.pdf')] } });
    expect(report.send(go('back')).state).toMatchObject({ at: 'choose', draft: { files: [file('a.pdf')] } });
    expect(report.send(go('back')).heard).toContain('Đây là bước đầu tiên.');
  });

  test('bỏ qua where nothing can be passed over says so', () => {
    expect(new Reporting([firstHalf]).send(go('skip')).heard).toContain('không bỏ qua được');
  });
});

describe('the world goes on meanwhile', () => {
  const ready = () => new Reporting(three, '6 tháng').send(files('a.pdf'));

  test('a withdrawn report takes nothing along: the files wait for another one', () => {
    const report = ready().meanwhile([third, yearEnd]).press('Xác nhận');
    expect(report.effects).toEqual([]);
    expect(report.heard).toContain('đã được rút');
    report.press('Báo cáo quý III');
    expect(report.state).toMatchObject({
      at: 'review',
      obligationId: third.id,
      draft: { files: [file('a.pdf')] },
    });
  });

  test('a withdrawn report with no other ends the conversation', () => {
    const report = ready().meanwhile([]).press('Xác nhận');
    expect(report.state).toBeNull();
    expect(report.effects).toEqual([]);
  });

  test('what a colleague handed in is replaced only when told to', () => {
    const report = ready().meanwhile([{ ...firstHalf, ...handedIn(1) }, third]);
    report.press('Xác nhận');
    expect(report.effects).toEqual([]);
    expect(report.heard).toContain('báo cáo này đã được nộp');
    expect(report.heard).toContain('biên nhận số 17');
    report.press('Nộp bản thay');
    expect(report.heard).toContain('Sẽ ghi nhận bản thay thế:');
    expect(report.press('Xác nhận').effects).toMatchObject([{ obligationId: firstHalf.id, replaces: 1 }]);
  });

  test('agreeing to replace version 1 is no agreement to replace version 2', () => {
    const report = new Reporting([{ ...firstHalf, ...handedIn(1) }])
      .press('Nộp bản thay')
      .send(files('a.pdf'));
    report.meanwhile([{ ...firstHalf, ...handedIn(2) }]).press('Xác nhận');
    expect(report.effects).toEqual([]);
    expect(report.state).toMatchObject({ at: 'replace', draft: { files: [file('a.pdf')] } });
  });

  test('what may no longer be replaced is not', () => {
    const report = ready()
      .meanwhile([{ ...firstHalf, ...handedIn(1, false) }])
      .press('Xác nhận');
    expect(report.effects).toEqual([]);
    expect(report.state).toBeNull();
  });

  test('a file that arrives together with the bad news is kept', () => {
    const report = ready().meanwhile([third]).send(files('b.pdf'));
    expect(report.state).toMatchObject({ at: 'choose', draft: { files: [file('a.pdf'), file('b.pdf')] } });
  });
});

describe('old buttons', () => {
  test('“Xác nhận” under an older look confirms nothing', () => {
    const report = new Reporting([firstHalf]).send(files('a.pdf'));
    const old = report.buttons.find(choice => choice.label === 'Xác nhận');
    report.send(files('b.pdf')).send({ kind: 'option', id: old?.id ?? '' });
    expect(report.effects).toEqual([]);
    expect(report.heard).toContain('câu hỏi đã qua');
  });

  test('“Xác nhận” for one report does not confirm another with the same files', () => {
    const report = new Reporting(three, '6 tháng').send(files('a.pdf'));
    const old = report.buttons.find(choice => choice.label === 'Xác nhận');
    report.press('Sửa').press('Báo cáo khác').press('Báo cáo quý III');
    expect(report.state).toMatchObject({ at: 'review', obligationId: third.id });
    expect(report.send({ kind: 'option', id: old?.id ?? '' }).effects).toEqual([]);
  });

  test('a report’s button means that report, however the list has changed', () => {
    const report = new Reporting(three);
    const id = report.buttons.find(choice => choice.label.startsWith('Báo cáo quý III'))?.id ?? '';
    report.meanwhile([obligation('0190-bbbb-000000000077', 'Báo cáo gấp', '2026-05-28'), third, yearEnd]);
    expect(report.send({ kind: 'option', id }).state).toMatchObject({ obligationId: third.id });
  });

  test('the button of a report that is gone chooses nothing', () => {
    const report = new Reporting(three);
    const id = report.buttons.find(choice => choice.label.startsWith('Báo cáo quý III'))?.id ?? '';
    expect(report.meanwhile([firstHalf, yearEnd]).send({ kind: 'option', id }).state).toMatchObject({
      at: 'choose',
    });
  });
});

test('state of another version is not guessed at', () => {
  const state = {
    at: 'choose',
    page: 0,
    words: '',
    draft: { rev: 0, files: [], number: null, date: null, summary: '' },
  };
  expect(reportDialogue.migrate(1, state)).toEqual(state);
  expect(reportDialogue.migrate(1, { ...state, draft: { ...state.draft, date: '2026-02-30' } })).toBeNull();
  expect(reportDialogue.migrate(2, state)).toBeNull();
});

test('the question can be asked again, also after the report has gone', () => {
  const draft = { rev: 0, files: [], number: null, date: null, summary: '' };
  const state = { at: 'collect', obligationId: third.id, replaces: null, draft } as const;
  expect(read(reportDialogue.ask(state, factsOf([third])))).toContain('Báo cáo quý III');
  expect(read(reportDialogue.ask(state, factsOf([])))).toContain('đã được rút');
});
