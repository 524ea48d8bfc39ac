import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, lookAt, looks, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest, totalOf } from './rest.ts';

let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
});

afterAll(() => browser?.close());

/** The key of an instance of a decision, of an evaluation that took several. */
async function instanceOf(decisionDefinitionId: string, state = 'EVALUATED'): Promise<string> {
  const { items } = await rest.post('/v2/decision-instances/search', {
    filter: { decisionDefinitionId, state },
    page: { limit: 1 },
  });
  return items[0].decisionEvaluationInstanceKey;
}

/** Two decisions, one over the other; without a diagram, in the DMN of 2021, with a hostile name. */
const graph = (id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20211108/MODEL/" id="${id}-graph" name="${id} model" namespace="http://waggle.example/${id}">
  <decision id="${id}-fee" name="&lt;img src=x onerror=alert(1)&gt;">
    <variable name="fee" />
    <context>
      <contextEntry><variable name="base" /><literalExpression><text>amount * 2</text></literalExpression></contextEntry>
      <contextEntry><literalExpression><text>base + 1</text></literalExpression></contextEntry>
    </context>
  </decision>
  <decision id="${id}" name="${id}">
    <variable name="marks" />
    <informationRequirement id="${id}-needs"><requiredDecision href="#${id}-fee" /></informationRequirement>
    <decisionTable id="${id}-table" hitPolicy="COLLECT">
      <input id="${id}-in" label="Fee"><inputExpression typeRef="number"><text>fee</text></inputExpression></input>
      <output id="${id}-out" label="Mark" name="mark" typeRef="string" />
      <rule id="${id}-1"><inputEntry><text>&gt; 5</text></inputEntry><outputEntry><text>"some"</text></outputEntry></rule>
      <rule id="${id}-2"><inputEntry><text>&lt; 0</text></inputEntry><outputEntry><text>"none"</text></outputEntry></rule>
      <rule id="${id}-3"><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"much"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;

/** Deploys a model of its own and evaluates it. @returns the key of each evaluation. */
async function evaluated(id: string, amounts: readonly number[]): Promise<readonly string[]> {
  await rest.deployFiles({ [`${id}.dmn`]: graph(id) });
  const keys: string[] = [];
  for (const amount of amounts) {
    const answer = await rest.post('/v2/decision-definitions/evaluation', {
      decisionDefinitionId: id,
      variables: { amount },
    });
    keys.push(String(answer.decisionEvaluationKey));
  }
  await rest.searchUntil(
    '/v2/decision-instances/search',
    { filter: { decisionDefinitionId: id } },
    (answer) => totalOf(answer) === amounts.length,
  );
  return keys;
}

const instancesOf = async (decisionDefinitionId: string) =>
  totalOf(await rest.post('/v2/decision-instances/search', { filter: { decisionDefinitionId } }));

describe.each(looks)('$name', (look) => {
  test('should list decision instances with the table of a decision, and show how one was made', async () => {
    // when
    const path = '/operate/decisions?decision=loan-risk';
    const { page, expectNoErrors, close } = await openPage(browser, { path, look });

    // then
    await page.getByRole('heading', { level: 1, name: 'Decisions' }).waitFor();
    await page.getByRole('link', { name: 'Loan risk' }).first().waitFor();
    if (look.name === 'wide') {
      await page.getByRole('table', { name: 'Loan risk' }).getByText('Nobody can pay this back').waitFor();
    }
    await lookAt(page, 'decisions');

    // when
    await page.goto(`/operate/decisions/${await instanceOf('loan-risk')}`);

    // then
    await page.getByRole('heading', { level: 1, name: 'Loan risk' }).waitFor();
    await page.locator('.decision-table tr[data-matched]').waitFor();
    expect(await page.locator('.decision-table tr[data-matched]').count()).toBe(1);
    if (look.name === 'wide') {
      await page.locator('.djs-element.decision-is-evaluated').first().waitFor();
      await page.locator('.requirements-state').first().waitFor();
    }
    await lookAt(page, 'decision');

    // when
    if (look.name === 'narrow') await page.getByRole('tab', { name: 'Values' }).click();

    // then
    await page.getByRole('heading', { name: 'Outputs' }).waitFor();
    await page.getByRole('tab', { name: 'Result' }).click();
    await page.waitForURL(/tab=result/);
    await page.locator('.json-view').waitFor();
    await expectAccessible(page);
    expectNoErrors();
    await close();
  });
});

test('should filter, sort, and keep both in the address', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/decisions' });

  // when
  await page.getByRole('combobox', { name: 'Decision', exact: true }).fill('disc');
  await page.getByRole('option', { name: 'Discount' }).click();
  await page.getByLabel('Version', { exact: true }).selectOption('Version 1');
  await page.getByLabel('State', { exact: true }).selectOption('Evaluated');
  await page.getByLabel('Business ID', { exact: true }).fill('order-*');
  await page.getByRole('columnheader', { name: 'Evaluation date' }).getByRole('button').click();

  // then
  await page.waitForURL(/decision=discount.*version=1.*state=EVALUATED.*businessId=order-.*sort=evaluationDate%3Aasc/);
  await page.getByRole('link', { name: 'Discount' }).first().waitFor();
  const filter = { decisionDefinitionId: 'discount', state: 'EVALUATED', businessId: { $like: 'order-*' } };
  const total = totalOf(await rest.post('/v2/decision-instances/search', { filter }));
  await page.locator('.list-total').getByText(`${total} results`).waitFor();

  // when
  await page.getByLabel('Instance or evaluation keys').fill('12345-1');

  // then
  await page.getByRole('heading', { name: 'Nothing matches the filters' }).waitFor();
  expectNoErrors();
  await close();
});

test('should find all decisions of an evaluation by its key', async () => {
  // given
  const key = (await instanceOf('loan-risk')).split('-')[0];

  // when
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/decisions?keys=${key}` });

  // then
  await page.getByText('3 results').waitFor();
  expectNoErrors();
  await close();
});

test('should go from decision to decision of an evaluation', async () => {
  // given
  const path = `/operate/decisions/${await instanceOf('loan-risk')}`;
  const { page, expectNoErrors, close } = await openPage(browser, { path });
  await page.locator('.requirements-state').first().waitFor();

  // when
  await page.locator('.djs-element[data-element-id="credit-rating"]').click();

  // then
  await page.getByRole('heading', { level: 1, name: 'Credit rating' }).waitFor();

  // when
  await page.getByRole('navigation', { name: 'Evaluation' }).getByRole('link', { name: 'Debt ratio' }).click();

  // then
  await page.getByRole('heading', { level: 1, name: 'Debt ratio' }).waitFor();

  // when
  await page.getByRole('button', { name: 'Hide the requirements diagram' }).click();

  // then
  await page.waitForURL(/drd=false/);
  await page.locator('.djs-container').waitFor({ state: 'detached' });
  expectNoErrors();
  await close();
});

test('should say why an evaluation failed, and lead to its process instance', async () => {
  // given
  const path = `/operate/decisions/${await instanceOf('debt-ratio', 'FAILED')}`;
  const { page, expectNoErrors, close } = await openPage(browser, { path });

  // then
  await page.getByText('The evaluation failed').waitFor();
  await page
    .getByText(/must be above zero/)
    .first()
    .waitFor();
  await page.locator('.djs-element.decision-is-failed').waitFor();
  await expectAccessible(page);

  // when
  await page.locator('.decision-facts a[href^="/operate/processes/"]').click();

  // then
  await page.waitForURL(/\/operate\/processes\/\d+/);
  expectNoErrors();
  await close();
});

test('should show several hits in order, other logic than tables, and lay out what has no diagram', async () => {
  // given
  const [key] = await evaluated('web-marks', [6]);
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/decisions/${key}-2` });

  // then
  const hits = page.locator('.decision-table tr[data-matched] > th');
  await hits.first().waitFor();
  expect(await hits.allInnerTexts()).toEqual([expect.stringMatching(/1\s*#1/), expect.stringMatching(/3\s*#2/)]);
  await page.getByText('This model has no diagram').waitFor();
  // A line straight up has no width, which counts as hidden.
  await page.locator('.djs-connection').first().waitFor({ state: 'attached' });

  // when
  await page.locator('.djs-element[data-element-id="web-marks-fee"]').click();

  // then: a name is a text
  await page.getByRole('heading', { level: 1, name: '<img src=x onerror=alert(1)>' }).waitFor();
  await page.getByText('base + 1').waitFor();
  await expectAccessible(page);
  expectNoErrors();
  await close();
});

test('should delete one evaluation after asking', async () => {
  // given
  const [key] = await evaluated('web-delete-one', [1]);
  // The page may ask once more for what has just gone.
  const allowedErrors = [/404/];
  const path = `/operate/decisions/${key}-2`;
  const { page, expectNoErrors, close } = await openPage(browser, { path, allowedErrors });

  // when
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('All 2 decisions of this evaluation').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Delete' }).click();

  // then
  await page.waitForURL((url) => url.pathname === '/operate/decisions');
  await page.getByText('Decision instance deleted').waitFor();
  expect(await instancesOf('web-delete-one')).toBe(0);
  expectNoErrors();
  await close();
});

test('should delete the selected ones of a list as a batch operation', async () => {
  // given
  await evaluated('web-delete-many', [1, 2, 3]);
  const path = '/operate/decisions?decision=web-delete-many';
  const { page, expectNoErrors, close } = await openPage(browser, { path });

  // when: all but the one under the first row
  await page.locator('.data-row').nth(2).waitFor();
  await page.locator('.data-header label').click();
  await page.getByText('3 selected').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('2 selected').waitFor();
  await expectAccessible(page);
  await page.getByRole('region', { name: '2 selected' }).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 2 decision instances' }).click();

  // then
  await page.getByRole('button', { name: 'Watch progress' }).click();
  await page.waitForURL('**/operate/batch-operations/*');
  await page.getByRole('heading', { level: 1, name: 'Delete decision instances' }).waitFor();
  await page.getByText('2 of 2').waitFor();
  await rest.searchUntil(
    '/v2/decision-instances/search',
    { filter: { decisionDefinitionId: 'web-delete-many' } },
    (answer) => totalOf(answer) === 1,
  );
  expectNoErrors();
  await close();
});

test('should delete a model with its decision instances', async () => {
  // given
  await evaluated('web-delete-model', [1]);
  const path = '/operate/decisions?decision=web-delete-model';
  const { page, expectNoErrors, close } = await openPage(browser, { path });

  // when
  await page.getByRole('button', { name: 'Delete definition' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Delete its decision instances too').click();
  await dialog.getByText('I want to delete this model').click();
  await dialog.getByRole('button', { name: 'Delete definition' }).click();

  // then
  await page.getByText('Decision model deleted').waitFor();
  await rest.searchUntil(
    '/v2/decision-definitions/search',
    { filter: { decisionDefinitionId: 'web-delete-model' } },
    (answer) => totalOf(answer) === 0,
  );
  expect(await instancesOf('web-delete-model')).toBe(0);
  expectNoErrors();
  await close();
});

test('should say that an instance one looks at has gone', async () => {
  // given
  const [key] = await evaluated('web-gone', [1]);
  const { page, close } = await openPage(browser, { path: `/operate/decisions/${key}-2` });
  await page.locator('.decision-table').waitFor();

  // when
  await rest.post(`/v2/decision-instances/${key}/deletion`);

  // then
  await page.getByRole('heading', { name: 'There is no such thing' }).waitFor();
  await close();
});

test('should show what a chosen decision requires, and go to another of its model', async () => {
  // given
  const path = '/operate/decisions?decision=loan-risk';
  const { page, expectNoErrors, close } = await openPage(browser, { path });

  // when
  await page.getByRole('button', { name: 'Show the requirements diagram' }).click();
  await page.locator('.djs-element[data-element-id="debt-ratio"]').click();

  // then
  await page.waitForURL(/decision=debt-ratio.*drd=true/);
  await page.getByRole('heading', { level: 2, name: 'Debt ratio' }).waitFor();
  expectNoErrors();
  await close();
});

test('should say that there is no such decision instance', async () => {
  // when
  const { page, close } = await openPage(browser, { path: '/operate/decisions/1-1' });

  // then
  await page.getByRole('heading', { name: 'There is no such thing' }).waitFor();
  await close();
});
