import type { StoreView } from '../generated/desk';
import { call } from '../lib/desk';
import { t } from '../lib/i18n.svelte';
import { go, router } from '../lib/router.svelte';
import { refreshStart, session, workIn } from '../lib/session.svelte';
import type { MenuItem } from '../shared/Menu.svelte';

/** The stores as entries of the menu, practice always among them, and the way to connect one more. */
export function storeItems(): MenuItem[] {
  const stores = session.start?.stores ?? [];
  const items = stores.map(storeItem);
  if (!stores.some((store) => store.environment === 'practice')) items.push(practiceItem());
  return [...items, connectItem()];
}

/** Works in another store, from its find box. */
export async function chooseStore(store: StoreView): Promise<void> {
  await workIn(store);
  router.move({ name: 'find' });
}

/** Works in the practice store, made where there is none yet. */
export async function practise(): Promise<void> {
  await workIn(await call('practise', {}));
}

function storeItem(store: StoreView): MenuItem {
  return {
    key: store.id,
    label: store.name,
    icon: store.environment,
    side: t(`app-mode-${store.environment}`),
    checked: store.id === session.store?.id,
    go: () => {
      router.leave(() => void chooseStore(store).catch(refreshStart));
    },
  };
}

function practiceItem(): MenuItem {
  return {
    key: 'practise',
    label: t('app-mode-practice'),
    icon: 'practice',
    checked: false,
    go: () => {
      router.leave(() => void practise().then(() => router.move({ name: 'find' }), refreshStart));
    },
  };
}

function connectItem(): MenuItem {
  return {
    key: 'connect',
    label: t('app-connect-store'),
    icon: 'plus',
    go: () => {
      go({ name: 'connect' });
    },
  };
}
