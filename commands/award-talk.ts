import {
  type AwardBasis,
  type AwardProposal,
  type AwardStepKind,
  awardStanding,
  awardStepKinds,
  mayStep,
  missingPapers,
  quotaUse,
} from '../src/core/award.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { readAward, sameAward, type TypedAward } from '../src/text/award-line.ts';
import { awardee } from '../src/text/award-words.ts';
import { awardText, isOver, type Merits } from '../src/text/awards.ts';
import { composeText } from '../src/text/compose.ts';
import { impossibleDay } from '../src/text/impossible-day.ts';
import { nameOf } from '../src/text/who-words.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { meritsOf } from './merits.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 500;
/** Candidates that are named beside the question. */
const CANDIDATES = 5;

export const refOf = (one: Pick<AwardProposal, 'id'>) => shortRef('k', one.id);

const basisOf = ({ ballots, rank, concluded }: Merits): AwardBasis =>
  ballots.length > 0 ? 'ballot' : rank !== null ? 'ranking' : concluded ? 'meeting' : 'lead';

interface Facts extends ComposeFacts {
  about: AwardProposal | null;
  kind: AwardStepKind | null;
}
type Asking = Pick<Facts, 'question' | 'preview'>;

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  if (!isLead(call)) return { refusal: { lines: awardText.leadOnly() } };
  const [, verb, ref, line = ''] =
    /^([a-z]+) (k_[a-z\d]{12})(?:\s+([\s\S]*))?$/.exec(saved ? (saved.target ?? '') : words) ?? [];
  const kind = awardStepKinds.find(one => one === verb) ?? null;
  if (kind === null)
    return {
      facts: { words: saved ? '' : words, target: null, about: null, kind, ...(await proposing(call)) },
    };
  const about = (await call.ports.year.awards.list()).find(one => refOf(one) === ref);
  if (!about) return { refusal: { lines: awardText.unknown('') } };
  if (!mayStep(about, kind)) return { refusal: { lines: awardText.mayNot(about, kind) } };
  const asking: Asking = {
    question: () => awardText.askStep(about, kind),
    preview: ({ text, file }) => {
      const why = impossibleDay(text, 'after its word');
      if (why) return { lines: awardText.noSuchDay(why), ways: [] };
      const lines = awardText.previewStep(about, kind, text, file?.name ?? null);
      return { lines, ways: [{ id: 'save', label: awardText.save }] };
    },
  };
  return { facts: { words: saved ? '' : line, target: `${kind} ${ref}`, about, kind, ...asking } };
}

/** The quota that speaks of the award, and how much of it is used. */
async function quotaOf({ award, unitId }: Pick<TypedAward, 'award' | 'unitId'>, call: Call) {
  const { quotas } = await call.ports.plans.season();
  const quota = quotas.find(one => sameAward(one.award, award));
  if (!quota) return null;
  const proposals = await call.ports.year.awards.list();
  const units = (await call.ports.units()).length;
  return { quota, use: quotaUse(quota, proposals, { unitId, units }) };
}

async function proposing(call: Call): Promise<Asking> {
  const { ports } = call;
  const units = await ports.deadlines.units();
  const merits = await meritsOf(call);
  const { quotas } = await ports.plans.season();
  const proposals = await ports.year.awards.list();
  const name = (unitId: string) => nameOf(units.find(one => one.id === unitId) ?? { id: '', names: [] });
  const candidates = units
    .map(({ id }) => ({ id, ...merits(id) }))
    .filter(one => one.rank !== null || one.ballots.length > 0)
    .toSorted((a, b) => b.ballots.length - a.ballots.length || (a.rank ?? 99) - (b.rank ?? 99))
    .slice(0, CANDIDATES)
    .map(one => awardText.candidate(name(one.id), one));
  return {
    question: () => awardText.question(candidates),
    preview: ({ text }) => {
      const read = readAward(text, units);
      if (!read) return { lines: awardText.unclear(), ways: [] };
      const said = merits(read.unitId);
      const quota = quotas.find(one => sameAward(one.award, read.award));
      const use = quota && quotaUse(quota, proposals, { unitId: read.unitId, units: units.length });
      const known = quota && use ? { quota, use } : null;
      const given = {
        award: read.award,
        awardee: awardee({ subject: read.subject, unitName: name(read.unitId) }),
        basis: basisOf(said),
      };
      const twin = proposals.find(
        one =>
          one.unitId === read.unitId &&
          one.subject === read.subject &&
          sameAward(one.award, read.award) &&
          awardStanding(one) !== 'withdrawn',
      );
      const label = isOver(use ?? null) ? awardText.proposeOver : awardText.propose;
      const ways = said.vetoes.length > 0 ? [] : [{ id: 'propose', label }];
      return { lines: awardText.preview(given, said, known, twin ?? null), ways };
    },
  };
}

async function propose({ text }: ComposeEffect, call: Call): Promise<Say> {
  const { ports } = call;
  const read = readAward(text, await ports.deadlines.units());
  if (!read) return { lines: awardText.unclear() };
  const merits = (await meritsOf(call))(read.unitId);
  const quota = await quotaOf(read, call);
  const { id, number } = await ports.year.awards.propose({
    ...read,
    basis: basisOf(merits),
    quota: quota && { id: quota.quota.id, no: quota.quota.no },
  });
  const detail = { no: number, unit: read.unitId, over: isOver(quota?.use ?? null) };
  ports.audit({ action: 'award.proposed', subject: 'award', subjectId: id, detail });
  return { lines: awardText.proposed(number) };
}

async function step(
  effect: ComposeEffect,
  about: AwardProposal,
  kind: AwardStepKind,
  call: Call,
): Promise<Say> {
  const { ports } = call;
  const file = effect.file && { sha256: effect.file.sha256, name: effect.file.name, mime: effect.file.mime };
  const said = effect.text;
  await ports.year.awards.step(about.id, { kind, said, file });
  ports.audit({
    action: 'award.stepped',
    subject: 'award',
    subjectId: about.id,
    detail: { no: about.number, kind },
  });
  if (kind === 'granted' || kind === 'refused') {
    const lines = awardText.told(call.bloc?.name ?? '', about, kind, said);
    ports.tell({ kind: 'unit', unitId: about.unitId }, { lines });
  }
  const after = { steps: [...about.steps, { kind, said, file, at: call.now }] };
  return { lines: awardText.stepped(about, kind, missingPapers(after)) };
}

export const awardConversation = bindConversation({
  machine: composeDialogue({
    kind: 'khen_thuong',
    file: 'optional',
    fileTitle: composeText.fileTitles.khen_thuong,
    most: MOST,
  }),
  load,
  apply: async (effects: ComposeEffect[], call, { about, kind }: Facts) => {
    const says: Say[] = [];
    for (const effect of effects)
      says.push(await (about && kind ? step(effect, about, kind, call) : propose(effect, call)));
    return says;
  },
});
