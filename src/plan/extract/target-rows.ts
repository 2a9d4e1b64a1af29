import type { Section } from '../document/sections.ts';

/** A row of a table of targets, as the words that a sentence would have for it. */
export interface TargetRow {
  section: Section;
  name: string;
  /** `≤ 1,5 %`. */
  figure: string;
}

const UNIT = /^(?:don vi(?: tinh)?|dvt|don vi do)$/;
const NAME = /^(?:(?:ten |noi dung )?(?:cac )?chi tieu|noi dung|danh muc|tieu chi)/;
const VALUE = /ke hoach|muc tieu|chi tieu (?:giao|nam|20)|giao nam|phan dau|^nam 20\d\d|^(?:muc )?dang ky/;
const NUMBER = /\d/;
/** Behind which the unit would stand in a sentence. */
const FIGURE = /\d[\d.,]*(?:\s*(?:-|\u2013|\u0111\u1ebfn)\s*\d[\d.,]*)?/u;

interface Columns {
  name: number;
  unit: number;
  value: number;
}

/** Rows under a head that names a column of targets, one of units and one of values; `year`: of several years ours. */
export function targetRows(sections: readonly Section[], year: number | null): TargetRow[] {
  let columns: Columns | null = null;
  return sections.flatMap(section => {
    const cells = cellsOf(section);
    if (cells.length < 3) {
      if (!section.heading) columns = null;
      return [];
    }
    const head = columnsOf(
      cells.map(one => one.folded),
      year,
    );
    if (head) {
      columns = head;
      return [];
    }
    if (!columns) return [];
    const [name, unit, value] = [cells[columns.name], cells[columns.unit], cells[columns.value]];
    if (!name || !unit || !value || !NUMBER.test(value.text)) return [];
    const figure = value.text.includes('%') ? value.text : value.text.replace(FIGURE, `$& ${unit.text}`);
    return [{ section, name: name.text, figure }];
  });
}

function columnsOf(heads: readonly string[], year: number | null): Columns | null {
  const name = heads.findIndex(one => NAME.test(one));
  const unit = heads.findIndex(one => UNIT.test(one));
  const values = heads.flatMap((one, at) => (at !== name && at !== unit && VALUE.test(one) ? [at] : []));
  const ours = values.find(at => year !== null && heads[at]?.includes(String(year)));
  const value = ours ?? values.find(at => !/20\d\d/.test(heads[at] ?? '')) ?? values.at(-1);
  return name < 0 || unit < 0 || value === undefined ? null : { name, unit, value };
}

function cellsOf({ text, folded }: Section): { text: string; folded: string }[] {
  let at = 0;
  return text.split(/[|\t]/).map(cell => {
    const own = folded.slice(at, at + cell.length).trim();
    at += cell.length + 1;
    return { text: cell.trim(), folded: own };
  });
}
