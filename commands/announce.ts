import { postponedTo } from '../src/core/speaking-time.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { announcementText } from '../src/text/announcements.ts';
import { composeText } from '../src/text/compose.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import type { UnitFacts } from './ports.ts';

/** Characters. */
const MOST = 2_000;

type Facts = ComposeFacts & { units: UnitFacts[]; unreached: string[]; later: Date | null };

/** The lead's own unit need not confirm what it says itself. */
async function load(call: Call, words: string): Promise<{ facts: Facts }> {
  const { ports, now, actor } = call;
  const [units, reach, calendar, groups] = [
    await ports.units(),
    await ports.reach(),
    await ports.calendar(),
    await ports.reminders.hasGroup(),
  ];
  const own = new Set(actor?.posts.map(post => post.unitId));
  const addressed = units.filter(unit => !own.has(unit.id) && unit.role !== 'lead');
  const unreached = addressed.filter(unit => !reach.units.has(unit.id)).map(unit => unit.name);
  const later = postponedTo(ports.policy, now, calendar);
  const to = { units: addressed.length - unreached.length, unreached, groups };
  return {
    facts: {
      words,
      target: null,
      question: announcementText.question,
      preview: ({ text, file }) => ({
        lines: announcementText.preview(text, file?.name ?? null, to, later),
        ways: [{ id: 'send', label: later ? announcementText.sendLater : announcementText.send }],
      }),
      units: addressed,
      unreached,
      later,
    },
  };
}

async function announce(
  { text, file }: ComposeEffect,
  call: Call,
  { units, unreached, later }: Facts,
): Promise<Say> {
  const { ports, now, actor } = call;
  const sendAt = later ?? now;
  const unitIds = units.map(unit => unit.id);
  const attached = file && { sha256: file.sha256, name: file.name, mime: file.mime };
  const { id, no } = await ports.board.announcements.add({ body: text, file: attached, sendAt, unitIds });
  const detail = { no, units: units.length, file: file !== null };
  ports.audit({ action: 'announcement.made', subject: 'announcement', subjectId: id, detail });
  if (later) return { lines: announcementText.planned(no, later) };
  const shown = { no, body: text, byName: actor?.displayName ?? '' };
  const bloc = call.bloc?.name ?? '';
  const carried = attached ? { file: attached } : {};
  const choices = [[announcementText.mark(id)]];
  const told = { lines: announcementText.notice(bloc, shown), choices, ...carried };
  ports.tell({ kind: 'these', unitIds }, told);
  ports.tell({ kind: 'others', unitIds }, { lines: announcementText.copy(bloc, shown), ...carried });
  ports.tell({ kind: 'groups' }, told);
  return { lines: announcementText.sent(no, units.length - unreached.length, unreached) };
}

export const announceConversation = bindConversation({
  machine: composeDialogue({
    kind: 'thong_bao',
    file: 'optional',
    fileTitle: composeText.fileTitles.thong_bao,
    most: MOST,
  }),
  load,
  apply: async (effects: ComposeEffect[], call, facts: Facts) => {
    const says: Say[] = [];
    for (const effect of effects) says.push(await announce(effect, call, facts));
    return says;
  },
});
