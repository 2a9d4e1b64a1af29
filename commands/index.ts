import { batDau } from './bat-dau.ts';
import { chamDiem } from './cham-diem.ts';
import type { Command } from './command.ts';
import { diem } from './diem.ts';
import { han } from './han.ts';
import { huy } from './huy.ts';
import { moi } from './moi.ts';
import { nopBaoCao } from './nop-bao-cao.ts';
import { tienDo } from './tien-do.ts';
import { toi } from './toi.ts';
import { troGiup } from './tro-giup.ts';

/** Every command there is, in the order of menu and help. */
export const commands: readonly Command[] = [
  han,
  nopBaoCao,
  tienDo,
  chamDiem,
  diem,
  toi,
  moi,
  huy,
  troGiup(() => commands),
  batDau,
];
