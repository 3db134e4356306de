/** From what a file hands over, base64 of gzip, to bytes. */
import { bytesOf } from '../chart/shard.js';
import { FileTrouble } from './trouble.js';

/** No file of an index unpacks to more. */
const LIMIT = 64 << 20;

/**
 * @param {string} data @param {string} name for the sentence when it is damaged
 * @returns {Promise<Uint8Array>}
 */
export async function unpackBytes(data, name) {
  try {
    return await gunzip(bytesOf(data));
  } catch (error) {
    throw error instanceof FileTrouble ? error : new FileTrouble('damaged', name, 'its packing');
  }
}

/** @param {Uint8Array} packed */
async function gunzip(packed) {
  const Stream = /** @type {any} */ (globalThis).DecompressionStream;
  const reader = new Blob([packed]).stream().pipeThrough(new Stream('gzip')).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value);
    length += step.value.length;
    if (length > LIMIT) throw new Error('unpacks to too much');
  }
  return parts.length === 1 ? parts[0] : joined(parts, length);
}

/** @param {Uint8Array[]} parts @param {number} length */
function joined(parts, length) {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}
