import { z } from 'zod';
import { isHandedIn } from '../src/core/deadline.ts';
import { recursUntil } from '../src/core/recurrence.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { newDeadlineDialogue } from '../src/dialogues/new-deadline.ts';
import type { NewDeadlineEffect, NewDeadlineFacts } from '../src/dialogues/new-deadline-state.ts';
import { dueWords } from '../src/text/due-words.ts';
import { newDeadlineText } from '../src/text/new-deadline.ts';
import type { Who } from '../src/text/who-words.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { type Concerned, doneSay, heardAt, tellConcerned, untilTime } from './deadline-news.ts';

async function load(call: Call, words: string): Promise<{ facts: NewDeadlineFacts }> {
  const { ports, now, today } = call;
  const calendar = await ports.calendar();
  const [units, live] = [await ports.deadlines.units(), await ports.deadlines.live()];
  const titles = live.map(one => one.title);
  const season = call.bloc?.season;
  const until = season ? recursUntil(season.endsOn) : null;
  return { facts: { now, today, calendar, policy: ports.policy, units, titles, until, words } };
}

const owedBy = (who: Who, all: string[]): (string | null)[] => {
  if (who.kind === 'units') return who.unitIds;
  return [...(who.kind === 'all' ? [] : [null]), ...(who.kind === 'bloc' ? [] : all)];
};

function concerned({ who, kind }: NewDeadlineEffect['shown']): Concerned {
  if (!isHandedIn(kind) || who.kind === 'all' || who.kind === 'both') return 'everybody';
  if (who.kind === 'bloc') return [who];
  return who.unitIds.map(unitId => ({ kind: 'unit', unitId }));
}

async function add(
  { shown, ruleText }: NewDeadlineEffect,
  call: Call,
  facts: NewDeadlineFacts,
): Promise<Say> {
  const { ports } = call;
  const { title, kind, boundary, every, who, recipient } = shown;
  const parties = isHandedIn(kind)
    ? owedBy(
        who,
        facts.units.map(unit => unit.id),
      )
    : [];
  const { deadlineId, undoId } = await ports.deadlines.add({
    kind,
    title,
    boundary,
    every,
    ruleText: ruleText === '' ? dueWords(boundary) : ruleText,
    recipient,
    owedBy: parties,
  });
  ports.audit({
    action: 'deadline.added',
    subject: 'deadline',
    subjectId: deadlineId,
    detail: { parties: parties.length, undo: undoId },
  });
  ports.replan();
  const lines = newDeadlineText.news(call.bloc?.name ?? '', shown, facts);
  const owed = isHandedIn(kind) ? { owed: deadlineId } : {};
  await tellConcerned(call, concerned(shown), undoId, { lines, ...owed });
  return doneSay(newDeadlineText.added(shown, facts, untilTime(call.now)), undoId, await heardAt(call));
}

export const themHan = defineCommand({
  name: 'them_han',
  says: ['thêm hạn', 'đặt hạn', 'hạn mới', 'tạo hạn', 'giao hạn'],
  summary: 'Thêm một hạn cho các đơn vị hoặc cho khối',
  example: '/them_han Báo cáo 6 tháng, trước ngày 15/6, tất cả đơn vị',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({
    machine: newDeadlineDialogue,
    load,
    apply: async (effects, call, facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await add(effect, call, facts));
      return says;
    },
  }),
  run: async words => ({ kind: 'begin', words }),
});
