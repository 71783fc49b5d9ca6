// Press and watch: the buttons on the left, the live log on the right.

export function DeckScreen() {
  return null;
}
