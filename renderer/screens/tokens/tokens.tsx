// IMDSv2 tokens that clients hold.

export function TokensScreen() {
  return null;
}
