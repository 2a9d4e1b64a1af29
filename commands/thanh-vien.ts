import { z } from 'zod';
import type { PersonRole } from '../src/core/bloc.ts';
import { type BlocPost, planMemberChange } from '../src/core/member-change.ts';
import { blocWords } from '../src/text/bloc-words.ts';
import { fold } from '../src/text/fold.ts';
import { memberText } from '../src/text/members.ts';
import { type Call, defineCommand, type Reply } from './command.ts';

/** Of an id, random to the last digit: enough to tell a bloc's posts apart in a button. */
const refOf = ({ membershipId }: BlocPost) => membershipId.slice(-12);

const ROLES: readonly [RegExp, PersonRole | null][] = [
  [/\b(?:bo|xoa|go)\b/, null],
  [/\b(?:clerk|thu ky)$/, 'clerk'],
  [/\b(?:contact|dau moi)$/, 'contact'],
  [/\b(?:member|thanh vien|can bo)$/, 'member'],
];

interface Asked {
  who: BlocPost[];
  what: 'show' | { role: PersonRole | null };
  agreed: boolean;
}

/** `2`, `bỏ 2`, `Nguyễn Văn Khánh thành viên`, or what a button carries: a reference, a role, `ok`. */
function read(words: string, posts: readonly BlocPost[]): Asked {
  let said = fold(words);
  const agreed = / ok$/.test(said);
  if (agreed) said = said.replace(/ ok$/, '');
  const change = ROLES.find(([pattern]) => pattern.test(said));
  const who = change ? said.replace(change[0], '').trim() : said;
  const byNumber = /^\d{1,3}$/.test(who) ? posts[Number(who) - 1] : undefined;
  const found = byNumber ? [byNumber] : named(who, posts);
  return { who: found, what: change ? { role: change[1] } : 'show', agreed };
}

/** By a button's reference, by whole words of the name ("anh" is Ánh, not Thanh), else by any part of it. */
function named(who: string, posts: readonly BlocPost[]): BlocPost[] {
  const tries = [
    (post: BlocPost) => refOf(post) === who,
    (post: BlocPost) => who.length > 1 && ` ${fold(post.personName)} `.includes(` ${who} `),
    (post: BlocPost) => who.length > 1 && fold(post.personName).includes(who),
  ];
  return tries.map(fits => posts.filter(fits)).find(found => found.length > 0) ?? [];
}

async function show(post: BlocPost, posts: readonly BlocPost[]): Promise<Reply> {
  const others = posts.filter(one => one.personId === post.personId && one !== post);
  const roles = (['contact', 'member', 'clerk'] as const).filter(
    role => role !== post.role && (role !== 'clerk' || post.unitRole === 'lead'),
  );
  return { kind: 'say', says: [memberText.one(post, others, roles, refOf(post))] };
}

async function change(
  { who: [post], agreed }: Asked,
  role: PersonRole | null,
  posts: readonly BlocPost[],
  call: Call,
): Promise<Reply> {
  const { ports, bloc, actor } = call;
  if (!post) throw new Error('a change of nobody');
  const plan = planMemberChange(post, role, { posts, duties: await ports.duties() });
  if (plan.kind === 'refused') {
    const label = (await ports.setup.bloc())?.sheet.label ?? 'khối';
    return { kind: 'say', says: [{ lines: memberText.refused(plan.why, post, blocWords(label)) }] };
  }
  const self = post.personId === actor?.personId;
  if (!agreed) return { kind: 'say', says: [memberText.preview(post, role, plan, self, refOf(post))] };
  await ports.setup.changePost(post, role);
  const detail = { unit: post.unitId, person: post.personId, role: role ?? post.role };
  const action = role ? 'post.changed' : 'post.ended';
  ports.audit({ action, subject: 'unit', subjectId: post.unitId, detail });
  const { personId } = post;
  ports.tell({ kind: 'person', personId }, { lines: memberText.told(post, role, bloc?.name ?? '') });
  ports.replan();
  return { kind: 'say', says: [memberText.done(post, role)] };
}

export const thanhVien = defineCommand({
  name: 'thanh_vien',
  says: ['thành viên', 'danh sách thành viên', 'ai đã vào', 'người của khối', 'nhân sự'],
  summary: 'Ai là người của đơn vị nào, đơn vị nào chưa có đầu mối; bỏ, đổi vai trò',
  example: '/thanh_vien 2',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: async (words, call) => {
    const { setup } = call.ports;
    const posts = await setup.posts();
    if (words === '') {
      const units = await setup.units();
      const label = (await setup.bloc())?.sheet.label ?? 'khối';
      const listed = units.map(({ id, name, role }) => {
        return { name, role, posts: posts.filter(post => post.unitId === id) };
      });
      return {
        kind: 'say',
        says: [memberText.list(listed, blocWords(label), (await call.ports.reach()).persons)],
      };
    }
    const asked = read(words, posts);
    const [post] = asked.who;
    if (!post) return { kind: 'say', says: [{ lines: memberText.unknown(words) }] };
    if (asked.who.length > 1)
      return { kind: 'say', says: [memberText.several(asked.who.slice(0, 8), refOf)] };
    return asked.what === 'show' ? show(post, posts) : change(asked, asked.what.role, posts, call);
  },
});
