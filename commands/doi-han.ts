import { z } from 'zod';
import { changeConversation } from './change-deadline.ts';
import { defineCommand } from './command.ts';

export const doiHan = defineCommand({
  name: 'doi_han',
  says: ['đổi hạn', 'dời hạn', 'lùi hạn', 'sửa hạn', 'định ngày', 'đặt ngày'],
  summary: 'Đổi thời hạn hoặc tên của một hạn, định ngày cho hạn chưa có ngày',
  example: '/doi_han 2 trước ngày 20/6',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: changeConversation('move', 'doi_han'),
  run: async words => ({ kind: 'begin', words }),
});
