/**
 * Numbers, dates and lists as every page words them. `Sources/Report/Format.swift` says the same; both are held to
 * `Tests/Fixtures/format.json`. What is missing is "unknown", never 0.
 *
 *     int(760000)            → '760,000'
 *     compact(7615616512)    → '7.62 B'     three significant digits, a no-break space before the unit
 *     percent(0.467)         → '46.7 %'     a narrow no-break space before the sign
 *     bytes(15200000000)     → '15.2 GB'
 *     day('2024-07-11')      → '11 Jul 2024'
 */

export const unknown = 'unknown';
const space = '\u00a0';
const narrow = '\u202f';
const minus = '\u2212';
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** @typedef {number | null | undefined} Maybe */
/** @param {any} value @returns {value is number} */
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);

/** @param {number} value */
function grouped(value) {
  const digits = String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return (value < 0 && digits !== '0' ? minus : '') + digits;
}

/**
 * With exactly so many digits after the point: `decimal(0.6331, 2)` → '0.63'.
 * @param {Maybe} value @param {number} digits
 */
export function decimal(value, digits) {
  if (!isNumber(value) || Math.abs(value) >= 1e15) return unknown;
  const power = 10 ** digits;
  const units = Math.round(Math.abs(value) * power);
  const sign = value < 0 && units > 0 ? minus : '';
  if (digits === 0) return sign + grouped(units);
  return `${sign}${grouped(Math.floor(units / power))}.${String(units % power).padStart(digits, '0')}`;
}

/**
 * With its sign, also a plus: `signed(13.84, 1)` → '+13.8'.
 * @param {Maybe} value @param {number} digits
 */
export function signed(value, digits) {
  const text = decimal(value, digits);
  return isNumber(value) && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * How likely by chance: `probability(0.0312)` → 'p = 0.031', `probability(1e-9)` → 'p < 0.001'.
 * @param {Maybe} p
 */
export function probability(p) {
  if (!isNumber(p)) return `p${space}${unknown}`;
  return p < 0.001 ? `p${space}<${space}0.001` : `p${space}=${space}${decimal(p, 3)}`;
}

/** @param {number} value @param {[number, string][]} units @param {number} from */
function scaled(value, units, from) {
  if (value < from) return grouped(value);
  let i = units.findIndex(([size]) => value >= size);
  // 999,950 is 1,000 k when rounded: that is 1 M.
  if (i > 0 && Math.round(value / units[i][0]) >= 1000) i -= 1;
  const number = value / units[i][0];
  const text = decimal(number, number < 9.995 ? 2 : number < 99.95 ? 1 : 0);
  return (text.includes('.') ? text.replace(/\.?0+$/, '') : text) + space + units[i][1];
}

/** @param {Maybe} value */
export const int = (value) => (isNumber(value) ? grouped(value) : unknown);

/** @param {Maybe} value */
export function compact(value) {
  if (!isNumber(value)) return unknown;
  return (value < 0 ? minus : '') + scaled(Math.abs(value), [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'k']], 1e4);
}

/** @param {Maybe} value */
export function bytes(value) {
  if (!isNumber(value)) return unknown;
  const text = scaled(Math.max(0, value), [[1e12, 'TB'], [1e9, 'GB'], [1e6, 'MB'], [1e3, 'kB']], 1e3);
  return /\d$/.test(text) ? `${text}${space}B` : text;
}

/**
 * One decimal of a hundredth; a positive share too small for it is '< 0.1 %', one too near to all '> 99.9 %'.
 * @param {Maybe} share
 */
export function percent(share) {
  if (!isNumber(share)) return unknown;
  if (share > 0 && share < 0.0005) return `<${space}0.1${narrow}%`;
  if (share < 1 && share >= 0.9995) return `>${space}99.9${narrow}%`;
  return decimal(share * 100, 1) + narrow + '%';
}

/**
 * Whole hundredths where they suffice, for labels: 0.467 → '47 %'.
 * @param {Maybe} share
 */
export function roundPercent(share) {
  if (!isNumber(share)) return unknown;
  return (share > 0 && share < 0.0095) || (share < 1 && share >= 0.995) ? percent(share) : decimal(share * 100, 0) + narrow + '%';
}

/** @param {string | null | undefined} text "2024-07-11" */
export function day(text) {
  const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(text || '');
  return m && months[+m[2] - 1] ? `${+m[3]}${space}${months[+m[2] - 1].slice(0, 3)}${space}${m[1]}` : unknown;
}

/** @param {string | null | undefined} text "2024-07" */
export function month(text) {
  const m = /^(\d{4})-(\d\d)/.exec(text || '');
  return m && months[+m[2] - 1] ? `${months[+m[2] - 1]}${space}${m[1]}` : unknown;
}

/**
 * 'a', 'a and b', 'a, b and c'.
 * @param {string[]} items
 */
export function list(items) {
  if (items.length < 2) return items[0] || '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/**
 * 'model' for 1, else 'models'.
 * @param {number} value @param {string} one @param {string | null} [many]
 */
export const noun = (value, one, many) => (value === 1 ? one : many || `${one}s`);

/**
 * 'no models', '1 model', '760,000 models'.
 * @param {number} value @param {string} one @param {string | null} [many]
 */
export const count = (value, one, many) => (value === 0 ? `no ${many || `${one}s`}` : `${grouped(value)} ${noun(value, one, many)}`);

/**
 * Small numbers in words: 3 → 'three'; from thirteen on in figures.
 * @param {number} value
 */
export const words = (value) => small[value] || grouped(value);

/** @param {string} text */
export const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Parameters with their noun: '7.62 B parameters'.
 * @param {Maybe} value
 */
export const parameters = (value) => (isNumber(value) ? `${compact(value)} parameters` : unknown);

/**
 * A cell's text by its column's kind.
 * @param {any} value @param {string} kind
 * @returns {string}
 */
export function cell(value, kind) {
  if (value === null || value === undefined || value === '') return unknown;
  switch (kind) {
    case 'count': return int(value);
    case 'number': return Number.isInteger(value) ? int(value) : decimal(value, Math.abs(value) < 10 ? 2 : 1);
    case 'share': return percent(value);
    case 'parameters': return compact(value);
    case 'bytes': return bytes(value);
    case 'day': return day(value);
    case 'month': return month(value);
    case 'flag': return value ? 'yes' : 'no';
    default: return String(value);
  }
}
