import { z } from 'zod';
import { defineCommand } from './command.ts';

export const huy = defineCommand({
  name: 'huy',
  says: ['hủy', 'thôi', 'hủy bỏ'],
  summary: 'Bỏ việc đang làm dở',
  example: '/huy',
  roles: 'stranger',
  where: 'both',
  args: z.string(),
  run: async () => ({ kind: 'cancel' }),
});
