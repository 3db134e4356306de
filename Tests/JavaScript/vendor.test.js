import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/vendor.sh', import.meta.url));

/** Runs scripts/vendor.sh on a lock of one file without carriers, so that no network is asked. */
function vendor({ sha256, kept, optional = '', extra = '' }) {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-'));
  const lock = `# a comment\nfile a.js\nname A\nversion 1\nlicense ISC\ncopyright C\nsha256 ${sha256}\n${optional}${extra}`;
  writeFileSync(join(folder, 'lock'), lock);
  if (kept != null) writeFileSync(join(folder, 'a.js'), kept);
  const env = { ...process.env, VENDOR_LOCK: join(folder, 'lock'), VENDOR_DIR: folder };
  const { status, stderr } = spawnSync('bash', [script], { env, encoding: 'utf8' });
  const left = existsSync(join(folder, 'a.js')) ? readFileSync(join(folder, 'a.js'), 'utf8') : null;
  const notice = existsSync(join(folder, 'a.js.LICENSE')) ? readFileSync(join(folder, 'a.js.LICENSE'), 'utf8') : null;
  rmSync(folder, { recursive: true });
  return { status, stderr, left, notice };
}

const hash = (text) => createHash('sha256').update(text).digest('hex');

test('a file that is there and right is left alone, without the network', () => {
  const { status, left } = vendor({ sha256: hash('right'), kept: 'right' });
  assert.equal(status, 0);
  assert.equal(left, 'right');
});

test('a file that was put there by hand gets its licence notice', () => {
  const { notice } = vendor({ sha256: hash('right'), kept: 'right' });
  assert.match(notice, /^A 1\nC\n/);
});

test('when no carrier answers it says which file to put where', () => {
  const { status, stderr } = vendor({ sha256: hash('right') });
  assert.equal(status, 1);
  assert.match(stderr, /Put a\.js \(sha256 [0-9a-f]{64}\) into .* by hand/);
});

test('a file with other bytes is never taken for the right one', () => {
  const { status, stderr } = vendor({ sha256: hash('right'), kept: 'wrong' });
  assert.equal(status, 1);
  assert.match(stderr, /no carrier of A 1/);
});

test('an optional file that nobody carries is a warning', () => {
  const { status, stderr } = vendor({ sha256: hash('right'), optional: 'optional for maps\n' });
  assert.equal(status, 0);
  assert.match(stderr, /going on without it \(for maps\)/);
});

test('a line without meaning is named', () => {
  const { status, stderr } = vendor({ sha256: hash('right'), extra: 'shasum 12\n' });
  assert.equal(status, 1);
  assert.match(stderr, /this line has no meaning: shasum 12/);
});
