// The screens. The Deck comes with the first load; every other one is loaded when it is first opened.
import { lazy, type ReactNode, Suspense } from 'react';
import { DeckScreen } from '../deck/deck.tsx';
import type { Screen } from '../stores/view.ts';

const Metadata = lazy(async () => ({ default: (await import('../metadata/metadata.tsx')).MetadataScreen }));
const Events = lazy(async () => ({ default: (await import('../events/events.tsx')).EventsScreen }));
const Tokens = lazy(async () => ({ default: (await import('../tokens/tokens.tsx')).TokensScreen }));
const Clients = lazy(async () => ({ default: (await import('../clients/clients.tsx')).ClientsScreen }));
const Settings = lazy(async () => ({ default: (await import('../settings/settings.tsx')).SettingsScreen }));

const PARTS: Record<Screen, () => ReactNode> = {
  deck: () => <DeckScreen />,
  metadata: () => <Metadata />,
  events: () => <Events />,
  tokens: () => <Tokens />,
  clients: () => <Clients />,
  settings: () => <Settings />,
};

export function ScreenPart({ screen }: { screen: Screen }) {
  return <Suspense>{PARTS[screen]()}</Suspense>;
}
