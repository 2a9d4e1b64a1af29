import { z } from 'zod';
import {
  type AwardProposal,
  type AwardStepKind,
  awardStanding,
  awardStepKinds,
  mayStep,
  missingPapers,
  quotaUse,
} from '../src/core/award.ts';
import { unitsActedFor } from '../src/core/bloc.ts';
import { readAwardStep } from '../src/text/award-line.ts';
import { awardText } from '../src/text/awards.ts';
import { fold } from '../src/text/fold.ts';
import { notUnderstood } from '../src/text/not-understood.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { awardConversation, refOf } from './award-talk.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { meritsOf } from './merits.ts';
import { isLead, saying, withLines } from './reply.ts';

/** Buttons to open one; the others by number. */
const OPENED = 6;

/** The lead sees all of it; others their own units' and what was granted. */
async function seen(call: Call): Promise<AwardProposal[]> {
  const all = await call.ports.year.awards.list();
  const mine = unitsActedFor(call.actor?.posts ?? []);
  return isLead(call)
    ? all
    : all.filter(one => mine.includes(one.unitId) || awardStanding(one) === 'granted');
}

async function overview(call: Call): Promise<Reply> {
  const { ports } = call;
  const lead = isLead(call);
  const proposals = await seen(call);
  const units = await ports.units();
  const all = await ports.year.awards.list();
  const { quotas } = await ports.plans.season();
  const merits = lead ? await meritsOf(call) : null;
  const due = (await ports.duties()).find(
    one => one.kind === 'dossier' && one.party.kind === 'bloc' && one.handedIn === null,
  );
  const lines = awardText.overview(call.bloc?.name ?? '', {
    quotas: quotas.map(quota => ({ quota, use: quotaUse(quota, all, { unitId: '', units: units.length }) })),
    proposals,
    vetoes: units.flatMap(({ id, name: unit }) => (merits?.(id).vetoes ?? []).map(why => ({ unit, why }))),
    due: due ?? null,
    lead,
  });
  const opens = proposals.slice(0, OPENED).map(one => [awardText.open(one)]);
  return saying(lines, lead ? [...opens, [awardText.make]] : opens);
}

/** What is wanted next: the papers that are missing, then sending it, then its result. */
function nextSteps(one: AwardProposal): AwardStepKind[] {
  const missing = missingPapers(one);
  const [first = 'sent'] = missing;
  const wanted: AwardStepKind[] = awardStanding(one) === 'preparing' ? [first] : ['granted', 'refused'];
  return [...wanted, 'withdrawn' as const].filter(kind => mayStep(one, kind));
}

async function open(one: AwardProposal, call: Call): Promise<Reply> {
  const merits = isLead(call) ? (await meritsOf(call))(one.unitId) : null;
  const lines = awardText.shown(call.bloc?.name ?? '', one, merits);
  return saying(lines, isLead(call) ? [nextSteps(one).map(kind => awardText.step(one, kind))] : []);
}

/** Words behind its number that are no step of it. */
async function odd(one: AwardProposal, words: string, call: Call): Promise<Reply> {
  const forms = (isLead(call) ? awardStepKinds : []).filter(kind => mayStep(one, kind));
  const typed = forms.map(kind => awardText.forms[kind]);
  return withLines(notUnderstood(words, `khen_thuong ${one.number}`, typed), await open(one, call));
}

/** `khen_thuong 2` or `k_…` opens one, a step with it is written down; other words propose. */
export const khenThuong = defineCommand({
  name: 'khen_thuong',
  says: ['khen thưởng', 'đề nghị khen thưởng', 'kết quả khen thưởng', 'hồ sơ khen thưởng', 'cờ thi đua'],
  summary: 'Khen thưởng: định mức, đề nghị từ xếp hạng và bình xét, hồ sơ, kết quả',
  example: '/khen_thuong Cờ thi đua: Phòng Kinh tế',
  roles: 'member',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: awardConversation,
  run: async (words, call) => {
    const said = fold(words);
    if (said === '') return overview(call);
    const [, verb, ref] = /^(?:([a-z]+) )?(k_[a-z\d]{12})$/.exec(words) ?? [];
    const { number, rest = '' } = ref ? {} : (readNumbered(words) ?? {});
    if (!ref && number === undefined) {
      if (!isLead(call)) return saying(awardText.leadOnly());
      return { kind: 'begin', words: said === 'moi' || said === 'de nghi' ? '' : words };
    }
    const one = (await seen(call)).find(found =>
      ref ? refOf(found) === ref : String(found.number) === number,
    );
    if (!one) return saying(awardText.unknown(number ?? ''));
    const pressed = awardStepKinds.find(kind => kind === verb);
    const read = readAwardStep(rest);
    const kind = pressed ?? read?.kind;
    if (!kind) return rest === '' ? open(one, call) : odd(one, rest, call);
    if (!isLead(call)) return saying(awardText.leadOnly());
    return { kind: 'begin', words: `${kind} ${refOf(one)} ${read?.said ?? ''}`.trim() };
  },
});
