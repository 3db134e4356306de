// Makes the shapes of countries again from Natural Earth's maps as TopoJSON (public domain), the gazetteer's names and towns:
//
//     node scripts/world.js countries-110m.json countries-50m.json > assets/places/world.js
//
// Countries are those of the first file, with the scale of 1:110 million. What it leaves out, micro-states and territories,
// becomes a dot: at its largest town where the gazetteer has one, at its middle in the second file, or at `lone`. Rerun, the
// same files give the same bytes.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Degrees a step: at the greatest zoom of the map a pixel or two. */
const step = 0.04;

/** ISO 3166-1: numeric and alpha-2. */
const codes = Object.fromEntries(`
004AF008AL010AQ012DZ016AS020AD024AO028AG031AZ032AR036AU040AT044BS048BH050BD051AM052BB056BE060BM064BT068BO070BA072BW074BV
076BR084BZ086IO090SB092VG096BN100BG104MM108BI112BY116KH120CM124CA132CV136KY140CF144LK148TD152CL156CN158TW162CX166CC170CO
174KM175YT178CG180CD184CK188CR191HR192CU196CY203CZ204BJ208DK212DM214DO218EC222SV226GQ231ET232ER233EE234FO238FK239GS242FJ
246FI248AX250FR254GF258PF260TF262DJ266GA268GE270GM275PS276DE288GH292GI296KI300GR304GL308GD312GP316GU320GT324GN328GY332HT
334HM336VA340HN344HK348HU352IS356IN360ID364IR368IQ372IE376IL380IT384CI388JM392JP398KZ400JO404KE408KP410KR414KW417KG418LA
422LB426LS428LV430LR434LY438LI440LT442LU446MO450MG454MW458MY462MV466ML470MT474MQ478MR480MU484MX492MC496MN498MD499ME500MS
504MA508MZ512OM516NA520NR524NP528NL531CW533AW534SX535BQ540NC548VU554NZ558NI562NE566NG570NU574NF578NO580MP581UM583FM584MH
585PW586PK591PA598PG600PY604PE608PH612PN616PL620PT624GW626TL630PR634QA638RE642RO643RU646RW652BL654SH659KN660AI662LC663MF
666PM670VC674SM678ST682SA686SN688RS690SC694SL702SG703SK704VN705SI706SO710ZA716ZW724ES728SS729SD732EH740SR744SJ748SZ752SE
756CH760SY762TJ764TH768TG772TK776TO780TT784AE788TN792TR795TM796TC798TV800UG804UA807MK818EG826GB831GG832JE833IM834TZ840US
850VI854BF858UY860UZ862VE876WF882WS887YE894ZM`.match(/\d{3}[A-Z]{2}/g).map((c) => [c.slice(0, 3), c.slice(3)]));

/** Shapes without a number in the standard that have a code in use. */
const unnumbered = { Kosovo: "XK" };
/** Names of what the gazetteer never finds, since nobody has a seat there. */
const empty = {
  AQ: "Antarctica", BL: "Saint Barthélemy", BV: "Bouvet Island", CC: "Cocos Islands", CX: "Christmas Island",
  GS: "South Georgia", HM: "Heard Island", IO: "British Indian Ocean Territory", NF: "Norfolk Island", PN: "Pitcairn Islands",
  TF: "French Southern Territories", TK: "Tokelau", UM: "U.S. Outlying Islands",
};
/** Longitude and latitude of what neither file nor gazetteer has. */
const lone = {
  BQ: [-68.27, 12.14], BV: [3.36, -54.42], CC: [96.83, -12.17], CX: [105.69, -10.49], SJ: [15.63, 78.22], TK: [-171.85, -9.17],
  TV: [179.2, -8.52], UM: [-176.62, 0.2],
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A signed number as source maps write it: five bits a letter, the lowest first. */
function vlq(value) {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += alphabet[rest ? digit | 32 : digit];
  } while (rest);
  return text;
}

/** An arc of the topology as whole steps from the last point. */
function arcText(arc, { scale, translate }) {
  let [x, y] = [0, 0];
  const points = arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [Math.round((x * scale[0] + translate[0]) / step), Math.round((y * scale[1] + translate[1]) / step)];
  });
  let last = [0, 0];
  return points.map((p, i) => {
    const [dx, dy] = [p[0] - last[0], p[1] - last[1]];
    if (i > 0 && dx === 0 && dy === 0) return "";
    last = p;
    return vlq(dx) + vlq(dy);
  }).join("");
}

const shapes = JSON.parse(readFileSync(process.argv[2], "utf8"));
const finer = JSON.parse(readFileSync(process.argv[3], "utf8"));
const table = JSON.parse(readFileSync("assets/places/names.json", "utf8")).countries;
const names = { ...empty, ...Object.fromEntries(table.map((c) => [c.code, c.name])) };
const codeOf = (shape) => codes[shape.id] ?? unnumbered[shape.properties.name] ?? "";

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const countries = shapes.objects.countries.geometries.map((shape) => {
  const code = codeOf(shape);
  return [code, names[code] ?? shape.properties.name, shape.type === "Polygon" ? [shape.arcs] : shape.arcs];
}).sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]));

/** Code → the largest town's place. */
const towns = {};
const lines = execFileSync("zstdcat", ["assets/places/towns.txt.zst"], { encoding: "utf8" }).split("\n");
lines.forEach((line, i) => {
  if (line.length !== 2) return;
  const [, latitude, longitude] = lines[i + 1].split("\t");
  towns[line] = [longitude / 100, latitude / 100];
});

/** The middle of the longest ring of a shape of the finer file: it is only ever an island or two. */
function middle(shape) {
  const { scale, translate } = finer.transform;
  const rings = (shape.type === "Polygon" ? [shape.arcs] : shape.arcs).map((polygon) => polygon[0].flatMap((i) => {
    let [x, y] = [0, 0];
    return finer.arcs[i < 0 ? ~i : i].map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  }));
  const ring = rings.sort((a, b) => b.length - a.length)[0];
  const between = (k) => (Math.min(...ring.map((p) => p[k])) + Math.max(...ring.map((p) => p[k]))) / 2;
  return [0, 1].map((k) => Math.round(between(k) * 100) / 100);
}

const drawn = new Set(countries.map((c) => c[0]));
const middles = Object.fromEntries(finer.objects.countries.geometries.map((s) => [codeOf(s), s]));
const dots = Object.keys(names).filter((code) => !drawn.has(code)).sort().map((code) => {
  const at = towns[code] ?? lone[code] ?? (middles[code] && middle(middles[code]));
  if (!at) throw new Error(`${code} ${names[code]} has neither shape nor place`);
  return [code, names[code], ...at];
});

console.log(`/**
 * Shapes of countries, by \`node scripts/world.js\`: made from Natural Earth (public domain), 1:110 million, in steps of ${step}
 * degrees; dots of those it leaves out from GeoNames (CC BY 4.0) and Natural Earth. Read by \`assets/js/charts/world-shapes.js\`.
 */
/** @type {{ step: number, arcs: string, countries: [string, string, number[][][]][], dots: [string, string, number, number][] }} */
export const world = {
step: ${step},
arcs: '${shapes.arcs.map((arc) => arcText(arc, shapes.transform)).join(" ")}',
countries: [
${countries.map((c) => JSON.stringify(c)).join(",\n")},
],
dots: [
${dots.map((d) => JSON.stringify(d)).join(",\n")},
],
};`);
