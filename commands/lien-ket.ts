import { addMinutes } from 'date-fns';
import { z } from 'zod';
import { accountText } from '../src/text/accounts.ts';
import { defineCommand } from './command.ts';

/** Long enough to change from one messenger to the other. */
const MINUTES_VALID = 30;

export const lienKet = defineCommand({
  name: 'lien_ket',
  says: ['liên kết', 'liên kết tài khoản', 'thêm tài khoản'],
  summary: 'Dùng thêm tài khoản Zalo hoặc Telegram khác của chính mình',
  example: '/lien_ket',
  roles: 'stranger',
  where: 'private',
  leavesNoTrace: true,
  args: z.string(),
  run: async (code, { ports, actor, now }) => {
    if (code !== '') {
      return { kind: 'say', says: [accountText.brought(await ports.accounts.bring(code))] };
    }
    if (!actor || actor.blocIds.length === 0) return { kind: 'say', says: [accountText.howToBring()] };
    const expiresAt = addMinutes(now, MINUTES_VALID);
    const made = await ports.accounts.newCode(expiresAt);
    return { kind: 'say', says: [accountText.code(made, expiresAt, await ports.accounts.mine())] };
  },
});
