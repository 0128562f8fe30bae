// Plays every scene in Chromium, in light, dark and forced colours, in the smallest window and at 200 % zoom, and fails on
// accessibility findings, sideways scrolling, movement, errors on the console, commands without an answer and requests
// to anywhere else.
//
//   node tests/browser/run.mjs [--only TEXT] [--shots DIR] [--browser PATH]
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { fakeProgram } from './program.mjs';
import { serve } from './serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
/**
 * Light and dark at the usual size; smaller ones in light alone, for colours do not change the layout; forced colours in
 * one language, for words do not change them. Every scene plays for a reader who wants less movement.
 */
const variants = [
  { width: 1120, height: 760, scheme: 'light', suffix: '' },
  { width: 1120, height: 760, scheme: 'dark', suffix: '-dark' },
  { width: 880, height: 600, scheme: 'light', suffix: '-880x600' },
  { width: 560, height: 380, scheme: 'light', suffix: '-zoom200', scale: 2 },
  { width: 1120, height: 760, scheme: 'light', suffix: '-forced-colors', forced: 'active' },
];
const oneLanguage = ({ forced }) => forced !== undefined;
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    shots: { type: 'string' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
  },
});

async function scenes() {
  const files = ['scenes.ts', 'scenes-orders.ts'];
  const lists = await Promise.all(files.map((file) => runnerImport(join(here, file), { configFile: false })));
  return lists.flatMap(({ module }) => module.scenes).filter(({ name }) => name.includes(options.only));
}

async function play(browser, url, scene, variant) {
  const context = await browser.newContext({
    viewport: { width: variant.width, height: variant.height },
    deviceScaleFactor: variant.scale ?? 1,
    forcedColors: variant.forced ?? 'none',
    colorScheme: variant.scheme,
    locale: scene.locale ?? 'en-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`request to ${request.url()}`);
  });
  try {
    await page.clock.setFixedTime(scene.now ?? module.NOW);
    await page.addInitScript(fakeProgram, scene.answers);
    page.setDefaultTimeout(30_000);
    await page.goto(url);
    await page.waitForSelector('h1');
    await scene.steps?.(page);
    await page.evaluate(painted);
    faults.push(...(await look(page)));
    if (options.shots !== undefined)
      await page.screenshot({ path: join(options.shots, `${scene.name}${variant.suffix}.png`) });
  } catch (error) {
    faults.push(`steps: ${error.message}`);
  }
  await context.close();
  return faults;
}

/** Answers once what the last step changed is on the screen: a frame was begun after it, and is done. */
function painted() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

async function look(page) {
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const faults = window.unanswered.map((command) => `no answer to ${command}`);
    for (const animation of document.getAnimations())
      if (animation.playState === 'running') faults.push('moves although less movement is wanted');
    const frames = [
      document.documentElement,
      ...document.querySelectorAll('.view__body, .welcome__body, dialog'),
    ];
    for (const frame of frames)
      if (frame.scrollWidth > frame.clientWidth)
        faults.push(`scrolls sideways: ${frame.className || 'page'}`);
    const found = await window.axe.run(document, { runOnly: { type: 'tag', values } });
    for (const { id, help, nodes } of found.violations)
      faults.push(`axe ${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
    return faults;
  }, tags);
}

const { module } = await runnerImport(join(here, 'scene.ts'), { configFile: false });
if (options.shots !== undefined) await mkdir(options.shots, { recursive: true });
const list = await scenes();
const site = await serve(join(here, '../../dist'));
const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox'] });
let bad = 0;
let played = 0;
for (const scene of list)
  await Promise.all(
    variants.map(async (variant) => {
      if (oneLanguage(variant) && scene.name.endsWith('-dutch')) return;
      played += 1;
      const faults = await play(browser, site.url, scene, variant);
      bad += faults.length;
      for (const fault of faults) process.stderr.write(`${scene.name}${variant.suffix}: ${fault}\n`);
    }),
  );
await browser.close();
site.close();
process.stdout.write(
  `${list.length} scenes in ${variants.length} variants, ${played} played: ${bad} faults\n`,
);
process.exitCode = bad === 0 && list.length > 0 ? 0 : 1;
