/** Every page in every state it can be linked to. */
import type { Page } from 'playwright-core';
import type { DemoKeys } from './demo-keys.ts';

export interface PageState {
  readonly name: string;
  path(demo: DemoKeys): string;
  /** CSS selector of what is there when all is shown. */
  readonly ready: string;
  /** Whether there is a diagram on a large screen. */
  readonly hasDiagram?: boolean;
  /** What the browser says although nothing is wrong. */
  readonly allowed?: RegExp;
  /** Keys pressed and buttons clicked before it is looked at. */
  prepare?(page: Page): Promise<void>;
}

const missingKey = '2251799813000000';
/** The browser itself tells of answers that are no success. */
const notFound = /status of 40[04]/;
const instancePath = (key: string, search = '') => `/operate/processes/${key}${search}`;

export const pageStates: readonly PageState[] = [
  {
    name: 'dashboard',
    path: () => '/operate',
    ready: '.dashboard-count',
    prepare: async (page) => {
      await page.locator('.expandable-toggle').first().click();
      await page.locator('.expandable-toggle[aria-expanded=true]').waitFor();
    },
  },
  { name: 'processes', path: () => '/operate/processes', ready: '.data-row' },
  {
    name: 'processes-diagram',
    path: () => '/operate/processes?process=order-process&version=2&states=active,incident,completed',
    ready: '.data-row',
    hasDiagram: true,
  },
  { name: 'processes-versions', path: () => '/operate/processes?process=order-process', ready: '.data-row' },
  { name: 'processes-none', path: () => '/operate/processes?keys=1', ready: '.empty-state' },
  { name: 'processes-mistyped', path: () => '/operate/processes?states=asleep&colour=red', ready: '.data-row' },
  { name: 'instance', path: (demo) => instancePath(demo.orderWithIncident), ready: '.count-pill', hasDiagram: true },
  {
    name: 'instance-history',
    path: (demo) => instancePath(demo.orderWithIncident),
    ready: '.count-pill',
    // Beside the diagram, or instead of it where there is no room.
    prepare: async (page) => {
      if (page.viewportSize()!.width < 500) await page.getByRole('tab', { name: 'Verlauf' }).click();
      await page.getByRole('treeitem').nth(1).waitFor();
    },
  },
  {
    name: 'instance-incidents',
    path: (demo) => instancePath(demo.orderWithIncident, '?tab=incidents'),
    ready: '.details-pane [role=row], .details-pane tr',
    hasDiagram: true,
  },
  ...(['variables', 'details', 'jobs', 'listeners', 'log'] as const).map((tab) => ({
    name: `instance-${tab}`,
    path: (demo: DemoKeys) => instancePath(demo.orderCompleted, `?tab=${tab}`),
    ready: '.details-pane [role=tabpanel]:not([hidden]) *',
    hasDiagram: true,
  })),
  { name: 'instance-called', path: (demo) => instancePath(demo.deepestCall), ready: '.count-pill', hasDiagram: true },
  { name: 'instance-missing', path: () => instancePath(missingKey), ready: '.empty-state h1', allowed: notFound },
  {
    name: 'modification',
    path: (demo) => instancePath(demo.orderWithIncident, '?mode=modify&element=SendConfirmation'),
    ready: '.modification-bar',
    prepare: async (page) => {
      if (page.viewportSize()!.width < 500) return;
      await page.getByText('0 tokens').waitFor();
      await page.keyboard.press('a');
    },
    hasDiagram: true,
  },
  {
    name: 'replay',
    path: (demo) => instancePath(demo.orderCompleted, '?replay=start'),
    ready: '.replay-banner',
    hasDiagram: true,
    // Somewhere on the way.
    prepare: async (page) => {
      await page.locator('.djs-shape').first().waitFor();
      for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+ArrowRight');
    },
  },
  {
    name: 'migration',
    path: (demo) => `/operate/processes/migrate?source=${demo.orderVersion1}`,
    ready: '.djs-shape',
    hasDiagram: true,
  },
  { name: 'decisions', path: () => '/operate/decisions', ready: '.data-row' },
  { name: 'decisions-table', path: () => '/operate/decisions?decision=discount&version=1', ready: '.data-row' },
  {
    name: 'decision',
    path: (demo) => `/operate/decisions/${demo.riskDecision}`,
    ready: 'tr[data-matched]',
    hasDiagram: true,
  },
  { name: 'decision-failed', path: (demo) => `/operate/decisions/${demo.failedDecision}`, ready: '.decision-failure' },
  {
    name: 'decision-missing',
    path: () => `/operate/decisions/${missingKey}-1`,
    ready: '.problem-notice, .empty-state',
    allowed: notFound,
  },
  { name: 'batch-operations', path: () => '/operate/batch-operations', ready: '.data-row' },
  { name: 'batch-operation', path: (demo) => `/operate/batch-operations/${demo.batchOperation}`, ready: '.data-row' },
  {
    name: 'batch-operation-missing',
    path: () => `/operate/batch-operations/${missingKey}`,
    ready: '.problem-notice, .empty-state',
    allowed: notFound,
  },
  { name: 'operations-log', path: () => '/operate/operations-log', ready: '.data-row' },
  {
    name: 'operations-log-entry',
    path: (demo) => `/operate/operations-log?entry=${demo.logEntry}`,
    ready: '.side-panel dl',
  },
  { name: 'tasks', path: () => '/tasklist', ready: '.task-card' },
  { name: 'tasks-none', path: () => '/tasklist?q=nothing-is-called-so', ready: '.empty-state' },
  { name: 'task-form', path: (demo) => `/tasklist/${demo.taskWithForm}`, ready: '.fjs-form' },
  { name: 'task-variables', path: (demo) => `/tasklist/${demo.taskWithoutForm}`, ready: '.task-detail [role=row]' },
  {
    name: 'task-process',
    path: (demo) => `/tasklist/${demo.taskWithForm}?tab=process`,
    ready: '.is-selected',
    hasDiagram: true,
  },
  { name: 'task-history', path: (demo) => `/tasklist/${demo.taskCompleted}?tab=history`, ready: '.task-detail' },
  { name: 'task-comments', path: (demo) => `/tasklist/${demo.taskWithForm}?tab=comments`, ready: '.new-comment' },
  { name: 'task-missing', path: () => `/tasklist/${missingKey}`, ready: '.empty-state', allowed: notFound },
  { name: 'start', path: () => '/tasklist/processes', ready: '.start-tile' },
  { name: 'start-form', path: () => '/tasklist/processes/loan-application/start', ready: '.fjs-form' },
  { name: 'start-variables', path: () => '/tasklist/processes/call-chain/start', ready: '.start-variables' },
  { name: 'start-missing', path: () => '/tasklist/processes/nobody-has-it/start', ready: '.empty-state' },
  { name: 'nowhere', path: () => '/operate/nowhere', ready: '.empty-state h1' },
  {
    name: 'palette',
    path: () => '/operate',
    ready: '.dashboard-count',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').fill('order');
      await dialog.getByRole('option', { name: /^Order process/ }).waitFor();
    },
  },
];
