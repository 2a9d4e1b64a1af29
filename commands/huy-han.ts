import { z } from 'zod';
import { changeConversation } from './change-deadline.ts';
import { defineCommand } from './command.ts';

export const huyHan = defineCommand({
  name: 'huy_han',
  says: ['hủy hạn', 'bỏ hạn', 'xóa hạn'],
  summary: 'Hủy một hạn, có lý do',
  example: '/huy_han 2 cấp trên không yêu cầu nữa',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: changeConversation('cancel', 'huy_han'),
  run: async words => ({ kind: 'begin', words }),
});
