import { beforeEach, expect, test } from 'vitest';
import { router, type Leave } from './router.svelte';

beforeEach(() => {
  router.guard(() => 'free')();
  router.move({ name: 'find' });
});

function guarded(leave: Leave): () => void {
  router.move({ name: 'settings' });
  return router.guard(() => leave);
}

test('a screen with nothing unsent is left at once', () => {
  const end = guarded('free');
  router.go({ name: 'help' });
  expect(router.view.name).toBe('help');
  end();
});

test('a screen with something unsent is left after a yes', () => {
  const end = guarded('ask');
  router.go({ name: 'help' });
  expect(router.view.name).toBe('settings');
  router.answer(true);
  expect(router.view.name).toBe('help');
  end();
});

test('a no keeps the screen', () => {
  const end = guarded('ask');
  router.go({ name: 'help' });
  router.answer(false);
  expect([router.view.name, router.wanted]).toEqual(['settings', null]);
  end();
});

test('while something is sent nothing else opens', () => {
  const end = guarded('hold');
  router.go({ name: 'help' });
  expect([router.view.name, router.wanted, router.held()]).toEqual(['settings', null, true]);
  end();
});

test('back goes to the screen before, and never to a check page that was left', () => {
  router.move({ name: 'stores' });
  router.move({ name: 'check' });
  router.move({ name: 'outcome', id: 'x' });
  router.back();
  expect(router.view.name).toBe('stores');
  router.back();
  expect(router.view.name).toBe('find');
});
