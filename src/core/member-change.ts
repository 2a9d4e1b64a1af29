import type { PersonRole, UnitRole } from './bloc.ts';
import type { Duty } from './duty.ts';
import type { UnitPost } from './unit-change.ts';

export interface BlocPost extends UnitPost {
  unitName: string;
  unitRole: UnitRole;
}

export type MemberRefusal = 'last_lead_contact' | 'clerk_not_of_lead' | 'same_role' | 'held_already';

export interface MemberPlan {
  kind: 'plan';
  /** Nobody of the unit acts for it any more. */
  orphaned: boolean;
  /** Open duties of which nobody will be reminded. */
  unheard: Duty[];
  /** The person keeps other posts in the bloc. */
  remains: boolean;
}

/** What ending a post, or changing its role, comes to. `role` null: it ends. */
export function planMemberChange(
  post: BlocPost,
  role: PersonRole | null,
  facts: { posts: readonly BlocPost[]; duties: readonly Duty[] },
): MemberPlan | { kind: 'refused'; why: MemberRefusal } {
  const refused = (why: MemberRefusal) => ({ kind: 'refused', why }) as const;
  const others = facts.posts.filter(({ membershipId }) => membershipId !== post.membershipId);
  const sameUnit = others.filter(({ unitId }) => unitId === post.unitId);
  if (role === post.role) return refused('same_role');
  if (role === 'clerk' && post.unitRole !== 'lead') return refused('clerk_not_of_lead');
  if (sameUnit.some(other => other.personId === post.personId && other.role === role))
    return refused('held_already');
  const contact = sameUnit.some(other => other.role === 'contact');
  if (post.unitRole === 'lead' && post.role === 'contact' && !contact) return refused('last_lead_contact');

  const acts = sameUnit.some(other => other.role !== 'member') || (role !== null && role !== 'member');
  const orphaned = post.role !== 'member' && !acts;
  const open = facts.duties.filter(
    ({ party, handedIn }) => party.kind === 'unit' && party.unitId === post.unitId && handedIn === null,
  );
  const remains = role !== null || others.some(other => other.personId === post.personId);
  return { kind: 'plan', orphaned, unheard: orphaned ? open : [], remains };
}
