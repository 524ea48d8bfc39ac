/** A real Chromium before a real server. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { demoServer } from './demo-server.ts';
import { untilPainted } from './until-drawn.ts';

/** A screen that pages are looked at on, and the theme they are opened with. */
export interface Look {
  readonly name: 'wide' | 'narrow';
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: Theme;
}

type Theme = 'light' | 'dark';

export const wide: Look = { name: 'wide', viewport: { width: 1440, height: 900 }, colorScheme: 'light' };
export const narrow: Look = { name: 'narrow', viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

/** `lookAt` adds the other theme to each. */
export const looks: readonly Look[] = [wide, narrow];

/** What a browser may say without anything being wrong: requests that the test makes fail on purpose. */
type Allowed = RegExp;

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** @throws when the page threw, was stopped by its security policy, or a request failed that should not. */
  expectNoErrors(): void;
  close(): Promise<void>;
}

const axe = readFileSync(createRequire(join(repositoryPath, 'packages/web/package.json')).resolve('axe-core'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Where looked-at pages are kept: `npm run pictures` puts those of the documentation into docs/pictures. */
const PICTURES = process.env.WAGGLE_PICTURES ?? '';

/** A step that takes longer has failed; said so with the step's name, before the test as a whole runs out of time. */
const STEP_TIMEOUT_MS = 10_000;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
}

export interface PageOptions {
  /** Default the demo's. */
  readonly server?: string;
  /** `/operate`. */
  readonly path: string;
  readonly look?: Look;
  /** Default `en`. */
  readonly language?: 'en' | 'de';
  readonly username?: string;
  readonly allowedErrors?: readonly Allowed[];
}

/** For several pages. */
export async function newContext(browser: Browser, options: Omit<PageOptions, 'path'>): Promise<BrowserContext> {
  const { server = demoServer(), look = wide, language = 'en', username } = options;
  const context = await browser.newContext({
    viewport: look.viewport,
    colorScheme: look.colorScheme,
    hasTouch: look.viewport.width < 500,
    reducedMotion: 'reduce',
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
    baseURL: server,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  if (username !== undefined) {
    await context.addInitScript((name) => localStorage.setItem('waggle.username', name), username);
  }
  return context;
}

export async function openPage(browser: Browser, options: PageOptions): Promise<OpenPage> {
  const { path, allowedErrors = [] } = options;
  const context = await newContext(browser, options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`threw ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`said ${message.text()} (${message.location().url})`);
  });
  await page.goto(path);
  return {
    page,
    context,
    expectNoErrors: () =>
      expect(errors.filter((error) => !allowedErrors.some((allowed) => allowed.test(error)))).toEqual([]),
    close: () => context.close(),
  };
}

/** After only the theme has changed, nothing else needs another look. */
const contrastOnly = ['color-contrast'];

/**
 * Looks at a page in both themes, and leaves it in the one it had: it fits its window, is accessible, and is kept as a picture.
 *
 * @param name Of the picture: `NAME-wide-light.png`.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  const screen = page.viewportSize()!.width < 500 ? 'narrow' : 'wide';
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [theme, otherTheme]: readonly [Theme, Theme] = isDark ? ['dark', 'light'] : ['light', 'dark'];
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, `${name}-${screen}-${theme}`);
  await changeTheme(page, otherTheme);
  await expectAccessible(page, contrastOnly);
  await picture(page, `${name}-${screen}-${otherTheme}`);
  await changeTheme(page, theme);
}

async function changeTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
  // Colours change from one picture to the next, also where nothing moves.
  await untilPainted(page);
  await page.waitForFunction(() => !document.getAnimations().some((each) => each instanceof CSSTransition));
}

/**
 * @param rules Those of axe to look for; default all of WCAG 2.2 AA.
 * @throws naming every serious finding with the elements it is about.
 */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  await page.evaluate(axe);
  const findings = await page.evaluate(async (runOnly) => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<{ violations: readonly AxeFinding[] }> };
      }
    ).axe.run(document, { runOnly });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, rules ?? WCAG);
  expect(findings, `Expected no serious accessibility findings on ${page.url()}`).toEqual([]);
}

interface AxeFinding {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** No page may be wider than its window: on a phone one scrolls down, not sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth, `Expected ${page.url()} to fit its window`).toBeLessThanOrEqual(clientWidth);
}

/** Keeps a picture of what is seen, when somebody wants to look: WAGGLE_PICTURES names the folder. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === '') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
