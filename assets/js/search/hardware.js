/**
 * What a model needs to run, from what is known of it. Estimates, to be shown with "≈"; unknown is null, never a guess.
 * The formulas and the reasons for their figures stand in `Sources/Hardware/MemoryEstimate.swift`, `Speed.swift` and
 * `HardwareScores.swift`; both languages are held to `Tests/Fixtures/hardware.json`.
 *
 *     memory({ parameters: 8030261248, task: 'text-generation' }, 16).totalBytes → 18630859878, ≈ 18.6 GB
 *     fits({ parameters: 8030261248 }, 24, 16)                                   → true
 *     fits({ parameters: null }, 24, 16)                                         → null
 *
 * GB are 10⁹ bytes.
 */

/**
 * A `SearchRecord`, or as much of one as is known.
 * @typedef {{ parameters?: number | null, bits?: number | null, formats?: string[], task?: string | null, kind?: string | null, library?: string | null,
 *   isMixtureOfExperts?: boolean | null, attention?: { layers: number, keyValueHeads: number, headSize: number } | null,
 *   downloads?: number | null, likes?: number | null, fileCount?: number | null }} HardwareFacts
 * @typedef {{ bitsPerWeight: number, contextTokens: number, weightBytes: number, workingBytes: number, cacheBytes: number,
 *   totalBytes: number, cacheFrom: 'none' | 'shape' | 'approximation' }} MemoryEstimate
 * @typedef {{ key: string, name: string, maker: string, kind: 'gpu' | 'unified' | 'cpu', memoryGB: number, usableGB: number,
 *   bandwidthGBs: number, source: string, noted: string }} Device
 */

export const defaultContext = 4096;
const runtimeBytes = 0.5e9;
const workingShare = 0.1;
const scaleBits = 0.5;
const approximateCacheBytes = 40000;
const common = { usableGB: 24, bandwidthGBs: 89.6, tokensPerSecond: 5, smallParameters: 0.5e9 };
const generatingTasks = ['text-generation', 'conversational', 'text2text-generation', 'image-text-to-text',
  'audio-text-to-text', 'video-text-to-text', 'any-to-any'];

/** @param {HardwareFacts} facts */
export function generatesText(facts) {
  if (facts.task) return generatingTasks.includes(facts.task);
  return (facts.formats || []).some((f) => f === 'gguf' || f === 'ggml');
}

/**
 * What it takes at so many bits a weight; null where the size is unknown, and for an adapter.
 * @param {HardwareFacts} facts @param {number} bits @param {number} [contextTokens]
 * @returns {MemoryEstimate | null}
 */
export function memory(facts, bits, contextTokens = defaultContext) {
  const parameters = sizeOf(facts);
  if (parameters === null) return null;
  const bitsPerWeight = effectiveBits(Math.min(bits, facts.bits || bits));
  const weights = parameters * bitsPerWeight / 8;
  const weightBytes = Math.round(weights);
  const workingBytes = Math.round(runtimeBytes + weights * workingShare);
  const cacheBytes = Math.round(cacheBytesPerToken(facts, parameters) * contextTokens);
  const cacheFrom = !generatesText(facts) ? 'none' : facts.attention ? 'shape' : 'approximation';
  return { bitsPerWeight, contextTokens, weightBytes, workingBytes, cacheBytes, totalBytes: weightBytes + workingBytes + cacheBytes, cacheFrom };
}

/**
 * The same as it is stored; null where also the bits are unknown.
 * @param {HardwareFacts} facts @param {number} [contextTokens]
 */
export const memoryAsStored = (facts, contextTokens = defaultContext) => (facts.bits ? memory(facts, facts.bits, contextTokens) : null);

/**
 * Whether so much memory holds it; null where what it takes is unknown.
 * @param {HardwareFacts} facts @param {number} memoryGB @param {number} bits @param {number} [contextTokens]
 */
export function fits(facts, memoryGB, bits, contextTokens = defaultContext) {
  const needed = memory(facts, bits, contextTokens);
  return needed === null ? null : needed.totalBytes <= memoryGB * 1e9;
}

/**
 * The most parameters that so much memory holds: `memory` turned around.
 * @param {number} memoryGB @param {number} bits @param {boolean} writesText @param {number} [contextTokens]
 */
export function largest(memoryGB, bits, writesText, contextTokens = defaultContext) {
  const a = effectiveBits(bits) / 8 * (1 + workingShare);
  const b = writesText ? approximateCacheBytes * contextTokens / Math.sqrt(1e9) : 0;
  const room = memoryGB * 1e9 - runtimeBytes;
  if (room <= 0) return 0;
  const x = (Math.sqrt(b * b + 4 * a * room) - b) / (2 * a);
  return Math.floor(x * x);
}

/**
 * The most tokens a second that a device can write: bandwidth ÷ bytes of the weights. null where the model writes no text,
 * does not fit, is a mixture of experts, or where that or its size is unknown.
 * @param {HardwareFacts} facts @param {Device} device @param {number} bits
 */
export function tokensPerSecond(facts, device, bits) {
  const needed = memory(facts, bits);
  if (!needed || !generatesText(facts) || facts.isMixtureOfExperts !== false || !fits(facts, device.usableGB, bits)) return null;
  return device.bandwidthGBs * 1e9 / needed.weightBytes;
}

/**
 * Whether it needs an accelerator; null where nothing known tells.
 * @param {HardwareFacts} facts @returns {boolean | null}
 */
export function needsGPU(facts) {
  const parameters = sizeOf(facts);
  if (parameters === null) return null;
  if (!generatesText(facts)) return parameters <= common.smallParameters ? false : facts.task ? true : null;
  const needed = /** @type {MemoryEstimate} */ (memory(facts, 4));
  const speed = common.bandwidthGBs * 1e9 / needed.weightBytes;
  if (needed.totalBytes <= common.usableGB * 1e9 && speed >= common.tokensPerSecond) return false;
  return facts.isMixtureOfExperts === false ? true : null;
}

/**
 * log₁₀(1 + downloads + 30 × likes) ÷ 8, at most 1.
 * @param {HardwareFacts} facts
 */
export function popularity(facts) {
  const use = useOf(facts);
  return use === null ? null : score(Math.log10(1 + use));
}

/**
 * The same for each GB that it takes as it is stored, or at 16 bits.
 * @param {HardwareFacts} facts
 */
export function efficiency(facts) {
  const use = useOf(facts);
  const needed = memoryAsStored(facts) || memory(facts, 16);
  return use === null || !needed ? null : score(Math.log10(1 + use / (needed.totalBytes / 1e9)));
}

/**
 * The share of the devices that hold it at 4 bits.
 * @param {HardwareFacts} facts @param {Device[]} devices
 */
export function compatibility(facts, devices) {
  if (devices.length === 0 || !memory(facts, 4)) return null;
  const held = devices.filter((d) => fits(facts, d.usableGB, 4)).length;
  return Math.round(held / devices.length * 1000) / 1000;
}

/**
 * All of it, in the fields of `hubatlas search --json`.
 * @param {HardwareFacts} facts @param {Device[]} devices
 */
export function hardwareRecord(facts, devices) {
  const total = (/** @type {MemoryEstimate | null} */ m) => (m ? m.totalBytes : null);
  const formats = facts.formats || [];
  const at16 = memory(facts, 16);
  return {
    parameters: facts.parameters ?? null,
    weight_bits: facts.bits ?? null,
    model_file_count: facts.fileCount ?? null,
    supports_onnx: formats.includes('onnx'),
    supports_tensorrt: formats.includes('tensorrt'),
    supports_quantization: (facts.bits ? facts.bits <= 8 : false) || formats.some((f) => ['gguf', 'ggml', 'mlx'].includes(f)),
    memory_bytes: { 16: total(at16), 8: total(memory(facts, 8)), 4: total(memory(facts, 4)), stored: total(memoryAsStored(facts)) },
    context_tokens: at16 && at16.cacheFrom !== 'none' ? at16.contextTokens : null,
    needs_gpu: needsGPU(facts),
    popularity_score: popularity(facts),
    efficiency_score: efficiency(facts),
    compatibility_score: compatibility(facts, devices),
  };
}

/**
 * The devices of `assets/search/hardware.json`, one for each size of memory that a row has.
 * @param {any} table @returns {Device[]}
 */
export function devicesOf(table) {
  if (table.version !== 1) throw new Error(`hardware.json: version ${table.version}, and this page knows version 1; build the site again`);
  return table.devices.flatMap((/** @type {any} */ row) => row.memoryGB.map((/** @type {number} */ memoryGB) => ({
    key: row.memoryGB.length === 1 ? row.id : `${row.id}-${memoryGB}`, name: row.name, maker: row.maker, kind: row.kind,
    memoryGB, usableGB: usable(row.kind, memoryGB), bandwidthGBs: row.bandwidthGBs, source: row.source, noted: row.noted,
  })));
}

/** @param {string} kind @param {number} memoryGB */
function usable(kind, memoryGB) {
  if (kind === 'gpu') return memoryGB;
  return kind === 'unified' && memoryGB <= 36 ? memoryGB * 2 / 3 : memoryGB * 3 / 4;
}

/**
 * Parameters that an estimate may be made from. An adapter, by its kind or by its library, says nothing of its base.
 * @param {HardwareFacts} facts
 */
function sizeOf(facts) {
  const isAdapter = facts.kind === 'adapter' || facts.library === 'peft';
  return facts.parameters && facts.parameters > 0 && !isAdapter ? facts.parameters : null;
}

/** @param {number} bits */
const effectiveBits = (bits) => bits + (bits <= 8 ? scaleBits : 0);

/** @param {HardwareFacts} facts @param {number} parameters */
function cacheBytesPerToken(facts, parameters) {
  if (!generatesText(facts)) return 0;
  const a = facts.attention;
  return a ? 4 * a.layers * a.keyValueHeads * a.headSize : approximateCacheBytes * Math.sqrt(parameters / 1e9);
}

/** @param {HardwareFacts} facts */
const useOf = (facts) => (facts.downloads == null && facts.likes == null ? null : (facts.downloads || 0) + 30 * (facts.likes || 0));

/** @param {number} magnitude */
const score = (magnitude) => Math.round(Math.min(1, magnitude / 8) * 1000) / 1000;
