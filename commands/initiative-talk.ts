import { unitsActedFor } from '../src/core/bloc.ts';
import { type Initiative, type InitiativeFacts, mayBecome, shortOf } from '../src/core/initiative.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { fold } from '../src/text/fold.ts';
import {
  changedFacts,
  countsInitiatives,
  readInitiative,
  readInitiativeAct,
} from '../src/text/initiative-line.ts';
import { initiativeText } from '../src/text/initiatives.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 1_500;

export const refOf = (one: Pick<Initiative, 'id'>) => shortRef('i', one.id);

/** The unit's contacts change it, and the lead's side. */
export const mayChange = (one: Initiative, call: Call): boolean =>
  isLead(call) || unitsActedFor(call.actor?.posts ?? []).includes(one.unitId);

/** Units that the person registers for, the first most likely. */
const ownUnits = (call: Call) => {
  const mine = unitsActedFor(call.actor?.posts ?? []);
  return (call.actor?.posts ?? []).filter(post => mine.includes(post.unitId));
};

type Doing = 'new' | 'sua' | 'cong_nhan';
interface Facts extends ComposeFacts {
  doing: Doing;
  about: Initiative | null;
}

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  const [, verb, ref, line = ''] =
    /^(sua|cong_nhan) (i_[a-z\d]{12})(?:\s+([\s\S]*))?$/.exec(saved ? (saved.target ?? '') : words) ?? [];
  const all = await call.ports.year.initiatives.list();
  if (verb !== 'sua' && verb !== 'cong_nhan') {
    if (ownUnits(call).length === 0) return { refusal: { lines: initiativeText.contactsOnly() } };
    return {
      facts: { words: saved ? '' : words, target: null, doing: 'new', about: null, ...making(all, call) },
    };
  }
  const about = all.find(one => refOf(one) === ref);
  if (!about) return { refusal: { lines: initiativeText.unknown('') } };
  if (!mayChange(about, call)) return { refusal: { lines: initiativeText.notYours(about) } };
  const common = { words: saved ? '' : line, target: `${verb} ${ref}`, doing: verb, about } as const;
  return { facts: { ...common, ...(verb === 'sua' ? editing(about) : recognising(about)) } };
}

type Asking = Pick<Facts, 'question' | 'preview'>;

function making(all: readonly Initiative[], call: Call): Asking {
  const units = ownUnits(call);
  const several = units.length > 1;
  return {
    question: initiativeText.question,
    preview: ({ text, file }) => {
      const { title, people, benefit } = readInitiative(text);
      if (title === null) return { lines: initiativeText.noTitle(), ways: [] };
      const twin = all.find(one => fold(one.title) === fold(title) && one.state !== 'withdrawn') ?? null;
      const unit = several ? units.map(one => one.unitName).join(' / ') : (units[0]?.unitName ?? '');
      return {
        lines: initiativeText.preview(
          { title, people, benefit, basis: null },
          unit,
          file?.name ?? null,
          twin,
        ),
        ways: units.map((one, n) => ({
          id: `unit_${n}`,
          label: initiativeText.register(several ? one.unitName : null),
        })),
      };
    },
  };
}

const editing = (about: Initiative): Asking => ({
  question: () => initiativeText.askEdit(about),
  preview: ({ text, file }) => {
    if (readInitiativeAct(text)) return { lines: initiativeText.actNotFact(about, text), ways: [] };
    return {
      lines: initiativeText.previewEdit(about, changedFacts(about, text), file?.name ?? null),
      ways: [{ id: 'save', label: initiativeText.save }],
    };
  },
});

const recognising = (about: Initiative): Asking => ({
  question: () => initiativeText.askBasis(about),
  preview: ({ text, file }) => ({
    lines: initiativeText.previewBasis(about, text, file?.name ?? null),
    ways: [{ id: 'save', label: initiativeText.save }],
  }),
});

const attached = ({ file }: ComposeEffect) =>
  file && { sha256: file.sha256, name: file.name, mime: file.mime };

/** How many the unit still lacks, null where the plan asks for none. */
async function lacking(unitId: string, call: Call): Promise<number | null> {
  const commitments = (await call.ports.year.targets.list()).filter(countsInitiatives);
  const lacks = commitments.map(one => shortOf(one).find(unit => unit.unitId === unitId)?.lacks ?? 0);
  return commitments.length === 0 ? null : Math.max(...lacks);
}

async function register(effect: ComposeEffect, call: Call): Promise<Say> {
  const { ports } = call;
  const unit = ownUnits(call)[Number(effect.way.slice('unit_'.length))];
  const { title, people, benefit } = readInitiative(effect.text);
  if (!unit || title === null) return { lines: initiativeText.noTitle() };
  const { unitId, unitName } = unit;
  const facts = { title, people, benefit, basis: null };
  const { id, number } = await ports.year.initiatives.add({ unitId, ...facts, file: attached(effect) });
  ports.audit({
    action: 'initiative.registered',
    subject: 'initiative',
    subjectId: id,
    detail: { no: number, unit: unitId },
  });
  if (!isLead(call)) {
    const lines = initiativeText.arrived(call.bloc?.name ?? '', { number, title, unitName }, 'registered');
    ports.tell(
      { kind: 'lead' },
      { lines, choices: [[{ id: `sang_kien ${shortRef('i', id)}`, label: initiativeText.openLabel }]] },
    );
  }
  return { lines: initiativeText.registered({ number, unit: unitName }, await lacking(unitId, call)) };
}

async function change(effect: ComposeEffect, about: Initiative, doing: Doing, call: Call): Promise<Say> {
  const recognised = doing === 'cong_nhan';
  if (recognised && !mayBecome(about, 'recognised'))
    return { lines: initiativeText.mayNot(about, 'recognised') };
  const facts: InitiativeFacts = recognised
    ? { ...about, basis: effect.text }
    : changedFacts(about, effect.text);
  const state = recognised ? 'recognised' : about.state;
  await writeDown(about, { ...facts, state, file: attached(effect) ?? about.file }, call);
  return { lines: recognised ? initiativeText.became(about, 'recognised') : initiativeText.saved(about) };
}

/** A new revision, its act, and the other side told where its state changed. */
export async function writeDown(
  about: Initiative,
  given: InitiativeFacts & Pick<Initiative, 'state' | 'file'>,
  call: Call,
): Promise<void> {
  const { ports } = call;
  const { title, people, benefit, basis, state, file } = given;
  await ports.year.initiatives.revise(about.id, { title, people, benefit, basis, state, file });
  ports.audit({
    action: 'initiative.changed',
    subject: 'initiative',
    subjectId: about.id,
    detail: { no: about.number, state },
  });
  if (state === about.state) return;
  const lines = initiativeText.arrived(call.bloc?.name ?? '', about, state);
  const own = unitsActedFor(call.actor?.posts ?? []).includes(about.unitId);
  ports.tell(own ? { kind: 'lead' } : { kind: 'unit', unitId: about.unitId }, { lines });
}

export const initiativeConversation = bindConversation({
  machine: composeDialogue({
    kind: 'sang_kien',
    file: 'optional',
    fileTitle: composeText.fileTitles.sang_kien,
    most: MOST,
  }),
  load,
  apply: async (effects: ComposeEffect[], call, { about, doing }: Facts) => {
    const says: Say[] = [];
    for (const effect of effects)
      says.push(await (about ? change(effect, about, doing, call) : register(effect, call)));
    return says;
  },
});
