import { afterAll, describe, expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { fillSheet } from '../support/fill-sheet.ts';
import { roomStory } from '../support/room-stage.ts';
import { size } from '../support/size.ts';
import type { OpenStage, StoryChat } from '../support/story-chat.ts';
import {
  afterAppeal,
  appealedTotal,
  contacts,
  groupSums,
  points,
  published,
  selfTotals,
  totals,
  units,
} from './score-worksheet.ts';
import { scores, scoresClock, scoresFile, toldPoints } from './scores.ts';
import { stagesFor } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

const hundredths = (text: string | undefined) => Math.round(Number((text ?? '').replace(',', '.')) * 100);
const unitOf = (contact: (typeof contacts)[number]) => units[contacts.indexOf(contact)] ?? '';

test('the worksheet adds up: criteria to groups, groups to totals', () => {
  for (const [n, total] of totals.entries()) {
    const sum = (rows: readonly (readonly string[])[]) =>
      rows.reduce((all, row) => all + hundredths(row[n + 1]), 0);
    for (const group of groupSums)
      expect(sum(points.filter(([no]) => no.startsWith(`${group[0]}.`))), `${units[n]} ${group[0]}`).toBe(
        hundredths(group[n + 1]),
      );
    expect(sum(groupSums), units[n]).toBe(hundredths(total));
  }
});

/** Over every messenger, each unit typing its whole sheet. */
describe.each(stagesFor(0))('over $name', stage => {
  test.runIf(size(0, 1) === 1)(
    'eight units on a table of 1000 points, from a late report to the published ranking and its appeals',
    async () => {
      const opened = await stage.open({ clock: scoresClock, file: scoresFile });
      open.push(opened);
      check((await scores(opened.chat)).join('\n'));
      await checkPoints(opened.chat, points);
    },
    600_000,
  );
});

test('the same in the room, in this process, seven of the sheets coming in at once', async () => {
  const database = await testDatabase();
  const { room, blocs } = await blocRoom(database, {
    files: [scoresFile],
    at: new Date(scoresClock.slice(0, -3)),
  });
  const chat = roomStory(room);
  const fill = (personName: string, typed: readonly string[], now: Date) =>
    fillSheet(database, { blocId: blocs[0] ?? 0, personName, now }, typed);
  check((await scores(chat, fill)).join('\n'));
  await checkPoints(
    chat,
    points.filter(([no]) => no.startsWith('I.') && !no.startsWith('I.2') && !no.startsWith('I.3')),
    ['I'],
  );
}, 240_000);

/** What the tale says against what was worked out by hand. */
function check(tale: string): void {
  const between = (from: string, to: string) => {
    const rest = tale.slice(tale.indexOf(from) + from.length);
    return rest.slice(0, rest.indexOf(to));
  };
  /** Units in the order of a ranking's table. */
  const ranked = (text: string) => {
    const table = text.slice(text.lastIndexOf('Không xét'));
    return contacts
      .filter(one => one !== 'en')
      .toSorted((a, b) => table.indexOf(unitOf(a)) - table.indexOf(unitOf(b)));
  };

  expect(between('== Gia hạn', '== Tự chấm')).toContain('• Thanh tra tỉnh: 1 → 5 điểm; tiêu chí 1.g: 1 → 5');
  const self = between('Bảy đơn vị còn lại', '== Thẩm định');
  for (const [n, total] of selfTotals.entries())
    expect(self).toMatch(new RegExp(`${units[n]}(?: \\| |\\n[^\\n]*)${total}/1.000`));
  const tied = between('== Đồng hạng', '/phan_hang\n');
  expect(tied).toContain('Đồng hạng 2: Văn phòng Ủy ban nhân dân tỉnh; Sở Tài chính.');
  expect(tied).toContain('Bằng điểm, Sở Y tế xếp trên Sở Công Thương theo điểm mục I.');
  expect(tied).toContain(
    'Không xét Sở Xây dựng: 5. Số vụ vi phạm kỷ luật, kỷ cương công vụ: 0 điểm, dưới mức 10.',
  );
  const news = between('công bố kết quả chấm điểm.', 'Đỗ Trường Giang: /vi_sao');
  expect(news).toContain('Xếp hạng (chính thức)');
  expect(ranked(news)).toEqual([...published]);
  const locked = between('== Sau công bố', '/kien_nghi II.5');
  expect(locked).toContain('Điểm đã công bố và đã khóa: thay đổi này không làm thay đổi điểm, thứ hạng.');
  const appeals = tale.slice(tale.indexOf('/kien_nghi II.5'));
  expect(appeals).toContain(`Điểm chính thức của đơn vị: tổng điểm 877 → ${appealedTotal}; hạng 5 → 4.`);
  expect(appeals).toContain('Điểm chính thức của đơn vị: hạng 4 → 5.');
  expect(ranked(between('Đỗ Trường Giang: /xep_hang', '/diem'))).toEqual([...afterAppeal]);
  expect(tale).not.toMatch(/undefined|\[object|NaN|null|chưa hiểu|trục trặc/);
}

async function checkPoints(
  chat: StoryChat,
  rows: readonly (readonly [string, ...string[]])[],
  groups?: readonly string[],
): Promise<void> {
  const told = await toldPoints(chat, groups);
  for (const [no, ...cells] of rows) {
    const appealed = cells.map((cell, n) => (no === 'II.5' && contacts[n] === 'giang' ? '26,5' : cell));
    expect([no, told.get(no)]).toEqual([no, appealed]);
  }
  for (const [n, total] of totals.entries()) {
    const [said] = await chat.say('an', 'an', `/vi_sao ${units[n]}`);
    const last = contacts[n] === 'giang' ? appealedTotal : total;
    expect(said?.text).toContain(`\n${last}/1.000`);
  }
}
