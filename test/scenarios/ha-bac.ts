import { join } from 'node:path';
import { projectRoot } from '../../db/project-root.ts';
import type { StoryChat } from '../support/story-chat.ts';
import { createNarrator, type Narrator } from './narrator.ts';

/** Monday, 08/6/2026, 07:55: fourteen working days before the mid-year report. */
export const haBacClock = '2026-06-08T00:55:00Z x0';
export const haBacFile = join(projectRoot(), 'test/scenarios/data/khoi-02-ha-bac.json');

const GROUP = 'khoi-1';

async function file(tale: Narrator, person: string, report: string, document: string): Promise<void> {
  let answer = await tale.say(person, person, `/nop_bao_cao ${report}`);
  answer = await tale.say(person, person, document);
  await tale.press(person, answer, 'Xác nhận');
}

async function score(tale: Narrator, person: string, points: readonly string[]): Promise<void> {
  let answer = await tale.say(person, person, '/cham_diem');
  for (const one of points) answer = await tale.say(person, person, one);
  await tale.press(person, answer, 'Gửi bản chấm');
}

/** The real bloc of a commune (six units, its lead and deputy, an undated duty) from June to December. */
export async function haBac(chat: StoryChat): Promise<string[]> {
  const persons = await chat.persons();
  const tale = createNarrator(chat, new Map(persons.map(one => [one.id, one.name])));

  tale.chapter('Tháng 6: báo cáo 6 tháng, hạn thứ Sáu, 26/6');
  await tale.say(GROUP, 'thu', '/han');
  await tale.until({ next: true });
  await tale.look('khanh', 'khanh');
  await tale.look(GROUP, 'thu');
  await file(tale, 'nguyet', '6 tháng', '102/BC-VP ngày 8/6/2026');
  await file(tale, 'thu', '6 tháng', '31/BC-VHXH ngày 8/6/2026');
  await tale.mark('huy', 'huy');
  await tale.until({ to: '2026-06-26T01:00:00Z' });
  await tale.look('huy', 'huy');
  for (const person of ['khanh', 'trang', 'luc'])
    await file(tale, person, '6 tháng', `17/BC-${person.toUpperCase()} ngày 26/6/2026`);
  await tale.mark(GROUP, 'thu');
  await tale.mark('nguyet', 'nguyet');
  await tale.until({ to: '2026-06-29T01:00:00Z' });
  await tale.look('nguyet', 'nguyet');
  await tale.look(GROUP, 'thu');
  await file(tale, 'huy', '6 tháng', '09/BC-BQLDA ngày 29/6/2026');

  tale.chapter('Tháng 9 – 10: báo cáo 9 tháng gửi trước ngày 05/10, là trước Chủ nhật 04/10');
  await tale.mark('khanh', 'khanh');
  await tale.until({ to: '2026-10-02T01:00:00Z' });
  await tale.look('khanh', 'khanh');
  await tale.say('khanh', 'khanh', 'hạn');

  tale.chapter('Tháng 11: tổng kết trước tháng 12, tự chấm điểm');
  await tale.until({ to: '2026-11-30T01:00:00Z' });
  await score(tale, 'khanh', ['18', '9', '10', '7,5']);
  await score(tale, 'trang', ['19,25', '10', '12.5', '7']);
  await tale.say('nguyet', 'nguyet', '/diem');
  await tale.say('nguyet', 'nguyet', '/tien_do sáng kiến');
  return tale.lines;
}
