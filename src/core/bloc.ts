import type { Day } from './day.ts';
/** What a person does for a unit. */
export type PersonRole = 'contact' | 'member' | 'clerk';
/** What a unit is in its bloc. Roles belong to units; a person acts for one. */
export type UnitRole = 'lead' | 'deputy' | 'member';

export interface Post {
  unitId: string;
  unitName: string;
  unitRole: UnitRole;
  role: PersonRole;
}

export interface Actor {
  personId: string;
  displayName: string;
  posts: Post[];
  /** All blocs in which the person holds a post. */
  blocIds: number[];
}

/** How far a person may go in a bloc, from least to most. */
export const authorities = ['stranger', 'member', 'contact', 'lead'] as const;
export type Authority = (typeof authorities)[number];

/** The lead's side is the lead unit's contact and its clerk; a plain member of the lead unit is a member. */
export function authorityOf(posts: readonly Post[]): Authority {
  const acts = posts.filter(post => post.role !== 'member');
  if (acts.some(post => post.unitRole === 'lead')) return 'lead';
  if (acts.length > 0) return 'contact';
  return posts.length > 0 ? 'member' : 'stranger';
}

export function hasAuthority(posts: readonly Post[], least: Authority): boolean {
  return authorities.indexOf(authorityOf(posts)) >= authorities.indexOf(least);
}

/** The units a person may hand in and score for. */
export function unitsActedFor(posts: readonly Post[]): string[] {
  return [...new Set(posts.filter(post => post.role !== 'member').map(post => post.unitId))];
}

export interface Season {
  id: string;
  year: number;
  endsOn: Day;
}

export interface Bloc {
  blocId: number;
  name: string;
  season: Season | null;
}
