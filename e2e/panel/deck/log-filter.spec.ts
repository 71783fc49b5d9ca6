// The filter of the log: completions by keyboard, the sentence, chips, bodies, names; and that it is never lost.

import { expect, type Page } from '@playwright/test';
import { getAs, logRows, openScreen, test } from '../fixtures.ts';
import type { Served } from '../../product/serve.ts';

function box(panel: Page): ReturnType<Page['getByRole']> {
  return panel.getByRole('combobox', { name: 'Filter requests' });
}

async function threeRequests(panel: Page, served: Served): Promise<void> {
  await getAs('127.0.0.7', served, 'meta-data/instance-id');
  await getAs('127.0.0.4', served, 'meta-data/no-such-path');
  await getAs('127.0.0.4', served, 'meta-data/instance-type');
  await expect(logRows(panel)).toHaveCount(3);
}

test('a filter is typed with completions from the log, and said as a sentence', async ({ panel, served }) => {
  await threeRequests(panel, served);
  await box(panel).pressSequentially('sta');
  await box(panel).press('ArrowDown');
  await box(panel).press('Enter');
  await expect(box(panel)).toHaveValue('status:');
  await expect(panel.getByRole('option').first()).toContainText('status:200');
  await box(panel).press('ArrowDown');
  await box(panel).press('ArrowDown');
  await expect(panel.getByRole('option', { selected: true })).toContainText('status:404');
  await box(panel).press('Enter');
  await expect(box(panel)).toHaveValue('status:404 ');
  await expect(panel.getByText('Requests where the status is 404')).toBeVisible();
  await expect(logRows(panel)).toHaveCount(1);

  await box(panel).press('Escape');
  await expect(panel.getByRole('grid', { name: 'Requests' })).toBeFocused();
});

test('chips are words of the filter', async ({ panel, served }) => {
  await threeRequests(panel, served);
  await panel.getByRole('button', { name: '4xx' }).click();
  await expect(box(panel)).toHaveValue('status:4xx');
  await panel.getByRole('button', { name: 'no token' }).click();
  await expect(box(panel)).toHaveValue('status:4xx token:missing');
  await expect(logRows(panel)).toHaveCount(1);
  await panel.getByRole('button', { name: '4xx' }).click();
  await expect(logRows(panel)).toHaveCount(3);
});

test('bodies are looked into by the server', async ({ panel, served }) => {
  await threeRequests(panel, served);
  await box(panel).fill('body:m7g.large');
  await expect(logRows(panel)).toHaveCount(1);
  await expect(logRows(panel)).toContainText(['instance-type']);
  await getAs('127.0.0.9', served, 'meta-data/instance-type');
  await expect(logRows(panel)).toHaveCount(2);
  await box(panel).fill('-body:m7g.large');
  await expect(logRows(panel)).toHaveCount(2);
});

test('the filter outlives screens and a reload, is obvious, and goes with one click', async ({ panel, served }) => {
  await threeRequests(panel, served);
  await box(panel).fill('client:127.0.0.99');
  await expect(panel.getByText('3 hidden by your filter')).toBeVisible();
  await openScreen(panel, 'Tokens');
  await openScreen(panel, 'Deck');
  await expect(box(panel)).toHaveValue('client:127.0.0.99');
  await panel.reload();
  await expect(box(panel)).toHaveValue('client:127.0.0.99');
  await expect(panel.getByRole('search')).toContainText('0 of 3');
  await panel.getByRole('button', { name: 'clear', exact: true }).click();
  await expect(logRows(panel)).toHaveCount(3);
});

test('a filter is saved under a name, picked, and deleted with a way back', async ({ panel, served }) => {
  await threeRequests(panel, served);
  await box(panel).fill('status:404');
  await panel.getByRole('button', { name: 'Saved filters' }).click();
  await panel.getByRole('textbox', { name: 'Name of the filter' }).fill('missing');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await panel.getByRole('button', { name: 'Clear the filter' }).click();
  await panel.reload();

  await panel.getByRole('button', { name: 'Saved filters' }).click();
  await panel.getByRole('button', { name: 'Use the filter missing' }).click();
  await expect(box(panel)).toHaveValue('status:404');

  await panel.getByRole('button', { name: 'Saved filters' }).click();
  await panel.getByRole('button', { name: 'Delete the filter missing' }).click();
  await expect(panel.getByRole('button', { name: 'Use the filter missing' })).toBeHidden();
  await panel.getByRole('button', { name: 'Undo', exact: true }).click();
  await panel.getByRole('button', { name: 'Saved filters' }).click();
  await expect(panel.getByRole('button', { name: 'Use the filter missing' })).toBeVisible();
});
