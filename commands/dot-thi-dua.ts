import { z } from 'zod';
import { unitsActedFor } from '../src/core/bloc.ts';
import type { Milestone } from '../src/core/milestone.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Choice, Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { fold } from '../src/text/fold.ts';
import { readMilestoneLine } from '../src/text/milestone-line.ts';
import { milestoneText } from '../src/text/milestones.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead, saying, yearOf } from './reply.ts';

/** Characters. */
const MOST = 1_000;
/** Buttons to open one; the others by number. */
const OPENED = 6;

const refOf = (one: Pick<Milestone, 'id'>) => shortRef('p', one.id);

const ownUnits = (call: Call) => {
  const mine = unitsActedFor(call.actor?.posts ?? []);
  return (call.actor?.posts ?? []).filter(post => mine.includes(post.unitId));
};

interface Facts extends ComposeFacts {
  about: Milestone;
}

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  const [, ref, line = ''] =
    /^(p_[a-z\d]{12})(?:\s+([\s\S]*))?$/.exec(saved ? (saved.target ?? '') : words) ?? [];
  const about = (await call.ports.year.milestones.list()).find(one => refOf(one) === ref);
  if (!about || !ref) return { refusal: { lines: milestoneText.unknown('') } };
  const units = ownUnits(call);
  if (units.length === 0) return { refusal: { lines: milestoneText.contactsOnly() } };
  const several = units.length > 1;
  const preview: Facts['preview'] = ({ text, file }) => {
    const read = readMilestoneLine(text, about.name, call.today, yearOf(call));
    if (read.kind === 'nothing') return { lines: milestoneText.nothing(), ways: [] };
    if (read.kind === 'no_day') return { lines: milestoneText.noDay(), ways: [] };
    if (read.kind === 'dates') {
      if (!isLead(call)) return { lines: milestoneText.leadDates(), ways: [] };
      const lines = milestoneText.previewDates(about, read.startsOn, read.endsOn);
      return { lines, ways: [{ id: 'dates', label: milestoneText.save(null) }] };
    }
    const names = units.map(one => one.unitName).join(' / ');
    return {
      lines: milestoneText.previewActivity(about, names, read.body, read.doneOn, file?.name ?? null),
      ways: units.map((one, n) => ({
        id: `unit_${n}`,
        label: milestoneText.save(several ? one.unitName : null),
      })),
    };
  };
  const question = () => milestoneText.question(about);
  return { facts: { words: saved ? '' : line, target: ref, about, question, preview } };
}

async function carryOut(effect: ComposeEffect, about: Milestone, call: Call): Promise<Say> {
  const { ports } = call;
  const read = readMilestoneLine(effect.text, about.name, call.today, yearOf(call));
  const subject = { subject: 'milestone', subjectId: about.id } as const;
  if (read.kind === 'dates' && isLead(call)) {
    const { startsOn, endsOn } = read;
    await ports.year.milestones.date(about, { startsOn, endsOn });
    ports.audit({ action: 'milestone.dated', ...subject, detail: { from: startsOn, to: endsOn } });
    return { lines: milestoneText.dated(about, startsOn, endsOn) };
  }
  const unit = ownUnits(call)[Number(effect.way.slice('unit_'.length))];
  if (read.kind !== 'activity' || !unit) return { lines: milestoneText.nothing() };
  const file = effect.file && { sha256: effect.file.sha256, name: effect.file.name, mime: effect.file.mime };
  const { body, doneOn } = read;
  await ports.year.milestones.report(about, { unitId: unit.unitId, body, doneOn, file });
  ports.audit({ action: 'milestone.reported', ...subject, detail: { unit: unit.unitId } });
  return { lines: milestoneText.reported(about, unit.unitName) };
}

function open(one: Milestone, call: Call): Reply {
  const lines = milestoneText.shown(call.bloc?.name ?? '', one, call.today, isLead(call));
  const acts: Choice[] = ownUnits(call).length > 0 ? [milestoneText.report(one)] : [];
  return saying(lines, acts.length > 0 ? [acts] : []);
}

/** `dot_thi_dua 1` opens one; days behind it are the lead's to set, other words what a unit has done. */
export const dotThiDua = defineCommand({
  name: 'dot_thi_dua',
  says: ['đợt thi đua', 'chiến dịch', 'mốc kỷ niệm', 'ngày kỷ niệm', 'báo hoạt động'],
  summary: 'Đợt thi đua, ngày kỷ niệm: đếm ngược, hoạt động của các đơn vị',
  example: '/dot_thi_dua 1 Ra quân vệ sinh môi trường ngày 5/6',
  roles: 'member',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: bindConversation({
    machine: composeDialogue({
      kind: 'dot_thi_dua',
      file: 'optional',
      fileTitle: composeText.fileTitles.dot_thi_dua,
      most: MOST,
    }),
    load,
    apply: async (effects: ComposeEffect[], call, { about }: Facts) => {
      const says: Say[] = [];
      for (const effect of effects) says.push(await carryOut(effect, about, call));
      return says;
    },
  }),
  run: async (words, call) => {
    const all = await call.ports.year.milestones.list();
    if (fold(words) === '') {
      const lines = milestoneText.list(call.bloc?.name ?? '', all, call.today);
      return saying(
        lines,
        all.slice(0, OPENED).map(one => [milestoneText.open(one)]),
      );
    }
    const [, verb, ref] = /^(?:(bao) )?(p_[a-z\d]{12})$/.exec(words) ?? [];
    const { number, rest = '' } = ref ? {} : (readNumbered(words) ?? {});
    const one = all.find(found => (ref ? refOf(found) === ref : String(found.no) === number));
    if (!one) return saying(milestoneText.unknown(number ?? words));
    return verb || rest !== '' ? { kind: 'begin', words: `${refOf(one)} ${rest}`.trim() } : open(one, call);
  },
});
