/** The one global dependency, loaded before our bundle as its own classic script. */
declare var d3: any;
declare var HubAtlas: { receive(id: string, data: string): void; waiting?: Map<string, (data: string) => void>; ready?: Promise<unknown> };

interface Column { key: string; label: string; kind: string; unit?: string }
interface Table { id: string; columns: Column[]; values: { [key: string]: any[] } }
interface Remark { at: string; title: string; text: string }
interface Figure {
  id: string; role: string; kind: string;
  channels: { [name: string]: string };
  options: { [name: string]: any };
  remarks: Remark[];
  table: Table;
  shard: string | null;
  /** Other tables that the reader may choose. */
  shelf?: Shelved[];
  rows: { inline: number; live: number; total: number };
  title: string | null; subtitle: string | null;
  provenance: { source: string; rows: string; caveat: string };
  notes: string[];
}
interface Shelved { name: string; note: string; file: string }
/** What the reader did: texts and lists of texts, so that all of it fits into the address. */
interface State { [key: string]: any }
interface Frame { W: number; H: number; m: { t: number; r: number; b: number; l: number }; phone: boolean; compact: boolean }
interface Control {
  type: 'seg' | 'select' | 'input' | 'find' | 'button'; key: string; label: string; placeholder?: string; found?: string;
  options?: [string, string][]; suggestions?: string[]; hidden?: boolean; text?: string; value?: any;
  /** For a button: the state it leads to. */
  to?: State;
}
/** `mark`: the path of a shape around (6, 2), where the key is of shapes and not of colors. */
interface Chip { key: string; name: string; cls: string; count?: string; on: boolean; mark?: string }
interface Description { title: string; subtitle: string }
/** A chart kind: three pure steps, the words, the table of what is displayed, and what is live about it. */
interface Kind {
  defaults(figure: Figure): State;
  controls(figure: Figure, state: State, table: Table): Control[];
  /** Tests of what an address may hold, by key; `whole` once the table has all its rows. */
  accepts?(figure: Figure, table: Table, whole: boolean): { [key: string]: (value: string) => boolean };
  frame(width: number, role: string): Frame;
  series(table: Table, figure: Figure, state: State): any;
  place(series: any, frame: Frame, figure: Figure, state: State, transform?: any): any;
  draw(g: any, placed: any, context: DrawContext): void;
  describe(series: any, figure: Figure, state: State): Description;
  display(series: any, figure: Figure, state: State): Table;
  legend?(series: any, figure: Figure, state: State): Chip[];
  extra?(series: any, placed: any, figure: Figure): VNode | null;
  live?(view: any): any;
  empty?: string;
  /** What the legend's colors mean, where not modalities. */
  keyOf?: string;
}
interface DrawContext {
  id: string; figure: Figure; state: State; live: boolean;
  /** In a page, until its script draws: light before fine. */
  passing?: boolean;
}
interface VNode { tag: string; attrs: { [name: string]: any }; children: (VNode | string)[] }
declare module 'module' { export function createRequire(from: string): (name: string) => any; }
declare module 'fs' { export function readFileSync(file: number | URL, encoding: string): string; export function writeSync(fd: number, text: string): number; }
declare var process: { stdin: any; stdout: any; stderr: any; exit(code: number): never; exitCode: number; argv: string[] };
interface Buffer extends Uint8Array { toString(encoding?: string): string }
declare var Buffer: { from(text: string, encoding: string): Buffer };
declare var setImmediate: (run: () => void) => void;
declare module 'node:fs' { export function readFileSync(file: string, encoding: 'utf8'): string; export function readFileSync(file: string): Buffer; export function existsSync(file: string): boolean; }
declare module 'node:zlib' { export function gunzipSync(bytes: Uint8Array, options: { maxOutputLength: number }): Buffer; export function gzipSync(bytes: Uint8Array, options: { level: number }): Buffer; }
