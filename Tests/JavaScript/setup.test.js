/** scripts/setup.sh and the Makefile on systems that this is not: what they ask for, and that nothing passes for done. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tools = ['bash', 'sh', 'dirname', 'sed', 'head', 'grep', 'cut', 'mkdir', 'cat', 'env', 'make', 'true'];
const swift = 'echo "Apple Swift version 6.1.2 (swiftlang-6.1.2.1.2 clang-1700.0.13.5)"';
const everything = { node: 'exit 0', esbuild: 'exit 0', tsc: 'exit 0', git: 'exit 0', python3: 'exit 0', zstd: 'exit 0', 'rsvg-convert': 'exit 0' };

/** The path of a program of this system. */
function whereIs(name) {
  return process.env.PATH.split(delimiter).map((folder) => join(folder, name))
    .find((path) => spawnSync('test', ['-x', path]).status === 0);
}

/** Runs a program of the repository where only the named stubs and a few tools of the shell are on PATH. */
function run(command, { stubs = {}, release = 'ID=fedora\n', without = [], env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries({ swift, ...stubs })) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  for (const name of tools.filter((n) => !(n in stubs) && !without.includes(n))) symlinkSync(whereIs(name), join(bin, name));
  for (const name of ['os-release', 'lock']) writeFileSync(join(folder, name), name === 'lock' ? '' : release);
  const result = spawnSync(join(bin, command[0]), command.slice(1), {
    cwd: root, encoding: 'utf8',
    env: { PATH: bin, OS_RELEASE: join(folder, 'os-release'), VENDOR_LOCK: join(folder, 'lock'), VENDOR_DIR: folder, ...env },
  });
  rmSync(folder, { recursive: true });
  return result;
}

const setup = (options, ...args) => run(['bash', 'scripts/setup.sh', ...args], options);
const darwin = { uname: 'echo Darwin' };

test('macOS: only the formulas that are missing are named, and set-up fails', () => {
  const brew = 'case "$1 $2 $3" in "list --versions simdjson" | "list --versions openssl@3") exit 1 ;; esac';
  const { status, stderr } = setup({ stubs: { ...darwin, ...everything, brew } });
  assert.equal(status, 1);
  assert.match(stderr, /^setup: this script installs nothing on macOS\. Run: brew install simdjson openssl@3\n$/);
});

test('macOS: jsdom comes by npm, TypeScript only for the tests', () => {
  const stubs = { ...darwin, ...everything, brew: 'exit 1', node: 'exit 1' };
  delete stubs.tsc;
  assert.match(setup({ stubs }).stderr, /Run: brew install pkg-config curl [^;]* igraph; npm install -g jsdom\n$/);
  assert.match(setup({ stubs }, 'tests').stderr, /Run: brew install pkg-config curl [^;]* typescript; npm install -g jsdom\n$/);
});

test('macOS: without Homebrew it is named with all it would have to bring', () => {
  const { status, stderr } = setup({ stubs: darwin });
  assert.equal(status, 1);
  assert.match(stderr, /Homebrew is missing \(brew\.sh\)\. Then run: brew install pkg-config curl .* esbuild; npm install -g jsdom/);
});

test('macOS: where all is there set-up passes, and the tests are told of the browser', () => {
  const stubs = { ...darwin, ...everything, brew: 'exit 0' };
  assert.deepEqual([setup({ stubs }).status, setup({ stubs }).stderr], [0, '']);
  const { status, stderr } = setup({ stubs }, 'tests');
  assert.equal(status, 0);
  assert.match(stderr, /browser tests will say that they are skipped: (no Chrome is on PATH|Google Chrome is version \d+), chromedriver is not there\./);
});

test('macOS: make tells the compiler where Homebrew lies, beside what was told already', () => {
  const stubs = { ...darwin, brew: '[ "$1" = --prefix ] && echo /opt/homebrew' };
  const make = (env) => run(['make', '--eval', 'paths: ; @echo "$$CPATH $$LIBRARY_PATH"', 'paths'], { stubs, env });
  assert.equal(make({}).stdout, '/opt/homebrew/include /opt/homebrew/lib\n');
  assert.equal(make({ CPATH: '/a', LIBRARY_PATH: '/b' }).stdout, '/opt/homebrew/include:/a /opt/homebrew/lib:/b\n');
});

test('another Linux: what is not there is named by Debian\'s names; where all is there set-up passes', () => {
  const stubs = { uname: 'echo Linux', ...everything, 'pkg-config': '[ "$2" != simdjson ] && [ "$2" != openblas ]' };
  const { status, stderr } = setup({ stubs });
  assert.equal(status, 1);
  assert.match(stderr, /^setup: this script installs on Debian and Ubuntu only\. Install the counterparts of these packages: libsimdjson-dev libopenblas-dev\n$/);
  assert.equal(setup({ stubs: { ...stubs, 'pkg-config': 'exit 0' } }).status, 0);
});

for (const id of ['ID=debian', 'ID=ubuntu\nID_LIKE=debian', 'ID=linuxmint\nID_LIKE="ubuntu debian"']) {
  test(`${id.split('\n')[0]}: neither root nor sudo names the packages and fails`, () => {
    const stubs = { uname: 'echo Linux', id: 'echo 1000', ...everything };
    const { status, stderr, stdout } = setup({ stubs, release: `${id}\n` }, 'tests');
    assert.equal(status, 1);
    assert.match(stderr, /^setup: not root and no sudo: ask for these packages: pkg-config ca-certificates libcurl4-openssl-dev /);
    assert.equal(/ chromium /.test(stderr), id === 'ID=debian', 'Ubuntu\'s chromium is a snap');
    assert.match(stdout, /^setup: installing pkg-config/);
  });
}

test('sudo is used where there is one, and its failure names the packages', () => {
  const stubs = { uname: 'echo Linux', id: 'echo 1000', sudo: 'case "$*" in *update*) exit 0 ;; esac; exit 100', ...everything };
  const { status, stderr } = setup({ stubs, release: 'ID=ubuntu\n' });
  assert.equal(status, 1);
  assert.match(stderr, /^setup: apt-get could not install: pkg-config /);
});

test('Ubuntu: a Chrome of the driver\'s version is enough; a snap, a stub and another version are not', () => {
  const installed = 'echo "install ok installed"';
  const browser = (more) => setup({ stubs: { uname: 'echo Linux', 'dpkg-query': installed, ...everything, ...more }, release: 'ID=ubuntu\n' }, 'tests');
  const chromedriver = 'echo "ChromeDriver 131.0.6778.264 (2d05e3)"';
  const chrome = 'echo "Google Chrome 131.0.6778.264 "';
  assert.deepEqual([browser({ chromedriver, 'google-chrome': chrome }).status, browser({ chromedriver, 'google-chrome': chrome }).stderr], [0, '']);
  assert.equal(browser({ chromedriver, chrome, chromium: 'echo "Chromium 130.0.1 built on Debian"' }).stderr, '');
  const told = (more) => { const { status, stderr } = browser(more); assert.equal(status, 0); return stderr; };
  assert.match(told({ chromedriver }), /skipped: no Chrome is on PATH, chromedriver is 131\.\n.*install Google Chrome/);
  assert.match(told({ chromedriver, chromium: 'echo "Chromium 131.0.6778.264 snap"' }), /no Chrome is on PATH/);
  assert.match(told({ chromedriver, 'chromium-browser': 'echo "needs the chromium snap 131.0" >&2; exit 1' }), /no Chrome is on PATH/);
  assert.match(told({ chromedriver: 'echo "ChromeDriver 99.1"', chrome }), /skipped: chrome is version 131, chromedriver is 99\./);
  assert.match(told({ chrome }), /skipped: chrome is version 131, chromedriver is not there\./);
});

test('no Swift, or an old one, is said before anything is installed', () => {
  const stubs = { uname: 'echo Linux', swift: 'echo "Swift version 5.10.1 (swift-5.10.1-RELEASE)"' };
  const { status, stderr, stdout } = setup({ stubs, release: 'ID=debian\n' });
  assert.deepEqual([status, stderr, stdout], [1, 'setup: Swift 6 or newer is needed, this is: Swift version 5.10.1 (swift-5.10.1-RELEASE)\n', '']);
});
