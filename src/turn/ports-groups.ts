import type { Binding, Ceding, GroupPorts } from '../../commands/ports-setup.ts';
import { appendAudit } from '../../db/audit.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { blocNames } from '../../db/blocs.ts';
import {
  addGroupCode,
  bindChat,
  boundGroups,
  codeHint,
  findGroupCode,
  useGroupCode,
} from '../../db/groups.ts';
import { enterBloc } from '../../db/tx.ts';
import { hasAuthority } from '../core/bloc.ts';
import { replan } from '../scheduler/replan.ts';
import { setupTells } from '../text/groups.ts';
import { blocOfGroupCode, newGroupCode } from './pairing.ts';
import type { PortScope } from './port-scope.ts';

export function createGroupPorts(scope: PortScope): GroupPorts {
  const { tx, now, today, actor, chat, context, bloc, me, deferred } = scope;

  /** Enters the bloc on the way. */
  const leads = async (blocId: number): Promise<boolean> => {
    await enterBloc(tx, blocId);
    const posts = (await blocPeople(tx, today)).filter(one => one.personId === actor?.personId);
    return hasAuthority(posts, 'lead');
  };
  const nameOf = async (blocId: number) => (await blocNames(tx, [blocId], blocId)).get(blocId) ?? '';
  const back = async () => {
    if (context) await enterBloc(tx, context.blocId);
  };
  /** Written down in that bloc, whose reminders go by whether it has a group. */
  const note = async (blocId: number, action: 'group.bound' | 'group.unbound') => {
    await enterBloc(tx, blocId);
    await replan(tx, blocId, now);
    const entry = { action, subject: 'bloc', subjectId: String(blocId), detail: {} };
    await appendAudit(tx, [{ ...entry, blocId, at: now, actor: me() }]);
  };
  const move = async (
    where: typeof chat & { topic: string | null },
    from: number | null,
    to: number,
    codeHash: string,
  ) => {
    await useGroupCode(tx, codeHash, now);
    await bindChat(tx, where, to, where.topic);
    if (from !== null) await note(from, 'group.unbound');
    await note(to, 'group.bound');
  };

  const bind = async (code: string): Promise<Binding> => {
    const to = blocOfGroupCode(code);
    if (to === null) return { kind: 'unknown' };
    const lead = await leads(to);
    const found = await findGroupCode(tx, { code });
    if (!found) return { kind: 'unknown' };
    if (!lead) return { kind: 'not_lead' };
    const blocName = await nameOf(to);
    const from = context?.blocId ?? null;
    if (from === to) return { kind: 'already', blocName };
    if (found.usedAt) return { kind: 'used' };
    if (found.expiresAt <= now) return { kind: 'expired' };
    if (context && from !== null && !(await leads(from))) {
      const here = (await boundGroups(tx, from)).find(one => one.chatId === chat.chatId);
      const question = `${from} ${to} ${codeHint(found.hash)} ${here?.ref ?? ''}`;
      return { kind: 'asks', blocName, otherName: context.name, title: here?.title ?? '', question };
    }
    await enterBloc(tx, to);
    await move({ ...chat, topic: scope.topic }, from, to, found.hash);
    return { kind: 'bound', blocName };
  };

  const cede = async (question: string, agreed: boolean): Promise<Ceding> => {
    const [, a, b, hint, ref] = /^(\d{1,12}) (\d{1,12}) ([\da-f]{12}) ([\da-f]{8})$/.exec(question) ?? [];
    if (!hint) return { kind: 'stale' };
    const [from, to] = [Number(a), Number(b)];
    if (!(await leads(from))) return { kind: 'not_lead' };
    const group = (await boundGroups(tx, from)).find(one => one.ref === ref);
    const fromName = await nameOf(from);
    await enterBloc(tx, to);
    const code = await findGroupCode(tx, { hint });
    const toName = await nameOf(to);
    if (!group || !code || code.usedAt || code.expiresAt <= now) return { kind: 'stale' };
    const { title } = group;
    if (agreed) await move({ ...group, topic: null }, from, to, code.hash);
    else await useGroupCode(tx, code.hash, now);
    const say = { lines: setupTells.answered(agreed, title, fromName) };
    deferred.tell.push({ to: { kind: 'lead', blocId: to }, say });
    if (agreed)
      deferred.tell.push({ to: { kind: 'groups', blocId: to }, say: { lines: setupTells.groupIs(toName) } });
    return { kind: agreed ? 'ceded' : 'kept', title, toName };
  };

  /** Whatever bloc was looked into, the turn's own is entered again. */
  const andBack = async <T>(act: Promise<T>): Promise<T> => {
    const done = await act;
    await back();
    return done;
  };

  return {
    newCode: async expiresAt => {
      const { blocId } = bloc();
      const code = newGroupCode(blocId);
      await addGroupCode(tx, { blocId, code, createdBy: me(), createdAt: now, expiresAt });
      return code;
    },
    links: code => scope.deepLinks(code, 'group').map(link => link.url),
    isCode: words => blocOfGroupCode(words) !== null,
    bound: () => boundGroups(tx, bloc().blocId),
    bind: code => andBack(bind(code)),
    cede: (question, agreed) => andBack(cede(question, agreed)),
    unbind: async ref => {
      const { blocId } = bloc();
      const one = (await boundGroups(tx, blocId)).find(group => group.ref === ref);
      if (!one) return;
      await bindChat(tx, one, null, null);
      await note(blocId, 'group.unbound');
    },
  };
}
