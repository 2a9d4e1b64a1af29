import { z } from 'zod';
import { defineCommand } from './command.ts';
import { sendBackConversation } from './send-back.ts';

export const traLai = defineCommand({
  name: 'tra_lai',
  says: ['trả lại', 'trả lại báo cáo', 'trả báo cáo'],
  summary: 'Trả lại báo cáo để đơn vị bổ sung, kèm lý do',
  example: '/tra_lai Phòng Kinh tế: thiếu biểu số 2',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: sendBackConversation,
  run: async words => ({ kind: 'begin', words }),
});
