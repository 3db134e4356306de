// Makes the towns of the gazetteer again from a table of GeoNames' places (CC BY 4.0) as CSV with the columns name,
// population, country, longitude, latitude:
//
//     node scripts/towns.js cities-10k.csv | zstd -19 > assets/places/towns.txt.zst
//
// Kept are towns of 15,000 people and more, and the largest of each country. The format is told in
// Sources/Gazetteer/TownTable.swift. The same table gives the same lines.
import { readFileSync } from "node:fs";

const smallest = 15_000;

function fields(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, f]) =>
    f.startsWith('"') ? f.slice(1, -1).replaceAll('""', '"') : f);
}

const [header, ...lines] = readFileSync(process.argv[2], "utf8").split(/\r?\n/).filter((line) => line !== "");
const names = fields(header);
const towns = lines.map((line) => {
  const row = fields(line);
  const value = (name) => row[names.indexOf(name)];
  return {
    name: value("name").replaceAll(/[\t\n]/g, " "), country: value("country"), population: Number(value("population")),
    latitude: Math.round(Number(value("latitude")) * 100), longitude: Math.round(Number(value("longitude")) * 100),
  };
});

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
towns.sort((a, b) => order(a.country, b.country) || b.population - a.population || order(a.name, b.name)
  || a.latitude - b.latitude || a.longitude - b.longitude);
let country = "";
for (const town of towns) {
  const isFirst = town.country !== country;
  if (isFirst) console.log((country = town.country));
  if (!isFirst && town.population < smallest) continue;
  console.log([town.name, town.latitude, town.longitude, Math.round(town.population / 1000)].join("\t"));
}
