import { z } from 'zod';
import { groupText } from '../src/text/groups.ts';
import { defineCommand } from './command.ts';

export const boNhom = defineCommand({
  name: 'bo_nhom',
  says: ['bỏ nhóm', 'bỏ gắn nhóm', 'gỡ nhóm'],
  summary: 'Bỏ gắn một nhóm chat khỏi khối',
  example: '/bo_nhom',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  run: async (words, { ports }) => {
    const { groups } = ports.setup;
    const bound = await groups.bound();
    const [first] = bound;
    if (!first) return { kind: 'say', says: [{ lines: groupText.noGroups() }] };
    if (words === 'giu') return { kind: 'say', says: [{ lines: groupText.kept() }] };
    const [ref = '', agreed] = words.split(' ');
    const one = ref === '' && bound.length === 1 ? first : bound.find(group => group.ref === ref);
    if (!one) return { kind: 'say', says: [groupText.whichGroup(bound)] };
    if (agreed !== 'ok') return { kind: 'say', says: [groupText.confirmUnbind(one.title, one.ref)] };
    await groups.unbind(one.ref);
    return { kind: 'say', says: [{ lines: groupText.unbound(one.title) }] };
  },
});
