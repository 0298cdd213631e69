// Draws every model into docs/pictures and records the digest of each source; a test tells when pictures are stale.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { models, project } from './models.mjs';
import { sampleFacts } from './sample-facts.mjs';

const pictures = path.join(project, 'docs/pictures');
const viewers = path.join(project, 'tools/models/node_modules');
const asset = file => readFileSync(path.join(viewers, file), 'utf8');
const margin = 30;

const bpmn = {
  scripts: ['bpmn-js/dist/bpmn-viewer.production.min.js'],
  styles: ['diagram-js.css', 'bpmn-js.css', 'bpmn-font/css/bpmn-embedded.css'].map(name => `bpmn-js/dist/assets/${name}`),
  width: 1600,
  show: async xml => {
    const viewer = new BpmnJS({ container: '#model' });
    await viewer.importXML(xml);
    window.canvas = viewer.get('canvas');
    return window.canvas.viewbox().inner;
  },
  fit: () => {
    window.canvas.resized();
    window.canvas.zoom('fit-viewport', 'auto');
  },
};
const dmn = {
  scripts: ['dmn-js/dist/dmn-viewer.production.min.js'],
  styles: ['diagram-js.css', 'dmn-js-shared.css', 'dmn-js-decision-table.css', 'dmn-font/css/dmn-embedded.css'].map(name => `dmn-js/dist/assets/${name}`),
  width: 1300,
  show: async xml => {
    const viewer = new DmnJS({ container: '#model' });
    await viewer.importXML(xml);
    await viewer.open(viewer.getViews().find(view => view.type === 'decisionTable'));
    document.querySelector('.view-drd')?.remove();
    const box = document.querySelector('.dmn-decision-table-container').getBoundingClientRect();
    const table = document.querySelector('.tjs-table').getBoundingClientRect();
    return { width: table.right - box.left, height: table.bottom + 20 };
  },
};
const form = {
  scripts: ['@bpmn-io/form-js/dist/form-viewer.umd.js'],
  styles: ['@bpmn-io/form-js/dist/assets/form-js.css'],
  width: 900,
  show: async (schema, facts) => {
    const viewer = new FormViewer.Form({ container: document.querySelector('#model') });
    await viewer.importSchema(JSON.parse(schema), facts);
    const box = document.querySelector('.fjs-form').getBoundingClientRect();
    return { width: 840, height: box.bottom };
  },
};

/** The browser of the machine: playwright-core brings none. */
function browserPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
  const candidates = [process.env.CHROMIUM, ...(process.env.PATH ?? '').split(path.delimiter).flatMap(folder => names.map(name => path.join(folder, name)))];
  for (const candidate of candidates.filter(Boolean)) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  console.error("Drawing the models needs Chromium: install it (for example 'apt install chromium') or set CHROMIUM to it.");
  process.exit(1);
}

async function draw(browser, kind, file) {
  const id = path.basename(file, path.extname(file));
  const page = await browser.newPage({ viewport: { width: kind.width, height: 900 } });
  page.on('pageerror', error => {
    throw new Error(`${file}: ${error.message}`);
  });
  await page.setContent('<style>body{margin:0;background:#fff}#model{width:100vw;height:100vh}</style><div id="model"></div>');
  for (const style of kind.styles) await page.addStyleTag({ content: asset(style) });
  for (const script of kind.scripts) await page.addScriptTag({ content: asset(script) });
  const source = readFileSync(path.join(project, file), 'utf8');
  const facts = kind === form ? sampleFacts(id) : null;
  const show = kind.show.toString();
  const size = await page.evaluate(([show, source, facts]) => eval(show)(source, facts), [show, source, facts]);
  await page.waitForFunction(() => document.fonts.status === 'loaded');
  await page.setViewportSize({ width: Math.ceil(size.width) + 2 * margin, height: Math.ceil(size.height) + 3 * margin });
  if (kind.fit) await page.evaluate(kind.fit);
  await page.screenshot({ path: path.join(pictures, `${id}.png`) });
  await page.close();
}

const files = { bpmn: models('bpmn', '.bpmn'), dmn: models('dmn', '.dmn'), form: models('forms', '.form') };
mkdirSync(pictures, { recursive: true });
readdirSync(pictures).filter(name => name.endsWith('.png')).forEach(name => rmSync(path.join(pictures, name)));
const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
for (const file of files.bpmn) await draw(browser, bpmn, file);
for (const file of files.dmn) await draw(browser, dmn, file);
for (const file of files.form) await draw(browser, form, file);
await browser.close();

const sources = [...files.bpmn, ...files.dmn, ...files.form];
const digest = file => createHash('sha256').update(readFileSync(path.join(project, file))).digest('hex');
writeFileSync(path.join(pictures, 'sources.sha256'), sources.map(file => `${digest(file)}  ${file}\n`).join(''));
console.log(`${sources.length} models drawn`);
