// Forced colours and the theme of high contrast: what is chosen, what has the focus and what lies above can be told without tint or shadow.

import { expect, type Locator, type Page } from '@playwright/test';
import { enliven } from '../pictures/lively.ts';
import { addressOf, logRows, openScreen, test } from './fixtures.ts';

/** Edges and ground of an element, as far as they can be seen. */
function look(element: Locator): Promise<string> {
  return element.evaluate((one) => {
    const { outlineStyle, outlineWidth, outlineColor, borderBottom, borderLeft, backgroundColor } =
      getComputedStyle(one);
    const outline = outlineStyle === 'none' ? 'none' : `${outlineWidth} ${outlineStyle} ${outlineColor}`;
    return [outline, borderBottom, borderLeft, backgroundColor].join('; ');
  });
}

/** Words that say which of the two could not be told apart. */
async function differ(what: string, chosen: Locator, other: Locator): Promise<void> {
  expect(await look(chosen), `${what}: chosen, and not`).not.toBe(await look(other));
}

/** The colour that a system colour stands for here. */
function systemColour(panel: Page, name: string): Promise<string> {
  return panel.evaluate((colour) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = colour;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);
}

function styleOf(element: Locator, property: string): Promise<string> {
  return element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
}

/** The word beside a radio button, which draws the choice. */
function segment(panel: Page, name: string): Locator {
  return panel.getByRole('radio', { name, exact: true }).locator('xpath=following-sibling::span');
}

async function chosenOnDeck(panel: Page): Promise<void> {
  await logRows(panel).filter({ hasText: '/spot/instance-action' }).last().click();
  await panel.mouse.move(0, 0);
  const rows = panel.getByRole('grid', { name: 'Requests' });
  const other = rows.getByRole('row', { selected: false }).filter({ hasNotText: 'first sighting' }).last();
  await differ('row', rows.getByRole('row', { selected: true }), other);
  expect(await styleOf(rows.getByRole('row', { selected: true }), 'outline-style')).toBe('solid');
  await differ('tab', panel.getByRole('tab', { name: 'Why' }), panel.getByRole('tab', { name: 'Request' }));
  await differ('choice', segment(panel, 'Terminate'), segment(panel, 'Stop'));
  await panel.getByRole('button', { name: '2xx' }).click();
  await panel.mouse.move(0, 0);
  await differ('chip', panel.getByRole('button', { name: '2xx' }), panel.getByRole('button', { name: '4xx' }));
  const rail = panel.getByRole('navigation', { name: 'Screens' });
  await differ('screen', rail.getByRole('button', { name: 'Deck' }), rail.getByRole('button', { name: 'Events' }));
}

async function chosenElsewhere(panel: Page): Promise<void> {
  await openScreen(panel, 'Metadata');
  await panel.getByRole('treeitem', { name: 'instance-type', exact: true }).click();
  await panel.mouse.move(0, 0);
  const path = panel.getByRole('treeitem', { name: 'instance-type', exact: true });
  await differ('path', path, panel.getByRole('treeitem', { name: 'ami-id', exact: true }));
  await openScreen(panel, 'Clients');
  await panel.getByRole('button', { name: '127.0.0.7', exact: true }).click();
  await panel.mouse.move(0, 0);
  const clients = panel.getByRole('table', { name: 'Clients' }).getByRole('row');
  await differ('client', clients.filter({ hasText: '127.0.0.7' }), clients.filter({ hasText: '127.0.0.9' }));
  await panel.keyboard.press('ControlOrMeta+k');
  await differ('command', panel.getByRole('option').first(), panel.getByRole('option').nth(1));
  expect(await styleOf(panel.getByRole('dialog'), 'border-top-style'), 'the palette has an edge').toBe('solid');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`forced colours on ${colorScheme}: each choice has an edge or a ground`, async ({ page, served }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await enliven(served);
    await page.goto(addressOf(served));
    await chosenOnDeck(page);
    await chosenElsewhere(page);
  });

  test(`high contrast on ${colorScheme}: each choice has an edge or a ground`, async ({ page, served }) => {
    await page.addInitScript(() => localStorage.setItem('metadeck.appearance', '{"theme":"high-contrast"}'));
    await page.emulateMedia({ colorScheme });
    await enliven(served);
    await page.goto(addressOf(served));
    await chosenOnDeck(page);
    await chosenElsewhere(page);
  });
}

test('forced colours: dots, marks, first sightings, the focus and the fire button can be seen', async ({
  page,
  served,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(addressOf(served));
  const text = await systemColour(page, 'CanvasText');
  const fire = page.getByRole('button', { name: 'Interrupt now' });
  expect(await styleOf(fire, 'background-color')).toBe(await systemColour(page, 'Highlight'));
  expect(await styleOf(fire, 'color')).toBe(await systemColour(page, 'HighlightText'));
  expect(await styleOf(fire, 'forced-color-adjust'), 'nothing is laid behind its words').toBe('none');

  await enliven(served);
  const status = page.getByRole('button', { name: 'Server: Listening' });
  expect(await styleOf(status.locator('[data-state]'), 'background-color')).toBe(text);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const [lines, words, marks] = [
    timeline.locator('svg line'),
    timeline.locator('svg text'),
    timeline.locator('circle'),
  ];
  await expect(marks).toHaveCount(3);
  for (const line of await lines.all()) expect(await styleOf(line, 'stroke')).toBe(text);
  for (const word of await words.all()) expect(await styleOf(word, 'fill')).toBe(text);
  for (const mark of await marks.all()) expect(await styleOf(mark, 'fill')).toBe(text);
  const first = logRows(page).filter({ hasText: 'first sighting' }).first();
  expect(await styleOf(first, 'border-left-width')).toBe('4px');

  const list = page.getByRole('grid', { name: 'Requests' });
  await list.focus();
  await page.keyboard.press('Home');
  expect(await styleOf(list, 'outline-style')).toBe('solid');
});
