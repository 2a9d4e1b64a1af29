import { z } from 'zod';
import type { Ballot } from '../src/core/ballot/ballot.ts';
import { hasResult, tellable, toldAt } from '../src/core/ballot/decision.ts';
import { outcomeOf } from '../src/core/ballot/outcome.ts';
import type { BallotSettings } from '../src/core/ballot/rules.ts';
import { thresholdNames } from '../src/core/ballot/threshold.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { ballotRulesText, type RuleKey, ruleKeys } from '../src/text/ballot-rules.ts';
import { ballotText } from '../src/text/ballots.ts';
import { fold } from '../src/text/fold.ts';
import { openBallot } from './ballot-desk.ts';
import { resultChoices } from './ballot-result.ts';
import { ballotConversation, refOf } from './ballot-talk.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { excludedUnits } from './merits.ts';
import { isLead, saying } from './reply.ts';

const SHOWN = 6;

const next = <T>(values: readonly T[], now: T): T => values[(values.indexOf(now) + 1) % values.length] ?? now;

/** Each press turns a rule on by one. */
const turned: Record<RuleKey, (rules: BallotSettings) => Partial<BallotSettings>> = {
  ai: ({ voters }) => ({ voters: next(['units', 'persons'] as const, voters) }),
  nguong: ({ threshold }) => ({ threshold: next(thresholdNames, threshold) }),
  co_so: ({ base }) => ({ base: next(['all', 'present'] as const, base) }),
  co_mat: ({ quorum }) => ({ quorum: next(thresholdNames, quorum) }),
  vong: ({ rounds }) => ({ rounds: next([1, 2, 3], rounds) }),
  bang: ({ tie }) => ({ tie: next(['meeting', 'lead'] as const, tie) }),
  chinh: ({ counts }) => ({ counts: next(['paper', 'chat'] as const, counts) }),
};

async function ruleSheet(key: RuleKey | null, call: Call): Promise<Reply> {
  const { ports } = call;
  const before = ports.ballots.settings();
  const patch = key ? turned[key](before) : {};
  const now = { ...before, ...patch };
  if (key) {
    await ports.ballots.change(patch);
    const [value] = Object.values(patch);
    const subject = { subject: 'bloc', subjectId: String(call.bloc?.blocId) } as const;
    ports.audit({
      action: 'settings.changed',
      ...subject,
      detail: { item: `ballot.${key}`, value: value ?? null },
    });
  }
  const notes = key ? [ballotRulesText.changed(key, now), []] : [];
  return saying(
    [...notes, ...ballotRulesText.sheet(now)],
    ruleKeys.map(one => [ballotRulesText.change(one, now)]),
  );
}

function list(all: readonly Ballot[], page: number, call: Call): Reply {
  const shown = all.slice(page * SHOWN, (page + 1) * SHOWN);
  const more = all.length > (page + 1) * SHOWN;
  const last: Choice[] = [
    ...(isLead(call) ? [ballotText.make, ballotText.rules] : []),
    ...(more ? [{ id: `binh_xet trang ${page + 2}`, label: ballotText.more }] : []),
  ];
  const lines = ballotText.list(call.bloc?.name ?? '', shown, isLead(call));
  return saying(lines, [...shown.map(one => [ballotText.open(one)]), ...(last.length > 0 ? [last] : [])]);
}

function open(one: Ballot, call: Call): Reply {
  const lead = isLead(call);
  if (one.state === 'open') return saying(ballotText.shown(one), lead ? [[ballotText.close(one)]] : []);
  return saying(ballotText.result(call.bloc?.name ?? '', one), lead ? resultChoices(one) : []);
}

async function act(verb: string, one: Ballot, call: Call): Promise<Reply> {
  const { ports } = call;
  const bloc = call.bloc?.name ?? '';
  switch (verb) {
    case 'dong':
      if (one.state !== 'open') return saying(ballotText.closedBefore());
      return saying(ballotText.confirmClose(one), [[ballotText.closeNow(one), ballotText.keepOpen]]);
    case 'dong_ngay': {
      const closed = await ports.ballots.close(one.id);
      if (!closed) return saying(ballotText.closedBefore());
      const detail = { no: one.no, counted: closed.counts !== null };
      ports.audit({ action: 'ballot.closed', subject: 'ballot', subjectId: one.id, detail });
      return open(closed, call);
    }
    case 'cong_bo': {
      if (!hasResult(one)) return saying(ballotText.unknown());
      const what = tellable(one);
      if (!(await ports.ballots.publish(one.id, what)))
        return saying(ballotText.publishedBefore(one, toldAt(one)), resultChoices(one));
      const lines = ballotText.result(bloc, one);
      ports.tell({ kind: 'units' }, { lines });
      ports.tell({ kind: 'groups' }, { lines });
      ports.audit({
        action: 'ballot.published',
        subject: 'ballot',
        subjectId: one.id,
        detail: { no: one.no, what },
      });
      return saying(ballotText.published());
    }
    case 'vong': {
      const outcome = one.counts && outcomeOf(one.counts, one.rules, one.round);
      if (outcome?.kind !== 'next_round' || one.followed) return saying(ballotText.closedBefore());
      const again = one.options.filter(option => outcome.among.includes(option.id));
      const left = (await excludedUnits(call)).filter(unit =>
        again.some(option => option.label === unit.name),
      );
      const options = again.filter(option => !left.some(unit => unit.name === option.label));
      if (options.length === 0) return saying([ballotText.allLeftOut(left)]);
      const { title, electors, mode } = one;
      const rules = { ...one.rules, seats: outcome.seats };
      const opened = { title, options, rules, electors, closesAt: null };
      const said = await openBallot(call, opened, { mode, round: one.round + 1, previousId: one.id });
      return { kind: 'say', says: [{ ...said, lines: [...left.map(ballotText.leftOut), ...said.lines] }] };
    }
    default: {
      if (one.state !== 'closed' || one.mode !== 'chat') return saying(ballotText.unknown());
      const { sha256 } = await ports.ballots.export(one.id);
      ports.audit({
        action: 'ballot.exported',
        subject: 'ballot',
        subjectId: one.id,
        detail: { no: one.no },
      });
      const file = { sha256, name: ballotText.fileName(one), mime: 'application/json' };
      return { kind: 'say', says: [{ lines: ballotText.exported(one), file }] };
    }
  }
}

/** `binh_xet b_…` opens one, words before it act on it; other words are what the lead puts to the vote. */
export const binhXet = defineCommand({
  name: 'binh_xet',
  says: ['bình xét', 'suy tôn', 'mở bình xét', 'kết quả bình xét', 'bình bầu'],
  summary: 'Bình xét của khối: mở bỏ phiếu, xem kết quả, quy tắc bỏ phiếu',
  example: '/binh_xet Cờ thi đua năm 2026: Phòng Kinh tế; Trạm Y tế; chọn 1',
  roles: 'member',
  where: 'private',
  args: z.string(),
  conversation: ballotConversation,
  run: async (words, call) => {
    const said = fold(words);
    const all = await call.ports.ballots.list();
    const [, page] = /^trang (\d{1,3})$/.exec(said) ?? [];
    if (said === '' || page) return list(all, Number(page ?? 1) - 1, call);
    const [, verb, ref] = /^(?:(dong|dong_ngay|cong_bo|vong|quyet|xuat) )?(b_[a-z\d]{12})$/.exec(words) ?? [];
    const [, number] = /^(?:so )?(\d{1,4})$/.exec(said) ?? [];
    const one = ref || number ? all.find(found => refOf(found) === ref || String(found.no) === number) : null;
    if (one === undefined) return saying(ballotText.unknown());
    if (one && !verb) return open(one, call);
    if (!isLead(call)) return saying(ballotText.leadOnly());
    if (one && verb) return verb === 'quyet' ? { kind: 'begin', words } : act(verb, one, call);
    if (said === 'thoi') return saying(ballotText.kept());
    const key = ruleKeys.find(rule => words === `dat ${rule}`);
    if (key || /^quy tac/.test(said)) return ruleSheet(key ?? null, call);
    return { kind: 'begin', words: said === 'moi' ? '' : words };
  },
});
