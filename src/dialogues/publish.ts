import { z } from 'zod';
import type { Day } from '../core/day.ts';
import type { Line, Table } from '../core/message.ts';
import type { AheadDeadline, OpenScores } from '../core/open-scores.ts';
import type { ActKind, SheetStage } from '../core/stage.ts';
import { fold } from '../text/fold.ts';
import { publishText } from '../text/publish.ts';
import { apart, type Dialogue, type Input, type Say, type Step } from './dialogue.ts';

export interface PublishFacts {
  words: string;
  /** Person id. */
  me: string;
  bloc: string;
  units: readonly { name: string; stage: SheetStage }[];
  selfClosed: boolean;
  open: boolean;
  proposed: { by: string; byName: string; at: Date } | null;
  /** Somebody asks that one person be enough. */
  loneAsked: { by: string; byName: string } | null;
  published: { byName: string; at: Date } | null;
  publishers: 1 | 2;
  /** Somebody else acts for the lead, who may confirm what one proposes. */
  hasSecond: boolean;
  appealDays: number;
  appealUntil: Day;
  /** The ranking as it would be published. */
  lines: readonly Line[];
  table: Table;
  /** How it differs from what was proposed. */
  since: readonly Line[];
  tied: boolean;
  left: OpenScores;
  /** Changes with every fact that the result rests on. */
  revision: string;
}

export type PublishEffect = { kind: 'act'; act: ActKind } | { kind: 'publishers'; publishers: 1 | 2 };

const publishStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('menu') }),
  z.strictObject({ at: z.literal('confirm'), revision: z.string() }),
  z.strictObject({ at: z.literal('early'), revision: z.string() }),
]);
type PublishState = z.infer<typeof publishStateSchema>;
type PublishStep = Step<PublishState, PublishEffect>;

const { labels } = publishText;

/** `/cong_bo`: closing the self scores, opening provisional ones, and in two steps the publication. */
export const publishDialogue: Dialogue<PublishState, PublishFacts, PublishEffect> = {
  kind: 'cong_bo',
  version: 1,
  state: publishStateSchema,
  migrate: () => null,
  start: facts => {
    if (facts.published) return over(publishText.already(facts.published.at, facts.published.byName));
    const act = wordsFor.find(([words]) => words.includes(fold(facts.words).trim()));
    return act ? choose(act[1], facts) : askAt({ at: 'menu' }, facts);
  },
  step,
  ask: promptFor,
};

type Act = 'publish' | 'close_self' | 'reopen_self' | 'open' | 'shut' | 'two' | 'one' | 'withdraw';

const wordsFor: readonly [readonly string[], Act][] = [
  [['khoa tu cham', 'chot tu cham'], 'close_self'],
  [['mo lai tu cham', 'mo tu cham'], 'reopen_self'],
  [['mo diem', 'cho xem diem'], 'open'],
  [['dong diem'], 'shut'],
  [['hai nguoi', '2 nguoi'], 'two'],
  [['mot nguoi', '1 nguoi', 'chi can mot nguoi', 'dong y chi can mot nguoi'], 'one'],
  [['cong bo', 'xac nhan', 'xac nhan cong bo'], 'publish'],
];

const over = (lines: Line[], effects: PublishEffect[] = []): PublishStep => ({
  kind: 'end',
  say: lines.length > 0 ? { lines } : null,
  effects,
});

function askAt(state: PublishState, facts: PublishFacts, notes: Line[] = []): PublishStep {
  const say = promptFor(state, facts);
  return { kind: 'ask', state, say: { ...say, lines: apart(notes, say.lines) }, effects: [] };
}

/** With two publishers the first one only proposes. */
const proposes = ({ publishers, proposed }: PublishFacts) => publishers === 2 && proposed === null;

function promptFor(state: PublishState, facts: PublishFacts): Say {
  if (facts.published) return { lines: publishText.already(facts.published.at, facts.published.byName) };
  const { publishers, proposed, selfClosed, open } = facts;
  if (state.at === 'confirm') {
    const label = proposes(facts) ? labels.propose : labels.confirm;
    const go = { id: `go_${state.revision}`, label, tone: 'danger' as const };
    const lines = publishText.confirm(publishers, proposes(facts), facts.appealUntil);
    return {
      lines: [...facts.lines, ...warnings(facts), [], ...lines],
      table: facts.table,
      choices: [[go], [{ id: 'back', label: labels.back }]],
    };
  }
  if (state.at === 'early') {
    const go = { id: `early_${state.revision}`, label: labels.early, tone: 'danger' as const };
    return { lines: publishText.early(facts.left), choices: [[go], [{ id: 'back', label: labels.back }]] };
  }
  const publish = {
    id: 'publish',
    label: proposed ? labels.confirm : publishers === 2 ? labels.propose : labels.publish,
    tone: 'primary' as const,
  };
  return {
    lines: publishText.menu(facts),
    choices: [
      [publish, ...(proposed ? [{ id: 'withdraw', label: labels.withdraw }] : [])],
      [
        selfClosed
          ? { id: 'reopen_self', label: labels.reopenSelf }
          : { id: 'close_self', label: labels.closeSelf },
        open ? { id: 'shut', label: labels.shut } : { id: 'open', label: labels.open },
      ],
      [
        publishers === 2 ? { id: 'one', label: loneLabel(facts) } : { id: 'two', label: labels.two },
        { id: 'later', label: labels.later },
      ],
    ],
  };
}

function loneLabel({ loneAsked, me }: PublishFacts): string {
  if (loneAsked === null) return labels.one;
  return loneAsked.by === me ? labels.keepTwo : labels.agreeOne;
}

/** Some of what counts is not due yet: that takes a confirmation of its own. */
const isEarly = ({ left }: PublishFacts) => left.reports.length + left.selfScores.length > 0;

function warnings({ units, tied, left, since }: PublishFacts): Line[] {
  const silent = units.filter(unit => unit.stage === 'self').map(unit => unit.name);
  return [
    ...(silent.length > 0 ? [publishText.noSelf()] : []),
    ...publishText.since(since),
    ...publishText.open({ ...left, selfScores: left.selfScores.map(besides(silent)) }),
    ...(tied ? [publishText.tied()] : []),
  ];
}

/** The ranking has named those who sent nothing. */
const besides =
  (named: readonly string[]) =>
  (one: AheadDeadline): AheadDeadline => ({
    ...one,
    unitNames: one.unitNames.filter(name => !named.includes(name)),
  });

function step(state: PublishState, input: Input, facts: PublishFacts): PublishStep {
  if (facts.published) return over(publishText.already(facts.published.at, facts.published.byName));
  const press = input.kind === 'option' ? input.id : input.kind === 'go' ? input.to : null;
  if (press === 'cancel' || press === 'later') return over(publishText.later());
  if (press === 'back') return askAt({ at: 'menu' }, facts);
  if (state.at === 'confirm' && press?.startsWith('go_'))
    return confirm(state.revision, facts, isEarly(facts) ? 'early' : 'done');
  if (state.at === 'early' && press?.startsWith('early_')) return confirm(state.revision, facts, 'done');
  const said = input.kind === 'text' ? fold(input.text).trim() : null;
  const act =
    said === null ? acts.find(one => one === press) : wordsFor.find(([words]) => words.includes(said))?.[1];
  return act ? choose(act, facts) : askAt(state, facts);
}

const acts: readonly Act[] = [
  ...(['publish', 'close_self', 'reopen_self', 'open', 'shut', 'two', 'one', 'withdraw'] as const),
];

const act = (kind: ActKind): PublishStep => over([], [{ kind: 'act', act: kind }]);

function choose(chosen: Act, facts: PublishFacts): PublishStep {
  const menu = (...notes: Line[]) => askAt({ at: 'menu' }, facts, notes);
  switch (chosen) {
    case 'close_self':
      return facts.selfClosed ? menu() : act('self_closed');
    case 'reopen_self':
      return facts.selfClosed ? act('self_reopened') : menu();
    case 'open':
      return facts.open ? menu() : act('opened');
    case 'shut':
      return facts.open ? act('shut') : menu();
    case 'withdraw':
      return facts.proposed ? act('withdrawn') : menu();
    case 'two':
      if (facts.publishers === 1 && !facts.hasSecond) return menu(publishText.noSecond());
      return facts.publishers === 2 ? menu() : over([], [{ kind: 'publishers', publishers: 2 }]);
    case 'one':
      return lone(facts) ?? menu(publishText.openProposal());
    case 'publish': {
      const refusal = refusalOf(facts);
      return refusal ? menu(refusal) : askAt({ at: 'confirm', revision: facts.revision }, facts);
    }
  }
}

/** What two must do is not for one of them to put aside; null: not while a proposal waits for the other. */
function lone({ publishers, proposed, loneAsked, me }: PublishFacts): PublishStep | null {
  if (publishers === 1) return over([], [{ kind: 'publishers', publishers: 1 }]);
  if (loneAsked?.by === me) return act('lone_withdrawn');
  if (proposed) return null;
  if (loneAsked === null) return act('lone_asked');
  return over(
    [],
    [
      { kind: 'act', act: 'lone_agreed' },
      { kind: 'publishers', publishers: 1 },
    ],
  );
}

function refusalOf({ units, selfClosed, publishers, proposed, me }: PublishFacts): Line | null {
  const under = units.filter(unit => unit.stage !== 'final' && unit.stage !== 'self');
  if (under.length > 0) return publishText.notReady(under.map(unit => unit.name));
  const silent = units.filter(unit => unit.stage === 'self');
  if (silent.length > 0 && !selfClosed) return publishText.notSent(silent.map(unit => unit.name));
  return publishers === 2 && proposed?.by === me ? publishText.samePerson() : null;
}

/** Only what was seen is published. */
function confirm(revision: string, facts: PublishFacts, then: 'early' | 'done'): PublishStep {
  const refusal = refusalOf(facts);
  if (refusal) return askAt({ at: 'menu' }, facts, [refusal]);
  if (revision !== facts.revision)
    return askAt({ at: 'confirm', revision: facts.revision }, facts, [publishText.changed()]);
  if (then === 'early') return askAt({ at: 'early', revision }, facts);
  return act(proposes(facts) ? 'proposed' : 'published');
}
