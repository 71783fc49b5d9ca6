// Where to point an app: shown before the first request, and again when somebody asks for it.
import { create } from 'zustand';
import { go } from './view.ts';

type OnboardingState = {
  /** Somebody asked for it although there are requests. */
  open: boolean;
  /** This page waited for the first request, so that it is told when it came. */
  waited: boolean;
};

export const useOnboarding = create<OnboardingState>()(() => ({ open: false, waited: false }));

/** On the Deck, in place of the log. */
export function openOnboarding(): void {
  go('deck');
  useOnboarding.setState({ open: true });
}

export function closeOnboarding(): void {
  useOnboarding.setState({ open: false });
}

export function waitForFirst(): void {
  useOnboarding.setState({ waited: true });
}

export function firstWasSeen(): void {
  useOnboarding.setState({ waited: false });
}
