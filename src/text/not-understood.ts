import { distance } from 'fastest-levenshtein';
import type { Line } from '../core/message.ts';
import { clip, fold } from './fold.ts';

/** UTF-16 units. */
const QUOTED = 60;
/** Letters that may differ, of those a form has. */
const NEAR = 0.3;

/** What stands before the gap: "được tặng …" → "duoc tang". */
const keyOf = (form: string) => fold(form.replace(/[:…].*$/su, ''));

/** The form whose words are nearest to those typed, whatever follows them; null where none is near. */
export function nearestForm(typed: string, forms: readonly string[]): string | null {
  const words = fold(typed).split(' ');
  const rated = forms.map(form => {
    const key = keyOf(form);
    const length = key.split(' ').length;
    const heads = [length - 1, length, length + 1].map(count => words.slice(0, count).join(' '));
    return { form, off: Math.min(...heads.map(head => distance(head, key))) / key.length };
  });
  const [best] = rated.toSorted((a, b) => a.off - b.off);
  return best && best.off <= NEAR ? best.form : null;
}

/** Words behind a numbered thing that are none of its own: named, with the nearest of what can be typed there. */
export function notUnderstood(typed: string, command: string, forms: readonly string[]): Line[] {
  const near = nearestForm(typed, forms);
  const lines = (some: readonly string[]) => some.map((form): Line => [{ code: `/${command} ${form}` }]);
  const head: Line = [`Hệ thống chưa hiểu “${clip(typed, QUOTED)}”, chưa ghi gì.`];
  if (near) return [head, ['Có phải đồng chí muốn gõ:'], ...lines([near])];
  if (forms.length > 0) return [head, ['Ở đây có thể gõ:'], ...lines(forms)];
  return [head, ['Xem: ', { code: `/${command}` }]];
}
