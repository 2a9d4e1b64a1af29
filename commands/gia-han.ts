import { z } from 'zod';
import { changeConversation } from './change-deadline.ts';
import { defineCommand } from './command.ts';

export const giaHan = defineCommand({
  name: 'gia_han',
  says: ['gia hạn', 'cho gia hạn'],
  summary: 'Gia hạn cho một hay vài đơn vị, có lý do',
  example: '/gia_han 2 Trạm Y tế 20/6 vì mất điện',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: changeConversation('extend', 'gia_han'),
  run: async words => ({ kind: 'begin', words }),
});
