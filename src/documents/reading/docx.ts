import mammoth from 'mammoth';
import { z } from 'zod';
import { checkExpansion } from './zip-size.ts';

/** Bytes that a document's parts may come to, pictures too. */
const MAX_EXPANDED = 64 * 1024 * 1024;

/** As much of mammoth's document tree as carries words. */
interface Node {
  type: string;
  value?: string | undefined;
  children?: Node[] | undefined;
  numbering?: { level: string; isOrdered: boolean } | null | undefined;
  breakType?: string | undefined;
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string(),
    value: z.string().optional(),
    children: z.array(nodeSchema).optional(),
    numbering: z.object({ level: z.string(), isOrdered: z.boolean() }).nullish(),
    breakType: z.string().optional(),
  }),
);

/** Paragraphs as lines, tables of data as `| a | b |`, tables that only place things paragraph by paragraph. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  checkExpansion(bytes, MAX_EXPANDED);
  let words = '';
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      transformDocument: (tree: unknown) => {
        words = blocks(nodeSchema.parse(tree), new Map()).join('\n');
        return tree;
      },
      // Pictures are of no interest, and would be turned into text.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return words;
}

/** How far each level of the running list has counted. */
type Counters = Map<number, number>;

function blocks(node: Node, counters: Counters): string[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node, counters)];
    case 'table':
      return table(node, counters);
    default:
      return (node.children ?? []).flatMap(child => blocks(child, counters));
  }
}

function paragraph({ numbering, children = [] }: Node, counters: Counters): string {
  const words = children.map(inline).join('');
  if (!numbering || words.trim() === '') return words;
  if (!numbering.isOrdered) return `- ${words}`;
  const level = Number(numbering.level);
  const no = (counters.get(level) ?? 0) + 1;
  counters.set(level, no);
  for (const deeper of [...counters.keys()]) if (deeper > level) counters.delete(deeper);
  return `${no}. ${words}`;
}

function inline(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(inline).join('');
}

function table({ children = [] }: Node, counters: Counters): string[] {
  const rows = children
    .filter(row => row.type === 'tableRow')
    .map(row => (row.children ?? []).map(cell => blocks(cell, counters)));
  const written = (cell: readonly string[]) => cell.filter(line => line.trim() !== '');
  const data =
    rows.length > 2 && rows.every(row => row.length > 1 && row.every(cell => written(cell).length < 4));
  if (!data) return rows.flatMap(row => row.flat());
  return rows.map(row => `| ${row.map(cell => written(cell).join(' ').trim()).join(' | ')} |`);
}
