import { type Authority, authorities } from './bloc.ts';

/** What of a command decides who may use it, and where. */
export interface Governed {
  /** The least authority that may. */
  roles: Authority;
  where: 'both' | 'private';
}

export type Place = 'private' | 'group';

/** What a command comes to for somebody somewhere. */
export type Permission =
  | 'here'
  /** Asked in the group, answered in the person's private chat. */
  | 'in_private'
  /** Asked in the group by somebody whose private chat we do not know: told to write there. */
  | 'write_privately'
  /** Nobody we know: told how to come in. */
  | 'pair_first'
  /** Told whom the command is for. */
  | 'not_allowed';

/** `paired`: known to the assistant, if only from another bloc. */
export function permissionOf(
  { roles, where }: Governed,
  authority: Authority,
  place: Place,
  paired = authority !== 'stranger',
): Permission {
  const enough = authorities.indexOf(authority) >= authorities.indexOf(roles);
  if (!enough) return authority === 'stranger' ? 'pair_first' : 'not_allowed';
  if (where === 'both' || place === 'private') return 'here';
  return paired ? 'in_private' : 'write_privately';
}
