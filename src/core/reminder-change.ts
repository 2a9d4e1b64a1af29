import { type ReminderPolicy, reminderPolicySchema } from './reminder-policy.ts';

/** New values of some settings; what is inside `digest` and `quiet` is merged too. */
export type PolicyPatch = Partial<Omit<ReminderPolicy, 'digest'>> & {
  digest?: Partial<ReminderPolicy['digest']>;
};

/** Why a setting is not taken: where in the policy, and the schema's code. */
export interface PolicyRefusal {
  path: string;
  code: string;
}

export type PolicyChange =
  | { kind: 'changed'; before: ReminderPolicy; policy: ReminderPolicy }
  | { kind: 'same' }
  | { kind: 'refused'; refusals: PolicyRefusal[] };

export function changePolicy(before: ReminderPolicy, patch: PolicyPatch): PolicyChange {
  const digest = { ...before.digest, ...patch.digest };
  const read = reminderPolicySchema.safeParse({ ...before, ...patch, digest });
  if (!read.success) {
    const refusals = read.error.issues.map(({ path, code, message }) => ({
      path: path.filter(key => typeof key === 'string').join('.'),
      code: code === 'custom' ? message : code,
    }));
    return { kind: 'refused', refusals };
  }
  const same = JSON.stringify(read.data) === JSON.stringify(reminderPolicySchema.parse(before));
  return same ? { kind: 'same' } : { kind: 'changed', before, policy: read.data };
}
