// Who asks, and what they may see.

export function ClientsScreen() {
  return null;
}
